package mainline.changes;

import mainline.look.Form;

/**
 * How somebody wants to look at a change, as the address tells it.
 *
 * @param version the number of the version to show, 0 for the newest
 * @param since the one to hold it against, 0 for the handbook as it found it
 * @param source by lines instead of words
 * @param on the place that somebody is about to say something on; empty for none
 * @param from the place of the first file that is open, when there are many
 * @param form what stands in the forms of the page
 */
public record ChangeQuery(int version, int since, boolean source, String on, int from, Form form) {
    /** The newest version by words. */
    public static ChangeQuery with(Form form) {
        return new ChangeQuery(0, 0, false, "", 0, form);
    }
}
