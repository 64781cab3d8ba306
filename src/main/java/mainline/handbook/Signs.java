package mainline.handbook;

import java.util.Set;

/**
 * What a page shows beside its text, in the reader's language.
 *
 * @param missing the files its links name and that are not there
 * @param astray its links to headings that are not there
 * @param unwritten is said behind the first, {@code headless} behind the second
 * @param link is said of the link to a heading; empty for no such links
 */
record Signs(Set<String> missing, Set<PageLink> astray, String unwritten, String headless, String link) {
    static final Signs NONE = new Signs(Set.of(), Set.of(), "", "", "");
}
