package mainline.announcements;

import mainline.kernel.Refused;
import mainline.text.Markdown;

/**
 * What is to be announced, as it was typed.
 *
 * @param urgent whether it cannot wait for people's digests
 */
public record AnnouncementDraft(String title, String text, boolean urgent) {
    static final int LONGEST_TITLE = 120;
    static final int LONGEST_TEXT = 5_000;
    private static final int EXCERPT = 200;

    Refused.Check check() {
        return new Refused.Check().text(title, "title", LONGEST_TITLE).text(text, "text", LONGEST_TEXT);
    }

    AnnouncementDraft clean() {
        return new AnnouncementDraft(
                title.strip().replaceAll("\\s+", " "),
                text.replace("\r\n", "\n").strip(),
                urgent);
    }

    /** What stands of it in a notice. */
    String beginning() {
        return Markdown.excerpt(text, EXCERPT);
    }
}
