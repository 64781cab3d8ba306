package mainline.handbook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The order of a book, as texts that sort like it: a folder's front page, then its pages, then the folders in it. Among each
 * other, what names a place goes by that, before what names none and goes by its name; numbers in names count as numbers.
 */
final class BookOrder {
    /** How many bytes a key has at most; it stands in an index together with a path. */
    private static final int LONGEST = 1100;

    private static final String FRONT = "0";
    static final String PAGE = "1";
    static final String FOLDER = "2";
    private static final Pattern NUMBER = Pattern.compile("0*(\\d{1,90})");

    private BookOrder() {}

    /**
     * @param places of the folders above, by their paths; null for those that name none
     */
    static String page(String path, @Nullable Double place, Function<String, @Nullable Double> places) {
        String folder = PagePaths.folder(path);
        String name = PagePaths.name(path);
        String own = PagePaths.isIndex(path)
                ? FRONT + "rih".indexOf(Character.toLowerCase(name.charAt(0)))
                : PAGE + part(place, name.replaceFirst("\\.md$", ""));
        return cut(folder(folder, places) + own);
    }

    /** What the keys of all pages in that folder begin with. */
    static String folder(String path, Function<String, @Nullable Double> places) {
        StringBuilder key = new StringBuilder();
        for (String folder : above(path))
            key.append(FOLDER)
                    .append(part(places.apply(folder), PagePaths.name(folder)))
                    .append('/');
        return cut(key.toString());
    }

    /** A folder and those it lies in, the outermost first; none for the root. */
    static List<String> above(String folder) {
        List<String> folders = new ArrayList<>();
        for (int slash = folder.indexOf('/'); slash > 0; slash = folder.indexOf('/', slash + 1))
            folders.add(folder.substring(0, slash));
        if (!folder.isEmpty()) folders.add(folder);
        return folders;
    }

    private static String part(@Nullable Double place, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String natural = NUMBER.matcher(lower)
                .replaceAll(number -> "%02d%s".formatted(number.group(1).length(), number.group(1)));
        // Two folders whose names differ only by case are still two.
        String own = name.equals(lower) ? natural : natural + "\t" + name;
        return (place == null ? "~" : "%012d".formatted(Math.round(place * 1000) + 500_000_000_000L)) + own;
    }

    private static String cut(String key) {
        String cut = key.length() > LONGEST ? key.substring(0, LONGEST) : key;
        while (cut.getBytes(StandardCharsets.UTF_8).length > LONGEST)
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        return cut;
    }
}
