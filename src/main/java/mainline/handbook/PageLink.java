package mainline.handbook;

/**
 * What a link or a picture of a page leads to.
 *
 * @param target the file or folder of the repository, without slashes at its ends; empty for the whole handbook
 * @param anchor the heading there; empty for none
 */
public record PageLink(String target, String anchor) {
    @Override
    public String toString() {
        return anchor.isEmpty() ? target : target + "#" + anchor;
    }
}
