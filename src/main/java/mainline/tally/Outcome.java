package mainline.tally;

import java.util.List;

/** What a count came to. Each method's own record beside this one says how, round by round. */
public interface Outcome {
    /** The options that won, in order of election; empty when nothing did. */
    List<Integer> winners();
}
