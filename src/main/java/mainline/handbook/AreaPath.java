package mainline.handbook;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which files an area holds: {@code *} stands for anything within one part of a path, {@code **} for any parts. A path whose
 * last part is spelled out holds that file, or everything in the folder of that name.
 *
 * @param text without slashes at its ends; empty for everything
 */
record AreaPath(String text, Pattern files) {
    static final int LONGEST = 200;
    private static final int MOST_STARS = 2;

    /** The more of its parts are spelled out, the more specific; then the deeper one. */
    static final Comparator<AreaPath> SPECIFIC =
            Comparator.comparingLong(AreaPath::spelledOut).thenComparingLong(AreaPath::depth);

    AreaPath(String text) {
        this(text, Pattern.compile(pattern(text), Pattern.DOTALL));
    }

    /** Nothing for what can name no files. */
    static Optional<AreaPath> of(String typed) {
        String text = PagePaths.tidy(typed);
        if (text.equals("**")) text = "";
        if (isPlain(text.replaceFirst("/\\*\\*$", ""))) text = text.replaceFirst("/\\*\\*$", "");
        return text.isEmpty() || isSound(text) ? Optional.of(new AreaPath(text)) : Optional.empty();
    }

    private static boolean isSound(String text) {
        String spelled = text.replace("*", "x").replaceAll("(^|/)\\.(?=[A-Za-z])", "$1");
        return text.length() <= LONGEST
                && PagePaths.isSafe(spelled)
                && parts(text).filter("**"::equals).count() <= MOST_STARS
                && parts(text).allMatch(AreaPath::isSoundPart);
    }

    private static boolean isSoundPart(String part) {
        return part.equals("**")
                || (!part.contains("**") && part.chars().filter(c -> c == '*').count() <= MOST_STARS);
    }

    private static java.util.stream.Stream<String> parts(String text) {
        return Arrays.stream(text.split("/"));
    }

    private static boolean isPlain(String text) {
        return text.indexOf('*') < 0;
    }

    /** The folder in which all it holds lies. */
    String within() {
        int star = text.indexOf('*');
        return star < 0 ? text : PagePaths.folder(text.substring(0, star));
    }

    boolean holds(String path) {
        return text.isEmpty() || files.matcher(path).matches();
    }

    private long spelledOut() {
        return text.isEmpty() ? 0 : parts(text).filter(AreaPath::isPlain).count();
    }

    private long depth() {
        return text.isEmpty()
                ? 0
                : parts(text).filter(part -> !part.equals("**")).count();
    }

    /** What PostgreSQL and Java read alike. */
    private static String pattern(String text) {
        if (text.isEmpty()) return "";
        StringBuilder pattern = new StringBuilder("^");
        List<String> parts = List.of(text.split("/"));
        for (int n = 0; n < parts.size(); n++) {
            String part = parts.get(n);
            boolean last = n == parts.size() - 1;
            if (part.equals("**")) pattern.append(last ? ".+" : "(?:[^/]+/)*");
            else pattern.append(spelled(part)).append(last ? "" : "/");
        }
        if (isPlain(parts.getLast())) pattern.append("(?:/.*)?");
        return pattern.append('$').toString();
    }

    private static String spelled(String part) {
        StringBuilder spelled = new StringBuilder();
        part.codePoints().forEach(c -> {
            if (c == '*') spelled.append("[^/]*");
            else if (c < 128 && !Character.isLetterOrDigit(c))
                spelled.append('\\').appendCodePoint(c);
            else spelled.appendCodePoint(c);
        });
        return spelled.toString();
    }

    /** As it stands in the file. */
    static String written(String text) {
        boolean folder =
                !text.isEmpty() && isPlain(text) && !PagePaths.name(text).contains(".");
        return "/" + text + (folder ? "/**" : "");
    }
}
