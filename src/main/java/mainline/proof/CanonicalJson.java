package mainline.proof;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON in the one form of RFC 8785, so that the same content has the same hash. Knows maps with texts as keys,
 * lists, texts, booleans, null and whole numbers that every reader holds exactly; other numbers are refused.
 */
public final class CanonicalJson {
    private static final long EXACT = (1L << 53) - 1;

    private CanonicalJson() {}

    public static String of(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case String text -> text(text, out);
            case Boolean truth -> out.append(truth);
            case Integer number -> out.append(number);
            case Long number -> out.append(exact(number));
            case List<?> list -> list(list, out);
            case Map<?, ?> map -> map(map, out);
            default ->
                throw new Malformed("no canonical JSON for " + value.getClass().getSimpleName());
        }
    }

    private static long exact(long number) {
        if (Math.abs(number) > EXACT) throw new Malformed("a number that not every reader can hold: " + number);
        return number;
    }

    private static void list(List<?> list, StringBuilder out) {
        out.append('[');
        for (Iterator<?> items = list.iterator(); items.hasNext(); ) {
            write(items.next(), out);
            if (items.hasNext()) out.append(',');
        }
        out.append(']');
    }

    private static void map(Map<?, ?> map, StringBuilder out) {
        TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        out.append('{');
        String comma = "";
        for (Map.Entry<String, @Nullable Object> field : sorted.entrySet()) {
            out.append(comma);
            text(field.getKey(), out);
            out.append(':');
            write(field.getValue(), out);
            comma = ",";
        }
        out.append('}');
    }

    private static void text(String text, StringBuilder out) {
        out.append('"');
        if (isPlain(text)) {
            out.append(text).append('"');
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) out.append("\\u%04x".formatted((int) c));
                    else if (isLone(text, i)) throw new Malformed("half a character in a text");
                    else out.append(c);
                }
            }
        }
        out.append('"');
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\' || Character.isSurrogate(c)) return false;
        }
        return true;
    }

    private static boolean isLone(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c))
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
