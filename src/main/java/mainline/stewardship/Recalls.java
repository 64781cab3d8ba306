package mainline.stewardship;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mainline.changes.Change;
import mainline.community.Member;
import mainline.community.Numbers;
import mainline.decisions.Decision;
import mainline.decisions.DecisionClosed;
import mainline.decisions.DecisionWithdrawn;
import mainline.handbook.Handbook;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.record.Verb;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asking the community whether somebody goes on as a steward: a show of hands by its rules, in which the one concerned has one
 * voice like everybody else. A yes comes into the file of stewards; only the last one over the whole handbook stays until
 * there is another.
 */
@Component
public class Recalls {
    private static final int MOST_OPEN = 200;

    private final RecallStore store;
    private final RosterFile rosterFile;
    private final Handbook handbook;
    private final StewardQuestions questions;
    private final People people;
    private final Numbers numbers;
    private final StewardNotices notices;
    private final StewardActs acts;
    private final Clock clock;

    Recalls(
            RecallStore store,
            RosterFile rosterFile,
            Handbook handbook,
            StewardQuestions questions,
            People people,
            Numbers numbers,
            StewardNotices notices,
            StewardActs acts,
            Clock clock) {
        this.store = store;
        this.rosterFile = rosterFile;
        this.handbook = handbook;
        this.questions = questions;
        this.people = people;
        this.numbers = numbers;
        this.notices = notices;
        this.acts = acts;
        this.clock = clock;
    }

    public Optional<Recall> find(CommunityId community, long number) {
        return store.find(new Subject(community, Subject.Kind.RECALL, number));
    }

    /** @throws Missing when there is none */
    public Recall get(Subject recall) {
        return store.find(recall).orElseThrow(() -> new Missing("recall " + recall.number()));
    }

    /** Those that are being decided, or wait to be carried out, the newest first. */
    public List<Recall> open(CommunityId community, int most) {
        return store.open(community, most);
    }

    /**
     * Asks the community, with a reason that everybody can read.
     *
     * @param area its path, empty for the whole handbook
     * @throws Refused for {@code reason}, or as a whole
     */
    @Transactional
    public Recall ask(Member by, String area, PersonId steward, String reason) {
        CommunityId community = by.community();
        check(by, area, steward, reason);
        Subject subject = numbers.next(community, Subject.Kind.RECALL);
        String name = people.get(steward).name();
        String words = rosterFile.say(community, "recall.words", name, rosterFile.name(community, area));
        Decision decision = questions.askRecall(by, subject, words, reason.strip());
        Recall recall = new Recall(
                subject,
                area,
                steward,
                by.person(),
                reason.replace("\r\n", "\n").strip(),
                words,
                clock.instant(),
                decision.subject(),
                new Recall.Deciding());
        if (!store.add(recall)) throw Refused.because("", "recall.twice");
        acts.by(by.person(), StewardshipVerb.RECALL_ASKED, subject, steward, area);
        notices.recallAsked(recall, decision.ends());
        return recall;
    }

    private void check(Member by, String area, PersonId steward, String reason) {
        CommunityId community = by.community();
        new Refused.Check().text(reason, "reason", Recall.LONGEST_REASON).orRefuse();
        questions.check(by, reason.strip(), "");
        if (rosterFile.term(community, area, steward).isEmpty()) throw Refused.because("", "recall.no-steward");
        if (by.person().equals(steward)) throw Refused.because("", "recall.own");
        int barred = questions.barredDays(community);
        if (store.wasTurnedDown(community, area, steward, clock.instant().minus(Duration.ofDays(barred))))
            throw Refused.because("", "recall.barred", barred);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void closed(DecisionClosed closed) {
        Recall recall = concerned(closed.about(), closed.decision());
        if (recall == null) return;
        if (closed.passed()) carryOut(recall);
        else {
            store.end(recall.subject(), "TURNED_DOWN", clock.instant(), null);
            tell(StewardshipVerb.RECALL_TURNED_DOWN, recall);
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdrawn(DecisionWithdrawn withdrawn) {
        Recall recall = concerned(withdrawn.about(), withdrawn.decision());
        if (recall != null) store.end(recall.subject(), "WITHDRAWN", clock.instant(), null);
    }

    private @Nullable Recall concerned(@Nullable Subject about, Subject decision) {
        if (about == null || about.kind() != Subject.Kind.RECALL) return null;
        handbook.hold(about.community());
        store.lock(about);
        return store.find(about)
                .filter(recall -> recall.state() instanceof Recall.Deciding
                        && recall.decision().equals(decision))
                .orElse(null);
    }

    /** Somebody came, so that who was recalled can go; somebody went, so that nothing is left to ask. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(StewardsChanged changed) {
        for (Recall recall : store.open(changed.community(), MOST_OPEN)) {
            boolean gone = rosterFile
                    .term(changed.community(), recall.area(), recall.steward())
                    .isEmpty();
            boolean waits = recall.state() instanceof Recall.Waiting;
            if (!gone && !waits) continue;
            store.lock(recall.subject());
            if (gone) store.end(recall.subject(), "LAPSED", clock.instant(), null);
            else if (!isLast(recall)) carryOut(recall);
        }
    }

    private void carryOut(Recall recall) {
        CommunityId community = recall.subject().community();
        if (isLast(recall)) {
            store.end(recall.subject(), "WAITING", clock.instant(), null);
            tell(StewardshipVerb.RECALL_WAITING, recall);
            notices.recallWaits(recall);
            return;
        }
        // Said before the file changes: whoever hears of that finds this one settled.
        store.end(recall.subject(), "CARRIED_OUT", clock.instant(), null);
        String handle = people.get(recall.steward()).handle();
        Optional<Subject> change = rosterFile.change(
                community,
                new Change.ByDecision(recall.decision()),
                recall.by(),
                recall.words(),
                recall.reason(),
                file -> file.without(recall.area(), handle));
        store.end(recall.subject(), "CARRIED_OUT", clock.instant(), change.orElse(null));
        tell(change.isEmpty() ? StewardshipVerb.RECALL_NEEDLESS : StewardshipVerb.STEWARD_RECALLED, recall);
        notices.recalled(recall);
    }

    private boolean isLast(Recall recall) {
        return rosterFile.isLast(recall.subject().community(), recall.area(), recall.steward());
    }

    private void tell(Verb verb, Recall recall) {
        acts.byItself(verb, recall.subject(), recall.steward(), recall.area());
    }
}
