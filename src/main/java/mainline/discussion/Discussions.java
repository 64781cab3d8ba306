package mainline.discussion;

import gg.jte.Content;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.community.Here;
import mainline.community.Member;
import mainline.community.Numbers;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.look.Fragments;
import mainline.people.People;
import mainline.people.Person;
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

    private static final int MOST_AT_ONCE = 2000;

    private final CommentStore store;
    private final Numbers numbers;
    private final People people;
    private final PublicRecord record;
    private final Fragments fragments;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Discussions(
            CommentStore store,
            Numbers numbers,
            People people,
            PublicRecord record,
            Fragments fragments,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.numbers = numbers;
        this.people = people;
        this.record = record;
        this.fragments = fragments;
        this.clock = clock;
        this.events = events;
    }

    /** Opens the discussion under an object, or gives it another title. */
    @Transactional
    public void open(Subject about, String title) {
        store.open(about, title);
    }

    /** The whole discussion as a section for the object's page. */
    public Content panel(Here here, Subject about) {
        return fragments.of("discussion/panel", panelOf(here, about, 0));
    }

    /**
     * The comments under several objects of one kind, each as a list without a form; an object without any is left out.
     * Of very long discussions the later part is led to.
     */
    public Map<Subject, Content> threads(Here here, List<Subject> about) {
        if (about.isEmpty()) return Map.of();
        Subject.Kind kind = about.getFirst().kind();
        List<Comment> comments = store.underAny(
                here.id(), kind, about.stream().map(Subject::number).toList(), MOST_AT_ONCE);
        Map<PersonId, Person> authors =
                people.all(comments.stream().map(Comment::author).distinct().toList());
        Map<Subject, List<Comment>> bySubject = new LinkedHashMap<>();
        comments.forEach(comment -> bySubject
                .computeIfAbsent(comment.about(), one -> new ArrayList<>())
                .add(comment));
        boolean whole = comments.size() < MOST_AT_ONCE;
        Map<Subject, Content> threads = new HashMap<>();
        bySubject.forEach((subject, under) -> {
            Long last = whole ? null : under.getLast().subject().number();
            threads.put(
                    subject,
                    fragments.of(
                            "discussion/threads",
                            new Panel(here, subject, under.size(), Thread.build(under, authors), last)));
        });
        return threads;
    }

    Panel panelOf(Here here, Subject about, long after) {
        Paged<Comment> page = Paged.of(
                store.under(about, after, SIZE + 1),
                SIZE,
                comment -> comment.subject().number());
        Map<PersonId, Person> authors =
                people.all(page.items().stream().map(Comment::author).toList());
        return new Panel(here, about, count(about), Thread.build(page.items(), authors), page.next());
    }

    record Panel(
            Here here,
            Subject about,
            int count,
            List<Thread> threads,
            @Nullable Long next) {}

    public int count(Subject about) {
        return counts(about.community(), about.kind(), List.of(about.number())).getOrDefault(about, 0);
    }

    /** How many comments stand under each of these objects of one kind. */
    public Map<Subject, Integer> counts(CommunityId community, Subject.Kind kind, List<Long> objects) {
        return store.counts(community, kind, objects);
    }

    public Optional<Comment> find(CommunityId community, long number) {
        return store.find(community, number);
    }

    Comment get(CommunityId community, long number) {
        return find(community, number).orElseThrow(() -> new Missing("comment " + number));
    }

    /**
     * Writes a comment under an object, or in answer to a comment there. An answer by somebody else settles the debt.
     *
     * @throws Refused for the field {@code text}
     */
    @Transactional
    public Comment say(Member member, Subject about, @Nullable Long replyTo, String text) {
        String title = title(about);
        new Refused.Check().text(text, "text", LONGEST).orRefuse();
        Comment answered = replyTo == null ? null : get(member.community(), replyTo);
        if (answered != null && !answered.about().equals(about)) throw new Missing("comment " + replyTo);
        boolean first = answered == null && store.isFirstOf(member.community(), member.person());
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
        events.publishEvent(new CommentWritten(comment.subject(), about, member.person()));
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
        store.count(about, 1);
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
        store.edit(comment, clean, clock.instant());
        record.add(Act.by(member.person(), DiscussionVerb.COMMENT_EDITED, comment.subject(), title(comment.about())));
    }

    /** Takes one's own comment down; its place and the answers to it stay. */
    @Transactional
    public void remove(Member member, long number) {
        Comment comment = own(member, number);
        if (!store.remove(comment, member.person(), clock.instant())) return;
        store.settle(member.community(), number);
        store.count(comment.about(), -1);
        record.add(Act.by(member.person(), DiscussionVerb.COMMENT_REMOVED, comment.subject(), title(comment.about())));
    }

    private Comment own(Member member, long number) {
        Comment comment = get(member.community(), number);
        if (!comment.author().equals(member.person()) || comment.removed()) throw new Missing("comment " + number);
        return comment;
    }

    /** The title of the object a discussion stands under. */
    String title(Subject about) {
        return store.title(about).orElseThrow(() -> new Missing("discussion"));
    }

    /** The comment without what answers it. */
    Thread alone(Comment comment) {
        return new Thread(comment, people.find(comment.author()).orElse(null), List.of());
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
    public Paged<ReplyDebt> debts(CommunityId community, @Nullable PersonId viewer, long after, int size) {
        return Paged.of(
                store.debts(community, viewer, after, size + 1),
                size,
                debt -> debt.comment().subject().number());
    }

    /** A comment, its author, and the comments that answer it. */
    record Thread(Comment comment, @Nullable Person author, List<Thread> replies) {
        /** Builds the tree in one pass; what answers a comment that is on an earlier page stands at the top. */
        static List<Thread> build(List<Comment> comments, Map<PersonId, Person> authors) {
            Map<Long, Thread> byNumber = new HashMap<>();
            List<Thread> top = new ArrayList<>();
            for (Comment comment : comments) {
                Thread thread = new Thread(comment, authors.get(comment.author()), new ArrayList<>());
                byNumber.put(comment.subject().number(), thread);
                Thread parent = comment.replyTo() == null ? null : byNumber.get(comment.replyTo());
                (parent == null ? top : parent.replies()).add(thread);
            }
            return top;
        }
    }
}
