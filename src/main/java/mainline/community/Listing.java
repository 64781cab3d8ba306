package mainline.community;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;

/** The things of one kind in a community, newest first, as {@link Narrowing} asks for them. */
public interface Listing<T> {
    Subject.Kind kind();

    long number(T thing);

    /** When it came. */
    Instant at(T thing);

    List<T> newest(long before, int most);

    /** Those that came after that; where a later one can have come before an earlier one, the store is to be asked. */
    default List<T> since(Instant last, long before, int most) {
        return newest(before, most).stream()
                .takeWhile(thing -> at(thing).isAfter(last))
                .toList();
    }

    /** Those that are this person's, since they brought them forward or work on them; newest first. */
    List<T> by(PersonId person, long before, int most);

    Map<Long, T> all(Collection<Long> numbers);

    /** The same, but only those for which this holds. */
    default Listing<T> where(Predicate<T> holds) {
        return new Chosen<>(this, holds);
    }
}
