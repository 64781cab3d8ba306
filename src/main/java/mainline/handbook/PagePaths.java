package mainline.handbook;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mainline.kernel.Refused;
import mainline.kernel.Visible;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.ObjectChecker;
import org.springframework.web.util.UriUtils;

/** Which names files of the handbook may have, and how a page's name and its address belong together. */
public final class PagePaths {
    public static final int LONGEST_TEXT = 512 * 1024;
    static final List<String> FRONTS =
            List.of("README.md", "Readme.md", "ReadMe.md", "readme.md", "INDEX.md", "Index.md", "index.md");
    /** What a wiki's front page is called; nothing else stands for a folder by that name. */
    private static final Set<String> HOMES = Set.of("Home.md", "home.md");

    private static final Set<String> MARGINS = Set.of("_sidebar.md", "_footer.md", "_header.md");
    private static final int LONGEST = 300;
    private static final int LONGEST_SEGMENT = 100;
    private static final int DEEPEST = 10;
    private static final int MOST_FORMS = 32;

    private PagePaths() {}

    /** The address below the community's for a file: pages lose their ending. */
    public static String address(String path) {
        String page = path.endsWith(".md") ? path.substring(0, path.length() - 3) : path;
        return "handbook/" + UriUtils.encodePath(page, StandardCharsets.UTF_8);
    }

    /** The address below the community's for a folder. */
    public static String folderAddress(String folder) {
        return folder.isEmpty() ? "handbook" : "handbook/" + UriUtils.encodePath(folder, StandardCharsets.UTF_8);
    }

    /** What a link may call a file, as {@link PageLink} spells it: a page's ending can be left out. */
    static List<String> names(String path) {
        String plain = plain(path);
        return plain.endsWith(".md") ? List.of(plain, plain.substring(0, plain.length() - 3)) : List.of(plain);
    }

