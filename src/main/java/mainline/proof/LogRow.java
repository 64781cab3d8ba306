package mainline.proof;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of the record together with its leaf, as it is handed to whoever checks it: one line of JSON.
 *
 * @param leaf the text of the {@link Leaf}
 * @param told what the row says without naming anybody; null when there is no such row any more
 * @param opened what the leaf's body hash was made of; null when it was erased
 */
public record LogRow(
        long seq,
        String leaf,
        @Nullable Told told,
        @Nullable Opened opened) {
    /** @param subject null when it is a person */
    public record Told(String time, String type, @Nullable String subject) {}

    /**
     * @param salt in hexadecimal
     * @param body canonical JSON: {@code facts}, {@code person} (null when the software acted) and, when the subject is a
     *     person, {@code subject}
     */
    public record Opened(String salt, String body) {
        private static final Pattern BY_SOFTWARE =
                Pattern.compile("\"person\":null(?:,\"subject\":\"[A-Z]+-\\d+\")?}$");

        public static Opened of(byte[] salt, String body) {
            return new Opened(HexFormat.of().formatHex(salt), body);
        }

        /** Read off the end of the canonical text: nothing that a text holds can look like it. */
        boolean isBySoftware() {
            String end = body.substring(Math.max(0, body.length() - 80));
            return BY_SOFTWARE.matcher(end).find();
        }

        /** What a leaf commits to. */
        public Hash hash() {
            try {
                byte[] bytes = HexFormat.of().parseHex(salt);
                if (!HexFormat.of().formatHex(bytes).equals(salt)) throw new Malformed("a salt in capitals");
                return Hash.of(bytes, body.getBytes(StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                throw new Malformed("a salt that is not hexadecimal");
            }
        }
    }

    /**
     * @param person the number of the person who acted, or null
     * @param subject {@code MEMBER-n} or null
     */
    public static String body(Map<String, String> facts, @Nullable Long person, @Nullable String subject) {
        Map<String, @Nullable Object> body = new TreeMap<>();
        body.put("facts", facts);
        body.put("person", person);
        if (subject != null) body.put("subject", subject);
        return CanonicalJson.of(body);
    }

    /** @throws Malformed when the line is none of a row */
    public static LogRow parse(String line) {
        Map<String, Object> fields = Json.object(line);
        Told told = fields.get("row") instanceof Map<?, ?> row
                ? new Told(Json.text(row, "time"), Json.text(row, "type"), Json.textOrNull(row, "subject"))
                : null;
        Opened opened = fields.containsKey("salt")
                ? new Opened(Json.text(fields, "salt"), CanonicalJson.of(fields.get("body")))
                : null;
        return new LogRow(Json.number(fields, "seq"), Json.text(fields, "leaf"), told, opened);
    }

    /** Canonical JSON, without a line end. Put together from its parts, since the body is canonical already. */
    public String line() {
        StringBuilder line = new StringBuilder("{");
        if (opened != null) line.append("\"body\":").append(opened.body()).append(',');
        line.append("\"leaf\":").append(CanonicalJson.of(leaf));
        if (told != null) {
            line.append(",\"row\":{");
            if (told.subject() != null)
                line.append("\"subject\":")
                        .append(CanonicalJson.of(told.subject()))
                        .append(',');
            line.append("\"time\":").append(CanonicalJson.of(told.time()));
            line.append(",\"type\":").append(CanonicalJson.of(told.type())).append('}');
        }
        if (opened != null) line.append(",\"salt\":").append(CanonicalJson.of(opened.salt()));
        return line.append(",\"seq\":").append(seq).append('}').toString();
    }

    Hash leafHash() {
        return Hash.leaf(leaf.getBytes(StandardCharsets.UTF_8));
    }

    /** Why the row is not what its leaf commits to; empty when it is. */
    String misfit(long expected, Leaf read) {
        if (seq != expected || read.seq() != expected) return "another row stands in its place";
        if (told == null) return "the row is gone and only its leaf is left";
        if (!told.time().equals(read.time())) return "its time was changed";
        if (!told.type().equals(read.type())) return "what was done was changed";
        if (told.subject() == null ? !read.isAboutPerson() : !told.subject().equals(read.subject()))
            return "what it is about was changed";
        if (opened == null) return "";
        if (!opened.hash().equals(read.body())) return "what it says, or who did it, was changed";
        return opened.isBySoftware() == read.actor().isEmpty() ? "" : "who did it was changed";
    }
}
