package mainline.discussion;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mainline.community.Member;
import mainline.community.Numbers;
import mainline.community.Viewer;
import mainline.community.Written;
import mainline.kernel.CommunityId;
import mainline.kernel.Cursor;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.platform.Channel;
import mainline.platform.Movement;
import mainline.record.Act;
import mainline.record.PublicRecord;
import mainline.text.Markdown;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The discussions under the objects of a community. An object's module opens its discussion when the object is made. */
@Component
public class Discussions {
    static final int LONGEST = 20_000;
    /** So many comments stand on one page. */
    static final int SIZE = 200;

    private final CommentStore store;
    private final FirstComments firstComments;
    private final DiscussionStore topics;
    private final Numbers numbers;
    private final PublicRecord record;
    private final Clock clock;
    private final Channel channel;
    private final ApplicationEventPublisher events;

    Discussions(
            CommentStore store,
            FirstComments firstComments,
            DiscussionStore topics,
            Numbers numbers,
            PublicRecord record,
            Clock clock,
            Channel channel,
            ApplicationEventPublisher events) {
        this.store = store;
        this.firstComments = firstComments;
        this.topics = topics;
        this.numbers = numbers;
        this.record = record;
        this.clock = clock;
        this.channel = channel;
        this.events = events;
    }

    /** Opens the discussion under an object, or gives it another title. */
    @Transactional
    public void open(Subject about, String title) {
        topics.open(about, title);
    }

    /**
     * A page of the comments under an object, in the order of writing.
     *
     * @throws Missing for eyes that do not see the object
     */
    public Paged<Comment> under(Viewer viewer, Subject about, Cursor after) {
        return Paged.of(
                store.under(viewer.at(about), after.or(0), SIZE + 1),
                SIZE,
                comment -> comment.subject().number());
    }

    /** The comments under all of these objects, which are of one kind, in the order of writing. */
    List<Comment> under(Viewer viewer, List<Subject> about, int most) {
        about.forEach(viewer::at);
        if (about.isEmpty()) return List.of();
        Subject first = about.getFirst();
        List<Long> numbers = about.stream().map(Subject::number).toList();
        return store.underAny(first.community(), first.kind(), numbers, most);
    }

    public int count(Subject about) {
        return counts(about.community(), about.kind(), List.of(about.number())).getOrDefault(about, 0);
    }

    /** How many comments stand under each of these objects of one kind. */
    public Map<Subject, Integer> counts(CommunityId community, Subject.Kind kind, List<Long> objects) {
        return topics.counts(community, kind, objects);
    }

    public Optional<Comment> find(CommunityId community, long number) {
        return store.find(community, number);
    }

    private Comment get(CommunityId community, long number) {
        return find(community, number).orElseThrow(() -> new Missing("comment " + number));
    }

    /** @throws Missing for eyes that do not see it, or not what it is about */
    public Comment get(Viewer viewer, long number) {
        Comment comment = get(viewer.community().id(), number);
        viewer.at(comment.subject());
        viewer.at(comment.about());
        return comment;
    }

    /**
     * Writes a comment under an object, or in answer to a comment there. An answer by somebody else settles the debt.
     *
     * @throws Refused for the field {@code text}
     */
    @Transactional
    public Comment say(Member member, Subject about, @Nullable Long replyTo, String text) {
        return say(member, about, replyTo, text, "text");
    }

