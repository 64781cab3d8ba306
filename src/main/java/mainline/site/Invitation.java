package mainline.site;

import mainline.text.Html;

/**
 * Something that one can do now, on the home page.
 *
 * @param title what waits, in the reader's language, as are all these texts
 * @param why in a sentence: since when, how much is missing, why this reader
 * @param written whether the title is somebody's own words, which may run in another direction
 * @param action the words on the button
 */
record Invitation(String title, boolean written, String href, Html why, String action, String target, boolean first) {}
