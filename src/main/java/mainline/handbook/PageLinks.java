package mainline.handbook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Where the links of a page lead, read from the folder it lies in. */
final class PageLinks {
    private PageLinks() {}

    /**
     * What a link leads to; a file above the repository begins with {@code ../}.
     *
     * @return null when it leads elsewhere
     */
    static @Nullable PageLink of(String path, String link) {
        if (leadsElsewhere(link)) return null;
        int hash = link.indexOf('#');
        String anchor = hash < 0 ? "" : Anchors.meant(link.substring(hash + 1));
        String file = (hash < 0 ? link : link.substring(0, hash)).split("\\?", 2)[0];
        return new PageLink(
                file.isEmpty() ? PagePaths.plain(path) : file(path, PagePaths.plain(Percents.decoded(file))), anchor);
    }

    /**
     * The address for a link. What leads elsewhere stays as it is; what climbs out of the repository leads to the handbook's
     * front.
     *
     * @param base the address of the handbook, such as {@code /harbour/handbook}
     */
    static String address(String base, String path, String link) {
        PageLink to = of(path, link);
        if (to == null) return link;
        String tail = to.anchor().isEmpty() ? "" : "#" + to.anchor();
        if (link.startsWith("#")) return tail.isEmpty() ? link : tail;
        return address(base, to.target()) + tail;
    }

    /** The address of a file or folder. */
    static String address(String base, String target) {
        if (target.startsWith("../") || target.isEmpty()) return base;
        String page = target.endsWith(".md") ? target.substring(0, target.length() - 3) : target;
        return base + "/" + UriUtils.encodePath(page, StandardCharsets.UTF_8);
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

    private static String file(String path, String link) {
        Deque<String> at = new ArrayDeque<>();
        String folder = PagePaths.plain(PagePaths.folder(path));
        if (!link.startsWith("/") && !folder.isEmpty()) at.addAll(List.of(folder.split("/", -1)));
        for (String part : link.split("/", -1)) {
            if (part.isEmpty() || part.equals(".")) continue;
            boolean up = part.equals("..");
            if (up && !at.isEmpty() && !at.getLast().equals("..")) at.removeLast();
            else at.addLast(part);
        }
        return String.join("/", at);
    }
}
