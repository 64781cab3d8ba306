package mainline.decisions;

/**
 * An option as somebody writes it.
 *
 * @param quarterHours what it costs, where a budget of hours is shared out; else 0
 */
public record ChoiceDraft(String text, String detail, long quarterHours) {
    public static ChoiceDraft of(String text) {
        return new ChoiceDraft(text, "", 0);
    }
}
