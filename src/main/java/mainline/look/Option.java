package mainline.look;

/**
 * One of several things to choose from.
 *
 * @param label already in the reader's language, as is the note
 * @param note a few words more, may be empty
 */
public record Option(String value, String label, String note) {
    public Option(String value, String label) {
        this(value, label, "");
    }
}
