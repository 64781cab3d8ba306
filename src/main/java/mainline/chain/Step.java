package mainline.chain;

import java.util.Arrays;

/** The steps of the chain, in order. A verdict leads to the next change on the same thread. */
public enum Step {
    CLAUSE(10),
    IDEA(20),
    BACKING(30),
    PROJECT(40),
    CHANGE(50),
    HANDBOOK(60),
    TRIALS(70),
    VERDICT(80);

    /** Where it stands among the others in the table; with room for steps between. */
    private final int place;

    Step(int place) {
        this.place = place;
    }

    int place() {
        return place;
    }

    /** @throws IllegalStateException when no step stands there */
    static Step at(int place) {
        return Arrays.stream(values())
                .filter(step -> step.place == place)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no step of the chain is stored as " + place));
    }
}
