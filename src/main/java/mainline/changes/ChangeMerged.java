package mainline.changes;

import java.util.List;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/** A change is part of the handbook; published in the transaction of the act. */
public record ChangeMerged(
        Subject change,
        PersonId author,
        PersonId by,
        List<String> paths,
        @Nullable Subject from) {}
