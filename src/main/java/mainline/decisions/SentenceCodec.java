package mainline.decisions;

import java.util.List;
import java.util.Map;
import mainline.kernel.Gaps;
import mainline.kernel.Reason;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The sentence that says what a decision came to, as it is stored: the key of its message and what fills the gaps. */
final class SentenceCodec {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SentenceCodec() {}

    static String write(Reason sentence) {
        return JSON.writeValueAsString(Map.of("key", sentence.key(), "gaps", Gaps.kept(sentence.gaps())));
    }

    /** @throws IllegalStateException when it is no sentence */
    static Reason read(String stored) {
        Map<String, Object> fields = JSON.readValue(stored, OBJECT);
        if (fields.get("key") instanceof String key && fields.get("gaps") instanceof List<?> gaps)
            return new Reason(key, Gaps.of(gaps));
        throw new IllegalStateException("stored sentence " + stored);
    }
}
