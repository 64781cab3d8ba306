package mainline.community;

import java.util.List;
import java.util.Set;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;

/** By which a module says whose its things are, and what they are a part of. Things that are gone are nobody's. */
public interface Belonging {
    Set<Subject.Kind> kinds();

    /** Who is concerned when somebody acts on it; the same person twice is no harm. */
    List<PersonId> owners(Subject subject);

    /** The pages of the handbook it is about, by their paths. */
    default List<String> pages(Subject subject) {
        return List.of();
    }

    /** What it is read and followed with, such as the idea that a comment is about; itself where it stands alone. */
    default Subject whole(Subject subject) {
        return subject;
    }
}
