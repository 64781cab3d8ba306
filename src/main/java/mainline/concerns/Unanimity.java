package mainline.concerns;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.Electorate;
import mainline.decisions.Method;
import mainline.decisions.Settlement;
import mainline.decisions.Settling;
import mainline.decisions.Stage;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Nobody is waited for when everybody has spoken: silence that is no longer silence ends at once. */
@Component
public class Unanimity {
    private final Decisions decisions;
    private final Electorate electorate;
    private final Concerns concerns;
    private final Settlement settlement;

    Unanimity(Decisions decisions, Electorate electorate, Concerns concerns, Settlement settlement) {
        this.decisions = decisions;
        this.electorate = electorate;
        this.concerns = concerns;
        this.settlement = settlement;
    }

    /**
     * Lets a question stand that would stand by silence, if everybody on its roll has said yes to it and nobody raised a concern.
     *
     * @param agreed who has said yes, wherever that is kept; asked while the decision is held
     * @return whether it stands now by that
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean settle(Subject subject, Supplier<Set<PersonId>> agreed) {
        Decision decision = decisions.hold(subject);
        if (!(decision.stage() instanceof Stage.Open) || decision.method() != Method.LAZY_CONSENSUS) return false;
        Set<PersonId> yes = agreed.get();
        if (yes.size() < decision.eligible() || !concerns.of(subject).isEmpty()) return false;
        if (!yes.containsAll(electorate.roll(decision))) return false;
        stands(decision, decision.eligible(), "lazy.unanimous");
        return true;
    }

    /**
     * The same where it is enough that most have said yes of those who did not begin it.
     *
     * @param began whose yes goes without saying
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean settleByMost(Subject subject, Set<PersonId> began, Supplier<Set<PersonId>> agreed) {
        Decision decision = decisions.hold(subject);
        if (!(decision.stage() instanceof Stage.Open) || decision.method() != Method.LAZY_CONSENSUS) return false;
        Set<PersonId> yes = agreed.get();
        if (2 * yes.size() <= decision.eligible() || !concerns.of(subject).isEmpty()) return false;
        List<PersonId> roll = electorate.roll(decision);
        long others = roll.stream().filter(each -> !began.contains(each)).count();
        long said = roll.stream()
                .filter(each -> !began.contains(each) && yes.contains(each))
                .count();
        if (2 * said <= others) return false;
        stands(decision, (int) roll.stream().filter(yes::contains).count(), "lazy.most");
        return true;
    }

    private void stands(Decision decision, int yes, String reason) {
        settlement.settle(
                decision, new Settling.Settled(true, List.of(1), yes, Reason.of(reason, yes, decision.eligible())));
    }
}
