package mainline.results;

import java.util.List;
import mainline.chain.Chain;
import mainline.chain.Node;
import mainline.chain.Step;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the trials of a practice say, on the line from the idea to the verdict. */
@Component
class PracticeLine {
    private final TrialStore trials;
    private final Chain chain;

    PracticeLine(TrialStore trials, Chain chain) {
        this.trials = trials;
        this.chain = chain;
    }

    /** Puts it on the line of the project, or of the change that wrote the page. */
    void put(Practice practice, @Nullable Subject change) {
        Subject origin = practice.project() != null ? practice.project() : change;
        if (origin == null) origin = practice.subject();
        chain.put(chain.threadOf(origin), node(practice));
    }

    /** The same on the line where it already stands. */
    void put(Practice practice) {
        chain.put(chain.threadOf(practice.subject()), node(practice));
    }

    private Node node(Practice practice) {
        Evidence evidence = evidence(practice.subject());
        Reason note = evidence.trials() == 0
                ? Reason.of("chain.trials.none")
                : Reason.of("chain.trials", evidence.yes(), evidence.trials());
        return new Node(
                practice.subject(),
                Step.TRIALS,
                Reason.of("chain.step.TRIALS"),
                note,
                practice.path(),
                evidence.trials() > 0);
    }

    private Evidence evidence(Subject practice) {
        return trials.evidence(practice.community(), List.of(practice.number()))
                .getOrDefault(practice.number(), Evidence.NONE);
    }
}
