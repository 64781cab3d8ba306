package mainline.community;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;

/** The things of one kind in a community, newest first, as {@link Narrowing} asks for them. */
public interface Listing<T> {
    Subject.Kind kind();

    long number(T thing);

    /** When it came. */
    Instant at(T thing);

    List<T> newest(long before, int most);

    /** Those that are this person's, since they brought them forward or work on them; newest first. */
    List<T> by(PersonId person, long before, int most);

    Map<Long, T> all(Collection<Long> numbers);
}