    /** The same name with its letters in one form, whichever way a computer has put them together. */
    static String plain(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC);
    }

    /** The ways in which computers put the letters of this name together, each part by itself; the name as it is comes first. */
    static List<String> forms(String path) {
        List<String> forms = new ArrayList<>(List.of(""));
        for (String part : path.split("/", -1)) {
            Set<String> spelled = new LinkedHashSet<>(List.of(part, plain(part)));
            spelled.add(Normalizer.normalize(part, Normalizer.Form.NFD));
            boolean enough = forms.size() * spelled.size() > MOST_FORMS;
            forms = forms.stream()
                    .flatMap(before -> spelled.stream().limit(enough ? 1 : 3).map(form -> before + "/" + form))
                    .toList();
        }
        return forms.stream().map(form -> form.substring(1)).toList();
    }

    /** The pages that a link may mean, by its target: the first of them that is there. */
    public static List<String> pages(String target) {
        List<String> pages = new ArrayList<>();
        if (target.endsWith(".md")) pages.add(target);
        if (!target.isEmpty()) pages.add(target + ".md");
        pages.addAll(fronts(target));
        return pages;
    }

    /** The folder a file lies in, empty for the root. */
    public static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whether the page stands for the folder it lies in. */
    public static boolean isIndex(String path) {
        return FRONTS.contains(name(path)) || HOMES.contains(path);
    }

    /** The names a folder's front page may have. */
    static List<String> fronts(String folder) {
        if (folder.isEmpty())
            return Stream.concat(FRONTS.stream(), HOMES.stream()).toList();
        return FRONTS.stream().map(front -> folder + "/" + front).toList();
    }

    /** Whether it is what a wiki shows beside each of its pages, and no page itself. */
    static boolean isMargin(String path) {
        return MARGINS.contains(name(path).toLowerCase(Locale.ROOT));
    }

    /** Where what is shown beside a page may lie: in its folder or one above it, the nearest first. */
    static List<String> margins(String path, String name) {
        List<String> margins = new ArrayList<>();
        for (String folder = folder(path); ; folder = folder(folder)) {
            String start = folder.isEmpty() ? "" : folder + "/";
            margins.add(start + name);
            margins.add(start + name.toLowerCase(Locale.ROOT));
            if (folder.isEmpty()) return margins;
        }
    }

    public static boolean isWithin(String path, String area) {
        return area.isEmpty() || path.equals(area) || path.startsWith(area + "/");
    }

    /** What somebody typed as a folder: slashes at the ends, spaces around names and other forms of letters go. */
    public static String tidy(String typed) {
        String tidy = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC).replaceAll("\\s*/\\s*", "/");
        return tidy.replaceAll("^/+|/+$", "").replaceAll("/{2,}", "/");
    }

    /** Whether every system people clone to can hold a file or folder of that name. */
    public static boolean isSafe(String path) {
        if (path.length() > LONGEST || path.chars().anyMatch(c -> Character.isISOControl(c) || ";%#\\".indexOf(c) >= 0))
            return false;
        String[] segments = path.split("/", -1);
        if (segments.length > DEEPEST) return false;
        for (String segment : segments) {
            if (segment.isBlank() || !segment.equals(segment.strip())) return false;
            if (segment.startsWith(".") || segment.endsWith(".") || segment.startsWith("-")) return false;
            if (segment.getBytes(StandardCharsets.UTF_8).length > LONGEST_SEGMENT || !isWellFormed(segment))
                return false;
        }
        try {
            new ObjectChecker().setSafeForWindows(true).setSafeForMacOS(true).checkPath(path);
            return true;
        } catch (CorruptObjectException unsafe) {
            return false;
        }
    }

    private static boolean isWellFormed(String segment) {
        for (int at = 0; at < segment.length(); at += Character.charCount(segment.codePointAt(at))) {
            int c = segment.codePointAt(at);
            int type = Character.getType(c);
            boolean odd = type == Character.SURROGATE
                    || type == Character.UNASSIGNED
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || c == 0xFFFD
                    || (type == Character.FORMAT && !Joiners.isOneNeeded(segment, at));
            if (odd) return false;
        }
        return true;
    }

    /** Whether a new file would meet one that some systems take for the same, or a folder of its name. */
    public static boolean clashes(String path, Collection<String> existing) {
        Set<String> taken = new HashSet<>();
        Set<String> spelled = new HashSet<>();
        for (String other : existing) {
            taken.add(fold(other));
            for (int slash = other.indexOf('/'); slash > 0; slash = other.indexOf('/', slash + 1)) {
                spelled.add(other.substring(0, slash));
                taken.add(fold(other.substring(0, slash)));
            }
        }
        if (taken.contains(fold(path))) return true;
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            String folder = path.substring(0, slash);
            if (taken.contains(fold(folder)) && !spelled.contains(folder)) return true;
        }
        return false;
    }

    /**
     * The first of the new files that meets another file or folder under a name that some systems take for the same.
     *
     * @param all every file there will be, the new ones too
     */
    public static Optional<String> firstClash(Collection<String> added, Collection<String> all) {
        Map<String, Set<String>> spelled = new HashMap<>();
        for (String path : all) {
            spelled.computeIfAbsent(fold(path), name -> new HashSet<>(2)).add(path);
            for (String folder = folder(path); !folder.isEmpty(); folder = folder(folder)) {
                Set<String> known = spelled.computeIfAbsent(fold(folder), name -> new HashSet<>(2));
                if (!known.add(folder + "/")) break;
            }
        }
        return added.stream().filter(path -> clashes(path, spelled)).findFirst();
    }

    private static boolean clashes(String path, Map<String, Set<String>> spelled) {
        for (String name = path; !name.isEmpty(); name = folder(name))
            if (spelled.getOrDefault(fold(name), Set.of()).size() > 1) return true;
        return false;
    }

    /** The same for all names that some systems take for one. */
    static String alike(String path) {
        return fold(path);
    }

    private static String fold(String path) {
        return Normalizer.normalize(Joiners.without(path), Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    /** A page's text as it is stored: line feeds only, one at the end. */
    public static String stored(String typed) {
        String text = typed.replace("\r\n", "\n").replace('\r', '\n').stripTrailing();
        return text.isEmpty() ? "" : text + "\n";
    }

    public static void check(Refused.Check check, String stored) {
        int bytes = stored.getBytes(StandardCharsets.UTF_8).length;
        check.that(Visible.in(stored), "text", "form.missing")
                .that(bytes <= LONGEST_TEXT, "text", "handbook.text.too-long", LONGEST_TEXT / 1024, bytes / 1024 + 1)
                .that(stored.indexOf('\0') < 0, "text", "form.odd-character");
    }
}
