package mainline.chain;

import mainline.kernel.Reason;
import mainline.kernel.Subject;

/**
 * One object on a thread.
 *
 * @param subject what it is; putting the same subject at the same step again replaces it
 * @param label a short name: {@code M2}, {@code Idea 12}, the title of a page; a message with its gaps (all texts)
 * @param note a few words of state: {@code chain.pledged} with 31 and 37.5; gaps are texts, days and amounts
 * @param path of its page, below the community's
 * @param done whether this step is over: a merged change, a project that delivered
 */
public record Node(Subject subject, Step step, Reason label, Reason note, String path, boolean done) {
    /** Whether it was taken back, so that nothing comes after it. */
    boolean isEnded() {
        return note.key().endsWith(".withdrawn");
    }
}
