package mainline.community;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;

/** Those things of a list for which something holds that its store is not asked for. */
record Chosen<T>(Listing<T> all, Predicate<T> holds) implements Listing<T> {
    private static final int AT_ONCE = 100;
    /** So many parts are looked through for a page: of a long list with hardly any of them, the newest are shown. */
    private static final int MOST_PARTS = 20;

    @Override
    public Subject.Kind kind() {
        return all.kind();
    }

    @Override
    public long number(T thing) {
        return all.number(thing);
    }

    @Override
    public Instant at(T thing) {
        return all.at(thing);
    }

    @Override
    public List<T> newest(long before, int most) {
        return chosen(before, most, from -> all.newest(from, AT_ONCE));
    }

    @Override
    public List<T> since(Instant last, long before, int most) {
        return chosen(before, most, from -> all.since(last, from, AT_ONCE));
    }

    @Override
    public List<T> by(PersonId person, long before, int most) {
        return chosen(before, most, from -> all.by(person, from, AT_ONCE));
    }

    @Override
    public Map<Long, T> all(Collection<Long> numbers) {
        Map<Long, T> found = new HashMap<>(all.all(numbers));
        found.values().removeIf(holds.negate());
        return found;
    }

    private List<T> chosen(long before, int most, LongFunction<List<T>> some) {
        List<T> chosen = new ArrayList<>();
        List<T> part = some.apply(before);
        for (int parts = 1; !part.isEmpty(); parts++) {
            part.stream().filter(holds).forEach(chosen::add);
            if (chosen.size() >= most || part.size() < AT_ONCE || parts == MOST_PARTS) break;
            part = some.apply(number(part.getLast()));
        }
        return chosen.stream().limit(most).toList();
    }
}
