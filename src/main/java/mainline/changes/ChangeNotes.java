package mainline.changes;

import java.util.Collection;
import java.util.Map;
import mainline.community.Here;

/** What a later module says below each change of a list. */
public interface ChangeNotes {
    /**
     * @param said a sentence in the reader's language
     * @param waitsForViewer whether the next word is theirs
     */
    record Note(String said, boolean waitsForViewer) {}

    /**
     * @param changes the numbers of those that are open
     * @return by number; changes of which there is nothing to say are left out
     */
    Map<Long, Note> of(Here here, Collection<Long> changes);
}