    /** The same, typed into a field of another name. */
    @Transactional
    public Comment say(Member member, Subject about, @Nullable Long replyTo, String text, String field) {
        String title = title(about);
        new Refused.Check().text(text, field, LONGEST).orRefuse();
        Comment answered = replyTo == null ? null : get(member.community(), replyTo);
        if (answered != null && !answered.about().equals(about)) throw new Missing("comment " + replyTo);
        boolean first = answered == null && firstComments.areOwedTo(member);
        Comment comment = write(about, replyTo, member.person(), text, clock.instant());
        if (answered != null
                && !answered.author().equals(member.person())
                && store.settle(member.community(), replyTo == null ? 0 : replyTo))
            record.add(Act.by(member.person(), DiscussionVerb.REPLY_GIVEN, answered.subject(), title));
        if (first) store.owe(comment);
        record.add(Act.by(
                member.person(),
                DiscussionVerb.COMMENT_WRITTEN,
                comment.subject(),
                title,
                Markdown.excerpt(text, 120)));
        channel.tell(new Movement(about, DiscussionVerb.COMMENT_WRITTEN.code()));
        events.publishEvent(new CommentWritten(comment.subject(), about, member.person()));
        events.publishEvent(new Written(member, comment.subject(), title, field, text));
        return comment;
    }

    /**
     * Puts in a comment from elsewhere as it was, without owing anybody a reply for something written long ago.
     *
     * @param written when it was written there
     */
    @Transactional
    public Comment bring(Subject about, @Nullable Long replyTo, PersonId author, String text, Instant written) {
        return write(about, replyTo, author, text, written);
    }

    private Comment write(Subject about, @Nullable Long replyTo, PersonId author, String text, Instant at) {
        Subject subject = numbers.next(about.community(), Subject.Kind.COMMENT);
        Comment comment =
                new Comment(subject, about, replyTo, author, text.replace("\r\n", "\n"), 1, at, at, false, false);
        store.add(comment);
        topics.count(about, 1);
        return comment;
    }

    /** Changes one's own comment; the earlier text stays readable. */
    @Transactional
    public void edit(Member member, long number, int version, String text) {
        Comment comment = own(member, number);
        new Refused.Check().text(text, "text", LONGEST).orRefuse();
        if (comment.version() != version || !store.lockForEdit(comment))
            throw Refused.because("text", "comment.moved-on");
        String clean = text.replace("\r\n", "\n");
        if (clean.equals(comment.text())) return;
        String title = title(comment.about());
        List<String> before = Stream.concat(
                        store.earlier(comment).stream().map(CommentStore.Earlier::text), Stream.of(comment.text()))
                .toList();
        store.edit(comment, clean, clock.instant());
        record.add(Act.by(member.person(), DiscussionVerb.COMMENT_EDITED, comment.subject(), title));
        events.publishEvent(new Written(member, comment.subject(), title, "text", clean, before));
    }

    /** Takes one's own comment down; its place and the answers to it stay. */
    @Transactional
    public void remove(Member member, long number) {
        Comment comment = own(member, number);
        if (!store.remove(comment, member.person(), clock.instant())) return;
        store.settle(member.community(), number);
        topics.count(comment.about(), -1);
        record.add(Act.by(member.person(), DiscussionVerb.COMMENT_REMOVED, comment.subject(), title(comment.about())));
    }

    private Comment own(Member member, long number) {
        Comment comment = get(member.community(), number);
        if (!comment.author().equals(member.person()) || comment.removed()) throw new Missing("comment " + number);
        return comment;
    }

    boolean isOpen(Subject about) {
        return topics.title(about).isPresent();
    }

    /** The title of the object a discussion stands under. */
    String title(Subject about) {
        return topics.title(about).orElseThrow(() -> new Missing("discussion"));
    }

    /** The key after which the page of the discussion begins that holds this comment; 0 for the first page. */
    long pageStart(Comment comment) {
        int before = store.countBefore(comment);
        return before < SIZE ? 0 : store.keyAt(comment.about(), before / SIZE * SIZE);
    }

    List<CommentStore.Earlier> earlier(Comment comment) {
        return comment.removed() ? List.of() : store.earlier(comment);
    }

    /** First comments nobody has answered yet, the oldest first, without the viewer's own. */
    public Paged<ReplyDebt> debts(Viewer viewer, Cursor after, int size) {
        PersonId own = viewer.signedIn() ? viewer.id() : null;
        return Paged.of(
                store.debts(viewer.community().id(), own, after.or(0), size + 1),
                size,
                debt -> debt.comment().subject().number());
    }
}
