package mainline.remarks;

import gg.jte.Content;
import mainline.changes.Change;
import mainline.community.Here;
import mainline.kernel.Reason;
import mainline.people.Person;
import mainline.text.Diff;
import mainline.text.LineMap;
import org.jspecify.annotations.Nullable;

/**
 * A remark on a change's page.
 *
 * @param found where its lines stand in what is shown
 * @param shown the version that is shown
 * @param takeable whether the viewer can take its suggestion now
 * @param falls what would fall by it; null for nothing
 * @param stale whether its lines say something else in the newest version
 */
record RemarkView(
        Here here,
        Change change,
        Remark remark,
        @Nullable Person by,
        LineMap.Found found,
        int shown,
        boolean source,
        boolean takeable,
        @Nullable Reason falls,
        boolean stale,
        Content thread) {

    boolean quotes() {
        return found.fit() != LineMap.Fit.SAME;
    }

    boolean resolvable() {
        return here.isMember() && Remarks.mayResolve(here.member(), change, remark);
    }

    @Nullable
    Diff suggested() {
        return remark.suggestion() == null ? null : Diff.of(remark.anchor().wording(), remark.suggestion());
    }

    /** The message that says why it quotes its lines. */
    String why() {
        if (found.fit() == LineMap.Fit.CHANGED)
            return remark.anchor().version() > shown ? "remark.about.later" : "remark.about.earlier";
        return "remark.about.gone";
    }
}
