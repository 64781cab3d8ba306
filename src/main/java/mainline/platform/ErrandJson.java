package mainline.platform;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Payloads as JSON. What this release does not know is left out, what is missing is 0, false or null. */
@Component
class ErrandJson implements Serializer {
    private final JsonMapper json;

    ErrandJson(JsonMapper json) {
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    // Jobs have no payload.
    @Override
    public byte @Nullable [] serialize(@Nullable Object payload) {
        return payload == null ? null : json.writeValueAsBytes(payload);
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] written) {
        return written == null ? null : json.readValue(written, type);
    }
}
