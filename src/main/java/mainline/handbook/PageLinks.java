package mainline.handbook;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Where the links of a page lead, read from the folder it lies in. */
final class PageLinks {
    private PageLinks() {}

    /**
     * The file or folder of the repository that a link names, without slashes at its ends; empty for the whole handbook.
     *
     * @return null when the link stays on its page or leads elsewhere
     */
    static @Nullable String target(String path, String link) {
        if (link.startsWith("#") || leadsElsewhere(link)) return null;
        try {
            return file(path, link);
        } catch (URISyntaxException odd) {
            return link;
        }
    }

    /**
     * The address for a link. What leads elsewhere stays as it is; what climbs out of the repository leads to the handbook's
     * front.
     *
     * @param base the address of the handbook, such as {@code /harbour/handbook}
     */
    static String address(String base, String path, String link) {
        if (link.startsWith("#")) return link.length() > 1 ? "#h-" + link.substring(1) : link;
        if (leadsElsewhere(link)) return link;
        try {
            String file = file(path, link);
            if (file.startsWith("../")) return base;
            String page = file.endsWith(".md") ? file.substring(0, file.length() - 3) : file;
            String fragment = wanted(path, link).getRawFragment();
            String tail = fragment == null ? "" : "#h-" + fragment;
            return page.isEmpty() ? base + tail : base + "/" + UriUtils.encodePath(page, StandardCharsets.UTF_8) + tail;
        } catch (URISyntaxException odd) {
            return base;
        }
    }

    /** Where a page that is missing can be written; the handbook's front for what can be no page. */
    static String toWrite(String base, String target) {
        String folder = PagePaths.folder(target);
        String name = PagePaths.name(target);
        boolean isPage =
                !target.isEmpty() && !target.startsWith("../") && (name.endsWith(".md") || name.indexOf('.') < 0);
        if (!isPage) return base;
        String at = folder.isEmpty() ? base : base + "/" + UriUtils.encodePath(folder, StandardCharsets.UTF_8);
        String title = name.replaceFirst("\\.md$", "").replaceAll("[-_]+", " ").strip();
        return at + "?new&name=" + UriUtils.encode(title, StandardCharsets.UTF_8);
    }

    private static boolean leadsElsewhere(String link) {
        return link.isEmpty() || link.startsWith("//") || link.matches("(?i)[a-z][a-z0-9+.-]*:.*");
    }

    private static URI wanted(String path, String link) throws URISyntaxException {
        String folder = PagePaths.folder(path);
        return new URI(folder.isEmpty() ? "/" : "/" + UriUtils.encodePath(folder, StandardCharsets.UTF_8) + "/")
                .resolve(new URI(link.replace(" ", "%20")))
                .normalize();
    }

    private static String file(String path, String link) throws URISyntaxException {
        String wanted = wanted(path, link).getPath();
        return wanted == null ? "" : wanted.replaceAll("^/+|/+$", "");
    }
}
