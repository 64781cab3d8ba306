package mainline.concerns;

import java.util.List;
import mainline.decisions.Decision;
import mainline.decisions.Method;
import mainline.decisions.Settling;
import mainline.kernel.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Silence is assent: at the end of the window it stands, unless a concern is open. */
@Component
class BySilence implements Settling {
    private final Concerns concerns;
    private final ConcernClocks clocks;

    BySilence(Concerns concerns, ConcernClocks clocks) {
        this.concerns = concerns;
        this.clocks = clocks;
    }

    @Override
    public Method method() {
        return Method.LAZY_CONSENSUS;
    }

    @Override
    public @Nullable Settled settle(Decision decision) {
        if (clocks.stillOpen(decision) > 0) return null;
        int raised = concerns.of(decision.subject()).size();
        Reason sentence = raised == 0 ? Reason.of("lazy.stood") : Reason.of("lazy.stood-after", raised);
        return new Settled(true, List.of(1), raised, sentence);
    }
}
