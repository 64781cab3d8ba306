package mainline.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * From where a list goes on: the keys of the last item that was shown, such as a rank and then a number. Whoever carries it
 * in an address does not look inside. A single number is written as it is, several as URL-safe base64.
 */
public record Cursor(List<Long> keys) {
    public static final Cursor START = new Cursor(List.of());

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern KEYS = Pattern.compile("-?\\d{1,18}(\\.-?\\d{1,18}){0,7}");
    private static final int LONGEST = 240;

    public Cursor {
        keys = List.copyOf(keys);
    }

    public static Cursor at(long... keys) {
        return new Cursor(Arrays.stream(keys).boxed().toList());
    }

    /**
     * From an address; an empty text stands for the start, as 0 does.
     *
     * @throws Missing when it is none of ours
     */
    public static Cursor of(String typed) {
        if (typed.isEmpty()) return START;
        if (NUMBER.matcher(typed).matches()) {
            long number = Long.parseLong(typed);
            return number == 0 ? START : at(number);
        }
        String text = unpacked(typed);
        if (!KEYS.matcher(text).matches()) throw new Missing("cursor");
        return new Cursor(Arrays.stream(text.split("\\.")).map(Long::valueOf).toList());
    }

    private static String unpacked(String typed) {
        if (typed.length() > LONGEST) throw new Missing("cursor");
        try {
            return new String(Base64.getUrlDecoder().decode(typed), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException broken) {
            throw new Missing("cursor");
        }
    }

    public boolean isStart() {
        return keys.isEmpty();
    }

    /** The first key, or what stands for the start. */
    public long or(long start) {
        return keys.isEmpty() ? start : keys.getFirst();
    }

    /** As it stands in addresses. */
    @Override
    public String toString() {
        if (keys.isEmpty()) return "";
        if (keys.size() == 1 && keys.getFirst() >= 0) return keys.getFirst().toString();
        String text = keys.stream().map(String::valueOf).collect(Collectors.joining("."));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
