package mainline.remarks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.FileLines;
import mainline.changes.Version;
import mainline.community.Member;
import mainline.community.Numbers;
import mainline.discussion.CommentWritten;
import mainline.discussion.Discussions;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import mainline.text.Lines;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remarks on lines and paragraphs of a change: made by any member while it is open, answered like every comment, resolved
 * and reopened by whoever made them and by the change's author. New versions do not end them.
 */
@Component
public class Remarks {
    private static final int MOST = 500;
    /** So long the author hears once of what one person remarks on one change. */
    private static final Duration ONE_SITTING = Duration.ofMinutes(30);

    private final Changes changes;
    private final RemarkStore store;
    private final Discussions discussions;
    private final ApplicationEventPublisher events;
    private final GitRepositories repositories;
    private final Numbers numbers;
    private final RemarkNotices notices;
    private final PublicRecord record;
    private final Clock clock;

    Remarks(
            Changes changes,
            RemarkStore store,
            Discussions discussions,
            ApplicationEventPublisher events,
            GitRepositories repositories,
            Numbers numbers,
            RemarkNotices notices,
            PublicRecord record,
            Clock clock) {
        this.changes = changes;
        this.store = store;
        this.discussions = discussions;
        this.events = events;
        this.repositories = repositories;
        this.numbers = numbers;
        this.notices = notices;
        this.record = record;
        this.clock = clock;
    }

    /** In the order they were made, resolved ones too. */
    public List<Remark> of(Change change) {
        return store.of(change.subject());
    }

    public Optional<Remark> find(CommunityId community, long number) {
        return store.find(community, number);
    }

    /** @throws Missing when there is none */
    public Remark get(Subject remark) {
        return find(remark.community(), remark.number()).orElseThrow(() -> new Missing("remark " + remark.number()));
    }

    /**
     * A member says something about lines of an open change, and perhaps what they could say instead.
     *
     * @throws Refused for the fields {@code remark}, {@code suggestion} and {@code last}, or for the whole
     */
    @Transactional
    public Remark make(Member member, Subject subject, Remark.Draft draft) {
        Change change = changes.hold(subject);
        if (!change.isOpen()) throw Refused.because("", "change.closed");
        List<Remark> before = store.of(subject);
        Remark.Anchor anchor = anchored(change, draft.anchor());
        String suggestion = suggested(anchor, draft.suggestion());
        String text = draft.text().isBlank() && suggestion != null ? draft.wordless() : draft.text();
        new Refused.Check()
                .that(before.size() < MOST, "", "remark.too-many")
                .text(text, "remark", Remark.LONGEST_WORDING)
                .optional(suggestion == null ? "" : suggestion, "suggestion", Remark.LONGEST_WORDING)
                .orRefuse();
        Instant now = clock.instant();
        boolean again = store.anyBy(subject, member.person(), now.minus(ONE_SITTING));
        boolean asks = draft.asks() && !change.hasAuthor(member.person());
        Subject number = numbers.next(member.community(), Subject.Kind.REMARK);
        Remark remark = new Remark(number, subject, anchor, member.person(), now, suggestion, asks, true, now, null, 0);
        store.add(remark);
        discussions.open(remark.subject(), change.title());
        discussions.say(member, remark.subject(), null, text, "remark");
        events.publishEvent(new RemarksChanged(subject));
        if (!again) notices.remarked(change, remark);
        return remark;
    }

    private Remark.Anchor anchored(Change change, Remark.Anchor typed) {
        Version version = changes.versions(change).stream()
                .filter(one -> one.number() == typed.version())
                .findFirst()
                .orElseThrow(() -> Refused.because("", "remark.nowhere"));
        try (GitRepository git = repositories.open(change.subject().community())) {
            Lines lines = FileLines.of(git, typed.before() ? version.base() : version.head(), typed.path())
                    .orElseThrow(() -> Refused.because("", "remark.nowhere"));
            new Refused.Check()
                    .that(typed.first() >= 1 && typed.first() <= lines.count(), "", "remark.nowhere")
                    .that(typed.last() >= typed.first() && typed.last() <= lines.count(), "last", "remark.range")
                    .that(
                            typed.last() - typed.first() < Remark.MOST_LINES,
                            "last",
                            "remark.range.long",
                            Remark.MOST_LINES)
                    .orRefuse();
            String wording = lines.text(typed.first(), typed.last());
            return new Remark.Anchor(
                    typed.version(), typed.before(), typed.path(), typed.first(), typed.last(), cut(wording));
        }
    }

    private static String cut(String wording) {
        if (wording.length() <= Remark.LONGEST_WORDING) return wording;
        int end = Remark.LONGEST_WORDING;
        return wording.substring(0, Character.isHighSurrogate(wording.charAt(end - 1)) ? end - 1 : end);
    }

    /** Null when the lines would stay as they are, or cannot be replaced. */
    private static @Nullable String suggested(Remark.Anchor anchor, @Nullable String typed) {
        if (typed == null || anchor.before() || anchor.wording().length() >= Remark.LONGEST_WORDING) return null;
        String suggestion = typed.replace("\r\n", "\n").replace('\r', '\n').stripTrailing();
        return suggestion.equals(anchor.wording().stripTrailing()) ? null : suggestion;
    }

    /** Says that nothing more is to be done about it. */
    @Transactional
    public void resolve(Member member, Subject subject) {
        Remark remark = own(member, subject);
        if (!store.resolve(subject, new Remark.Resolution(member.person(), clock.instant()))) return;
        Change change = changes.get(remark.change());
        record.add(Act.by(member.person(), RemarkVerb.RESOLVED, remark.change(), change.title()));
        notices.resolved(change, remark, member.person());
    }

    /** Takes that back. */
    @Transactional
    public void reopen(Member member, Subject subject) {
        Remark remark = own(member, subject);
        if (remark.takenIn() > 0) throw Refused.because("", "remark.taken.over");
        if (!store.reopen(subject)) return;
        boolean author = changes.get(remark.change()).hasAuthor(member.person());
        store.next(subject, !author, clock.instant());
        Change change = changes.get(remark.change());
        record.add(Act.by(member.person(), RemarkVerb.REOPENED, remark.change(), change.title()));
        notices.reopened(change, remark, member.person());
    }

    private Remark own(Member member, Subject subject) {
        Remark found = get(subject);
        Change change = changes.hold(found.change());
        if (!mayResolve(member, change, found)) throw Refused.because("", "remark.not-yours");
        return get(subject);
    }

    static boolean mayResolve(Member member, Change change, Remark remark) {
        return remark.by().equals(member.person()) || change.isBy(member.person());
    }

    /** An answer turns the word over to the other side, which hears of it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void written(CommentWritten comment) {
        if (comment.about().kind() != Subject.Kind.REMARK || discussions.count(comment.about()) <= 1) return;
        Remark remark = get(comment.about());
        Change change = changes.get(remark.change());
        boolean author = change.hasAuthor(comment.author());
        if (author && remark.authorNext()) store.next(remark.subject(), false, clock.instant());
        if (!author && !remark.authorNext() && remark.by().equals(comment.author()))
            store.next(remark.subject(), true, clock.instant());
        events.publishEvent(new RemarksChanged(change.subject()));
        notices.answered(change, remark, comment.author());
    }
}
