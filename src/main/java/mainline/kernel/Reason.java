package mainline.kernel;

import java.util.List;

/** One sentence that explains something, as the key of a message and what fills its gaps. */
public record Reason(String key, List<Object> gaps) {
    public static Reason of(String key, Object... gaps) {
        return new Reason(key, List.of(gaps));
    }
}
