package mainline.proof;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
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

    // No value ever holds what JSON would escape, so the canonical text has this one shape.
    private static final String VALUE = "\"([^\"\\\\\\x00-\\x1f]*+)\"";
    private static final Pattern CANONICAL = Pattern.compile("\\{\"actor\":" + VALUE
            + ",\"body\":\"([0-9a-f]{64})\",\"seq\":(0|[1-9]\\d{0,15}),\"subject\":" + VALUE + ",\"time\":" + VALUE
            + ",\"type\":" + VALUE + "}");
    private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{64}");

    /** @throws Malformed unless it is exactly the canonical text of a leaf */
    public static Leaf parse(String text) {
        Matcher fields = CANONICAL.matcher(text);
        if (!fields.matches()) throw new Malformed("a leaf that is not in its canonical form");
        try {
            return new Leaf(
                    Long.parseLong(fields.group(3)),
                    fields.group(5),
                    fields.group(6),
                    fields.group(1),
                    fields.group(4),
                    Hash.readHex(fields.group(2)));
        } catch (NumberFormatException e) {
            throw new Malformed("a leaf whose place is too large");
        }
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
