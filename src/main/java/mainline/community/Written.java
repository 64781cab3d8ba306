package mainline.community;

import java.util.List;
import mainline.kernel.Refused;
import mainline.kernel.Subject;

/**
 * Somebody wrote a text, or says something else in it now: published in the act's transaction. Those whom it mentions and
 * no earlier wording did are told; when it mentions more than may be, publishing is {@link Refused} for that field.
 *
 * @param subject where it is read
 * @param title of what it is about
 * @param field of the form it was typed into
 * @param earlier all its wordings until now, the latest last
 */
public record Written(Member by, Subject subject, String title, String field, String text, List<String> earlier) {
    public Written {
        earlier = List.copyOf(earlier);
    }

    /** For the first time. */
    public Written(Member by, Subject subject, String title, String field, String text) {
        this(by, subject, title, field, text, List.of());
    }
}
