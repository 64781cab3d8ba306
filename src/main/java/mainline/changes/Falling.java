package mainline.changes;

import java.util.Set;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import org.jspecify.annotations.Nullable;

/** What would fall by a new version of a change, said beside the button that makes one. A later module knows it. */
public interface Falling {
    /** What people have said of the change, read once for all buttons of a page. */
    Said of(Change change);

    interface Said {
        /**
         * @param words whose words would be new in the version
         * @return null when nothing would fall
         */
        @Nullable
        Reason fallsBy(Set<PersonId> words);
    }
}
