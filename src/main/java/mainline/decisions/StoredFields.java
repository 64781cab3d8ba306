package mainline.decisions;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An object stored as JSON, read code by code. What is missing or unknown is an error that names it: a rule that is not
 * understood must not be left out in silence, or a count would come to something else.
 */
final class StoredFields {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String what;
    private final Map<String, Object> left;

    private StoredFields(String what, Map<String, Object> left) {
        this.what = what;
        this.left = left;
    }

    static String write(Map<String, Object> fields) {
        return JSON.writeValueAsString(fields);
    }

    /** @param what it is, for an error */
    static StoredFields read(String what, String stored) {
        return new StoredFields(what, new HashMap<>(JSON.readValue(stored, OBJECT)));
    }

    boolean has(String code) {
        return left.containsKey(code);
    }

    /** @param otherwise what holds where it is missing, because it came later */
    boolean flag(String code, boolean otherwise) {
        Object value = left.remove(code);
        if (value == null) return otherwise;
        if (value instanceof Boolean flag) return flag;
        throw odd(code, value);
    }

    int whole(String code) {
        return whole(code, left.remove(code));
    }

    private int whole(String code, @Nullable Object value) {
        if (value instanceof Integer number) return number;
        throw odd(code, value);
    }

    long large(String code) {
        Object value = left.remove(code);
        if (value instanceof Integer || value instanceof Long) return ((Number) value).longValue();
        throw odd(code, value);
    }

    BigDecimal decimal(String code) {
        Object value = left.remove(code);
        if (value instanceof BigDecimal number) return number;
        if (value instanceof Integer number) return BigDecimal.valueOf(number);
        throw odd(code, value);
    }

    /** @param otherwise what holds where it is missing, because it came later */
    String text(String code, String otherwise) {
        Object value = left.remove(code);
        if (value == null) return otherwise;
        if (value instanceof String text) return text;
        throw odd(code, value);
    }

    Map<String, Integer> wholes(String code) {
        Object value = left.remove(code);
        if (!(value instanceof Map<?, ?> map)) throw odd(code, value);
        Map<String, Integer> numbers = new LinkedHashMap<>();
        map.forEach((key, number) -> numbers.put(String.valueOf(key), whole(code, number)));
        return numbers;
    }

    /** Asked when everything known is read. */
    void end() {
        if (!left.isEmpty()) throw new IllegalStateException("stored " + what + " with unknown " + left.keySet());
    }

    private IllegalStateException odd(String code, @Nullable Object value) {
        return new IllegalStateException("stored " + what + " with " + code + " = " + value);
    }
}
