package mainline.decisions;

import java.util.List;

/** A closed decision that would have gone otherwise under other rules. */
public record Rehearsed(
        Decision decision, boolean passed, List<Integer> winners, boolean wouldPass, List<Integer> wouldWin) {}
