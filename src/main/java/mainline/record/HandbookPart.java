package mainline.record;

import java.util.Optional;
import java.util.regex.Pattern;
import mainline.kernel.Reason;

/** A part of the handbook in words for everybody; the file of stewards and the record write it as {@code /meetings/**}. */
public final class HandbookPart {
    private static final Pattern ABOUT_STEWARDS = Pattern.compile("(?:steward|nomination|recall)\\..+");

    private HandbookPart() {}

    /** The part that an act about stewards notes; nothing for any other act. */
    public static Optional<Reason> of(Act act) {
        String note = act.facts().getOrDefault("note", "");
        return ABOUT_STEWARDS.matcher(act.verb()).matches() && note.startsWith("/")
                ? Optional.of(words(note))
                : Optional.empty();
    }

    /** As it is called in a sentence. */
    public static Reason words(String written) {
        return words(written, "steward.part.", "steward.whole");
    }

    /** As it is called where it stands alone. */
    public static Reason title(String written) {
        return words(written, "steward.part.title.", "steward.whole.title");
    }

    private static Reason words(String written, String part, String whole) {
        String path = written.replaceFirst("^/", "").replaceFirst("/?\\*\\*$", "");
        if (path.isEmpty()) return Reason.of(whole);
        if (path.contains("*")) return Reason.of(part + "files", path);
        if (path.endsWith(".md")) return Reason.of(part + "page", path.substring(0, path.length() - ".md".length()));
        return Reason.of(part + (path.substring(path.lastIndexOf('/') + 1).contains(".") ? "file" : "folder"), path);
    }
}
