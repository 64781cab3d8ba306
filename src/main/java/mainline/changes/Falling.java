package mainline.changes;

import java.util.Set;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import org.jspecify.annotations.Nullable;

/** What would fall by a new version of a change, said beside the button that makes one. A later module knows it. */
public interface Falling {
    /**
     * @param words whose words would be new in it
     * @return null when nothing would fall
     */
    @Nullable
    Reason by(Change change, Set<PersonId> words);
}
