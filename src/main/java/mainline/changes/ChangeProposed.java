package mainline.changes;

import java.util.List;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/** A change is open for review; published in the transaction of the act. */
public record ChangeProposed(
        Subject change,
        PersonId author,
        List<String> paths,
        @Nullable Subject from) {}
