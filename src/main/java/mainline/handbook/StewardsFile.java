package mainline.handbook;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What {@code STEWARDS.yml} says. Whoever changes it gets another one, whose text differs only where it must: comments, order
 * and spelling stay wherever the place of the change can be found.
 */
public record StewardsFile(String text, List<Entry> areas) {
    static final int BIGGEST = 64 * 1024;

    /**
     * @param path as in {@link Area}
     * @param emeriti handles
     */
    public record Entry(String path, String name, List<Seat> stewards, List<String> emeriti, AreaRules rules) {}

    /** A handle and a term; null where the file names no day. */
    public record Seat(
            String handle,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {}

    /** A file that cannot be read as areas and stewards. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Roster.Broken broken;

        Unreadable(int line, Flaw flaw, Object... gaps) {
            super("line " + line + ": " + flaw);
            broken = new Roster.Broken(line, flaw, List.of(gaps));
        }

        public Roster.Broken broken() {
            return broken;
        }
    }

    /** @throws Unreadable with line and reason */
    public static StewardsFile of(String text) {
        return StewardsReading.of(text);
    }

    /** @throws Unreadable also for what is no text, or too much of it */
    static StewardsFile of(byte[] bytes) {
        if (bytes.length > BIGGEST) throw new Unreadable(0, Flaw.TOO_BIG, BIGGEST / 1024);
        try {
            return of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException odd) {
            throw new Unreadable(0, Flaw.NOT_TEXT);
        }
    }

    /** @param comment stands above it, a line each */
    static StewardsFile written(String comment, List<Entry> areas) {
        return of(StewardsWriting.of(comment, areas));
    }

    private Entry entry(String area) {
        return areas.stream()
                .filter(entry -> entry.path().equals(area))
                .findFirst()
                .orElse(new Entry(area, "", List.of(), List.of(), AreaRules.NONE));
    }

    /** Adds a steward or gives a new term; an area that is not there begins. */
    public StewardsFile with(String area, Seat seat) {
        return changed(area, entry -> {
            List<Seat> stewards = new ArrayList<>(entry.stewards());
            int place = place(stewards, seat.handle());
            if (place < 0) stewards.add(seat);
            else stewards.set(place, seat);
            return new Entry(area, entry.name(), stewards, without(entry.emeriti(), seat.handle()), entry.rules());
        });
    }

    /** Takes a steward out of an area. */
    public StewardsFile without(String area, String handle) {
        return changed(
                area,
                entry -> new Entry(
                        area,
                        entry.name(),
                        entry.stewards().stream()
                                .filter(seat -> !seat.handle().equals(handle))
                                .toList(),
                        entry.emeriti(),
                        entry.rules()));
    }

    /** Takes a steward out of an area and names them among those who were. */
    public StewardsFile retired(String area, String handle) {
        return without(area, handle).changed(area, entry -> {
            List<String> emeriti = new ArrayList<>(without(entry.emeriti(), handle));
            emeriti.add(handle);
            return new Entry(area, entry.name(), entry.stewards(), emeriti, entry.rules());
        });
    }

    /** Begins an area, or gives one another name. */
    public StewardsFile withArea(String area, String name) {
        return changed(area, entry -> new Entry(area, name, entry.stewards(), entry.emeriti(), entry.rules()));
    }

    private StewardsFile changed(String area, UnaryOperator<Entry> change) {
        Entry before = entry(area);
        Entry after = change.apply(before);
        List<Entry> changed = new ArrayList<>(areas);
        int place = changed.indexOf(before);
        if (place < 0) changed.add(after);
        else changed.set(place, after);
        return changed.equals(areas) ? this : StewardsEditing.of(this, changed);
    }

    private static int place(List<Seat> seats, String handle) {
        for (int n = 0; n < seats.size(); n++) if (seats.get(n).handle().equals(handle)) return n;
        return -1;
    }

    private static List<String> without(List<String> handles, String handle) {
        return handles.stream().filter(other -> !other.equals(handle)).toList();
    }
}
