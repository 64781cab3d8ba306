package mainline.stewardship;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import mainline.changes.Change;
import mainline.decisions.DecisionClosed;
import mainline.decisions.Escalations;
import mainline.decisions.Method;
import mainline.handbook.Handbook;
import mainline.handbook.StewardsFile;
import mainline.handbook.StewardsFile.Seat;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.record.Verb;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the community decided about a nomination comes into the file of stewards, in the transaction that closed the decision.
 * Nothing here may fail for a reason that can be told: an outcome that changes nothing any more is said in the record.
 */
@Component
class Confirmation {
    private final NominationStore store;
    private final RosterFile rosterFile;
    private final Handbook handbook;
    private final Escalations escalations;
    private final People people;
    private final StewardNotices notices;
    private final StewardActs acts;
    private final Clock clock;

    Confirmation(
            NominationStore store,
            RosterFile rosterFile,
            Handbook handbook,
            Escalations escalations,
            People people,
            StewardNotices notices,
            StewardActs acts,
            Clock clock) {
        this.store = store;
        this.rosterFile = rosterFile;
        this.handbook = handbook;
        this.escalations = escalations;
        this.people = people;
        this.notices = notices;
        this.acts = acts;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void closed(DecisionClosed closed) {
        Subject about = closed.about();
        if (about == null || about.kind() != Subject.Kind.NOMINATION) return;
        handbook.hold(about.community());
        store.lock(about);
        Nomination nomination = store.find(about).orElse(null);
        // Anybody may ask something else about a nomination; only the question it was put as settles it.
        if (nomination == null
                || !(nomination.state() instanceof Nomination.Deciding deciding)
                || !escalations.first(closed.decision()).equals(deciding.decision())) return;
        if (closed.passed()) confirm(nomination, closed.decision());
        else if (isTheEnd(closed)) turnDown(nomination);
    }

    /** A question that silence does not settle always goes on; one that consent does not settle may. */
    private boolean isTheEnd(DecisionClosed closed) {
        return closed.method() != Method.LAZY_CONSENSUS
                && escalations.latest(closed.decision()).equals(closed.decision());
    }

    private void confirm(Nomination nomination, Subject decision) {
        CommunityId community = nomination.subject().community();
        Seat seat = term(nomination).seat(people.get(nomination.nominee()).handle());
        Optional<Subject> change;
        try {
            change = rosterFile.change(
                    community,
                    new Change.ByDecision(decision),
                    nomination.by(),
                    nomination.words(),
                    nomination.reason(),
                    file -> file.with(nomination.area(), seat));
        } catch (StewardsFile.Unreadable full) {
            store.end(nomination.subject(), "LAPSED", clock.instant(), "full");
            tell(StewardshipVerb.NOMINATION_LAPSED, nomination);
            return;
        }
        store.confirm(nomination.subject(), clock.instant(), change.orElse(null));
        Verb verb = change.isEmpty()
                ? StewardshipVerb.NOMINATION_NEEDLESS
                : nomination.renewal() ? StewardshipVerb.STEWARD_RENEWED : StewardshipVerb.STEWARD_CONFIRMED;
        tell(verb, nomination);
        notices.confirmed(nomination);
    }

    private Term term(Nomination nomination) {
        CommunityId community = nomination.subject().community();
        LocalDate today = rosterFile.today(community);
        Optional<Term> held = rosterFile.term(community, nomination.area(), nomination.nominee());
        return held.map(now -> nomination.renewal() || now.isOver(today) ? now.renewed(today) : now)
                .orElseGet(() -> Term.from(today));
    }

    private void turnDown(Nomination nomination) {
        store.end(nomination.subject(), "TURNED_DOWN", clock.instant(), null);
        tell(StewardshipVerb.NOMINATION_TURNED_DOWN, nomination);
        notices.turnedDown(nomination);
    }

    private void tell(Verb verb, Nomination nomination) {
        acts.byItself(verb, nomination.subject(), nomination.nominee(), nomination.area());
    }
}
