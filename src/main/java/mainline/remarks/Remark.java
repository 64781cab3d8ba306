package mainline.remarks;

import java.time.Instant;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A member's word about some lines of a file of a change. Its text is the first comment of its discussion.
 *
 * @param subject itself, of kind REMARK
 * @param suggestion what the lines could say instead, empty for taking them out; null when nothing is suggested
 * @param asks whether it waits for an answer by the change's author
 * @param authorNext whether the next word is the author's; otherwise it is that of whoever made the remark
 * @param since when that is so
 * @param takenIn the version that the suggestion became part of; 0 when it did not
 */
public record Remark(
        Subject subject,
        Subject change,
        Anchor anchor,
        PersonId by,
        Instant at,
        @Nullable String suggestion,
        boolean asks,
        boolean authorNext,
        Instant since,
        @Nullable Resolution resolution,
        int takenIn) {
    static final int LONGEST_WORDING = 20_000;
    static final int MOST_LINES = 200;
    private static final int EXCERPT = 90;

    /**
     * The lines it is about.
     *
     * @param version in front of whoever made it
     * @param before whether they stand in the text that this version found, so that it takes them out
     * @param first counted from 1
     * @param wording what they say, without the last line's end
     */
    public record Anchor(int version, boolean before, String path, int first, int last, String wording) {}

    public record Resolution(PersonId by, Instant at) {}

    public boolean isOpen() {
        return resolution == null;
    }

    /** Whether somebody owes it a word. */
    public boolean waits() {
        return isOpen() && asks;
    }

    /** The beginning of what is suggested, or of what is to go, for lists. */
    String excerpt() {
        String text = suggestion == null || suggestion.isBlank() ? anchor.wording() : suggestion;
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= EXCERPT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, EXCERPT)) + "…";
    }

    /** Its address on the change's page. */
    public String place() {
        return "remark-" + subject.number();
    }

    /**
     * What somebody wants to say.
     *
     * @param anchor its wording is read from the version
     * @param wordless what is said when only another wording is suggested
     * @param suggestion the lines as they were, or null, when nothing is suggested
     */
    public record Draft(
            Anchor anchor,
            String text,
            String wordless,
            @Nullable String suggestion,
            boolean asks) {}
}
