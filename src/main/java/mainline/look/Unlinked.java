package mainline.look;

import java.util.regex.Pattern;

/**
 * Keeps mail programs from making links of what looks like an address in a text: whoever joins as "win.example" would send
 * that link to any mailbox in our name. An unseen space breaks it; a mail address stays whole, to be copied.
 */
final class Unlinked {
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern MAIL = Pattern.compile("[\\p{Ps}\\p{Pi}\\p{Cf}\"']*[^\\s@/:?#]+@[^\\s@/:?#]+");
    private static final Pattern JOINT = Pattern.compile("(?<=[\\p{L}\\p{N}])(?=\\.[\\p{L}\\p{N}])|(?=://)");
    private static final String BREAK = "\u200b";

    private Unlinked() {}

    static String text(String text) {
        return WORD.matcher(text)
                .replaceAll(word -> java.util.regex.Matcher.quoteReplacement(
                        MAIL.matcher(word.group()).matches()
                                ? word.group()
                                : JOINT.matcher(word.group()).replaceAll(BREAK)));
    }
}
