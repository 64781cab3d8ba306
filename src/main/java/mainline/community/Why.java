package mainline.community;

import java.util.Arrays;
import java.util.List;

/** Why somebody hears of something. Of two reasons for one act, the earlier one counts. */
public enum Why {
    /** They owe an answer: a vote, a review, a yes or a no. */
    ASKED("asked"),
    /** Somebody acted on what is theirs. */
    ANSWERED("answered"),
    /** It holds for them, like everybody on a roll. */
    BOUND("bound"),
    /** They follow it. */
    FOLLOWING("following");

    private final String code;

    Why(String code) {
        this.code = code;
    }

    /** It is stored, and never changes. */
    public String code() {
        return code;
    }

    /** The codes of those that count less. */
    public List<String> lesser() {
        return Arrays.stream(values())
                .filter(each -> each.compareTo(this) > 0)
                .map(Why::code)
                .toList();
    }

    public static Why of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody hears of something because " + code));
    }
}
