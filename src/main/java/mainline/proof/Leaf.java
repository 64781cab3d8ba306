package mainline.proof;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stands in the tree for one act; it names nobody.
 *
 * @param seq its place in the log, from 0
 * @param time as ISO 8601 in UTC
 * @param actor a pseudonym that is the same for all acts of one person in one log; empty when the software acted
 * @param subject such as {@code IDEA-12}, or a pseudonym when it is a person; {@code ENTRY-n} names the entry by its seq
 * @param body the hash of what was said: of its salt, and of its facts and people as canonical JSON
 */
public record Leaf(long seq, String time, String type, String actor, String subject, Hash body) {
    /** The type of the entry by which an earlier one may have lost its salt and body. */
    public static final String ERASED = "entry.erased";

    private static final Set<String> FIELDS = Set.of("seq", "time", "type", "actor", "subject", "body");
    private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{64}");

    /** @throws Malformed unless it is exactly the canonical text of a leaf */
    public static Leaf parse(String text) {
        Map<String, Object> fields = Json.object(text);
        if (!fields.keySet().equals(FIELDS)) throw new Malformed("a leaf with other fields");
        Leaf leaf = new Leaf(
                Json.number(fields, "seq"),
                Json.text(fields, "time"),
                Json.text(fields, "type"),
                Json.text(fields, "actor"),
                Json.text(fields, "subject"),
                Hash.readHex(Json.text(fields, "body")));
        if (!leaf.text().equals(text)) throw new Malformed("a leaf that is not in its canonical form");
        return leaf;
    }

    /** Canonical JSON: what is hashed. */
    public String text() {
        return CanonicalJson.of(
                Map.of("seq", seq, "time", time, "type", type, "actor", actor, "subject", subject, "body", body.hex()));
    }

    public Hash hash() {
        return Hash.leaf(text().getBytes(StandardCharsets.UTF_8));
    }

    boolean isAboutPerson() {
        return PSEUDONYM.matcher(subject).matches();
    }
}
