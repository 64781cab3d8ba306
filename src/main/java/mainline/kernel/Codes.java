package mainline.kernel;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the values of a type are called where they are stored. A code stays when the constant gets another name. */
public final class Codes<E extends Enum<E>> {
    private final String type;
    private final Map<E, String> written;
    private final Map<String, E> read;

    private Codes(Class<E> type, Function<E, String> code) {
        this.type = type.getSimpleName();
        this.written = new EnumMap<>(type);
        for (E value : type.getEnumConstants()) written.put(value, code.apply(value));
        this.read = Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(written::get, value -> value));
    }

    public static <E extends Enum<E>> Codes<E> of(Class<E> type, Function<E, String> code) {
        return new Codes<>(type, code);
    }

    public String of(E value) {
        return Objects.requireNonNull(written.get(value));
    }

    /** @throws IllegalStateException when no value has that code */
    public E read(String code) {
        E value = read.get(code);
        if (value == null) throw new IllegalStateException("no " + type + " is stored as " + code);
        return value;
    }
}
