/**
 * Remarks: what members say on lines of a change, the wordings they suggest, and the view of a change's files with both in the margin.
 * {@link mainline.remarks.Remarks} makes, resolves and reopens them; {@link mainline.remarks.Suggestions} takes suggested wordings.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "text",
            "look",
            "platform",
            "people",
            "community",
            "record",
            "discussion",
            "git",
            "handbook",
            "changes"
        })
package mainline.remarks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
