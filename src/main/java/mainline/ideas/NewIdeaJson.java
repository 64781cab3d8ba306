package mainline.ideas;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mainline.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * An idea as programs publish it.
 *
 * @param parts what later modules ask about it, by the names of their fields
 */
@Schema(additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
record NewIdeaJson(
        @Nullable String title,
        @Nullable String text,
        @Nullable Integer clause,
        @Nullable String interest,
        @Schema(hidden = true) @JsonAnySetter @Nullable Map<String, @Nullable Object> parts) {

    Wording wording() {
        return new WordingJson(title, text, clause, interest).wording();
    }

    List<IdeaPart> parts(List<IdeaComposing> composing, Refused.Check found) {
        Map<String, String> fields = fields(composing, found);
        return composing.stream().map(part -> part.read(fields, found)).toList();
    }

    private Map<String, String> fields(List<IdeaComposing> composing, Refused.Check found) {
        Set<String> known =
                composing.stream().flatMap(part -> part.names().stream()).collect(Collectors.toSet());
        Map<String, String> fields = new HashMap<>();
        if (parts == null) return fields;
        parts.forEach((name, value) -> {
            found.that(known.contains(name), name, "form.unknown-field")
                    .that(!(value instanceof Map || value instanceof List), name, "form.odd-value");
            if (value != null) fields.put(name, value.toString());
        });
        return fields;
    }
}
