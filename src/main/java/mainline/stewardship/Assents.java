package mainline.stewardship;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mainline.community.Calendar;
import mainline.community.Member;
import mainline.concerns.Unanimity;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.Stage;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import org.springframework.stereotype.Component;

/** Who said yes aloud to a nomination that would stand by silence; when enough have, nobody is waited for. */
@Component
class Assents {
    private final NominationStore store;
    private final Decisions decisions;
    private final Unanimity unanimity;
    private final StewardActs acts;
    private final Calendar calendar;

    Assents(NominationStore store, Decisions decisions, Unanimity unanimity, StewardActs acts, Calendar calendar) {
        this.store = store;
        this.decisions = decisions;
        this.unanimity = unanimity;
        this.acts = acts;
        this.calendar = calendar;
    }

    Set<PersonId> of(Subject nomination) {
        return store.agreed(nomination);
    }

    /** Those of the two who began it, which go without saying. */
    void begin(Nomination nomination) {
        store.agree(nomination.subject(), nomination.by(), calendar.now());
        store.agree(nomination.subject(), nomination.nominee(), calendar.now());
    }

    /** In a young community most are waited for, later all. */
    void settle(Nomination nomination, Subject decision) {
        Subject subject = nomination.subject();
        boolean stands = unanimity.settle(decision, () -> store.agreed(subject));
        if (!stands && calendar.isYoung(subject.community()))
            unanimity.settleByMost(
                    decision,
                    new HashSet<>(List.of(nomination.by(), nomination.nominee())),
                    () -> store.agreed(subject));
    }

    void add(Member member, Nomination nomination) {
        Subject subject = nomination.subject();
        if (!(nomination.state() instanceof Nomination.Deciding deciding) || !isBySilence(deciding.decision()))
            throw Refused.because("", "nomination.not-by-silence");
        if (store.agreed(subject).contains(member.person())) return;
        store.agree(subject, member.person(), calendar.now());
        acts.by(member.person(), StewardshipVerb.NOMINATION_AGREED, subject, nomination.nominee(), nomination.area());
        settle(nomination, deciding.decision());
    }

    private boolean isBySilence(Subject decision) {
        Decision asked = decisions.get(decision.community(), decision.number());
        return asked.method() == Method.LAZY_CONSENSUS && asked.stage() instanceof Stage.Open;
    }
}
