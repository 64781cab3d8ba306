package mainline.review;

import java.time.Clock;
import java.util.List;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.community.Member;
import mainline.decisions.DecisionClosed;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Concerns about changes: raised by any member but the author, settled only by whoever raised them, or overruled when the
 * community says yes to a decision about the change.
 */
@Component("changeConcerns")
public class Concerns {
    private static final int MOST = 200;

    private final Changes changes;
    private final ReviewStore store;
    private final ReviewNotices notices;
    private final PublicRecord record;
    private final Clock clock;

    Concerns(Changes changes, ReviewStore store, ReviewNotices notices, PublicRecord record, Clock clock) {
        this.changes = changes;
        this.store = store;
        this.notices = notices;
        this.record = record;
        this.clock = clock;
    }

    /** By number, settled ones too. */
    public List<Concern> of(Change change) {
        return store.concerns(change.subject());
    }

    /**
     * @param version the one in front of the member
     * @throws Refused for the field {@code reason}, or for the whole
     */
    @Transactional
    public void raise(Member member, Subject subject, int version, String typed) {
        Change change = changes.hold(subject);
        String reason = typed.replace("\r\n", "\n").strip();
        List<Concern> before = store.concerns(subject);
        new Refused.Check()
                .that(change.isOpen(), "", "change.closed")
                .that(!change.isBy(member.person()), "", "change.concern.own")
                .that(change.version() == version, "", "change.moved-on")
                .that(before.size() < MOST, "", "change.concern.too-many")
                .that(
                        before.stream()
                                .noneMatch(concern -> concern.isOpen()
                                        && concern.by().equals(member.person())
                                        && concern.reason().equals(reason)),
                        "reason",
                        "change.concern.same")
                .text(reason, "reason", Concern.LONGEST_REASON)
                .orRefuse();
        store.raise(
                subject, new Concern(before.size() + 1, member.person(), version, reason, clock.instant(), null, 0));
        record.add(Act.by(member.person(), ReviewVerb.CONCERN_RAISED, subject, change.title()));
        notices.concerned(change, member.person());
    }

    /** Whoever raised it says that it is settled. */
    @Transactional
    public void resolve(Member member, Subject subject, int number) {
        Change change = changes.hold(subject);
        Concern concern = store.concerns(subject).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> Refused.because("", "change.concern.unknown"));
        if (!concern.by().equals(member.person())) throw Refused.because("", "change.concern.not-yours");
        if (!concern.isOpen()) return;
        store.resolve(subject, number, clock.instant());
        record.add(Act.by(member.person(), ReviewVerb.CONCERN_SETTLED, subject, change.title()));
        notices.settled(change, member.person());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void decided(DecisionClosed closed) {
        Subject about = closed.about();
        boolean yes = closed.passed() && !closed.method().hasOptions();
        if (about == null || about.kind() != Subject.Kind.CHANGE || !yes) return;
        Change change = changes.hold(about);
        if (store.overrule(about, closed.decision().number(), clock.instant()) > 0)
            record.add(Act.byItself(
                    ReviewVerb.CONCERNS_OVERRULED,
                    about,
                    change.title(),
                    "" + closed.decision().number()));
    }
}
