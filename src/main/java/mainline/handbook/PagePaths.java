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
        for (String front : FRONTS) pages.add(target.isEmpty() ? front : target + "/" + front);
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
        return FRONTS.contains(name(path));
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
        return segment.codePoints().noneMatch(c -> {
            int type = Character.getType(c);
            return type == Character.SURROGATE
                    || type == Character.UNASSIGNED
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || c == 0xFFFD;
        });
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

    private static String fold(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFKC)
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
