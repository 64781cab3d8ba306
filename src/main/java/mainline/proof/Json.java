package mainline.proof;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON; whatever is not as expected is {@link Malformed}. */
final class Json {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static Map<String, Object> object(String text) {
        try {
            Map<String, Object> object = MAPPER.readValue(text, OBJECT);
            if (object != null) return object;
        } catch (JacksonException e) {
            throw new Malformed("not JSON: " + e.getOriginalMessage());
        }
        throw new Malformed("not a JSON object");
    }

    static String text(Map<?, ?> object, String field) {
        if (object.get(field) instanceof String text) return text;
        throw new Malformed("no text in " + field);
    }

    static @Nullable String textOrNull(Map<?, ?> object, String field) {
        return object.get(field) == null ? null : text(object, field);
    }

    static long number(Map<?, ?> object, String field) {
        return switch (object.get(field)) {
            case Integer number -> number;
            case Long number -> number;
            case null, default -> throw new Malformed("no number in " + field);
        };
    }
}
