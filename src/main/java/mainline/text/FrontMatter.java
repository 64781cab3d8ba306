package mainline.text;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * What a page says about itself between two rules at its top. It is YAML, of which only the words and numbers right under
 * its keys are read; what is no YAML is read line by line, so that a colon too many costs no title.
 *
 * @param title as given; null when it is not
 * @param summary one sentence, empty when there is none
 * @param place by which pages of a folder are put in order, from {@code order} or {@code weight}; null for by name
 * @param hidden whether the contents leave the page out
 * @param readable whether it was YAML
 * @param lines how many lines of the file it takes, with both rules
 * @param rest the text below it
 */
public record FrontMatter(
        @Nullable String title,
        String summary,
        @Nullable Double place,
        boolean hidden,
        boolean readable,
        int lines,
        String rest) {
    private static final int LONGEST = 16 * 1024;
    private static final int LONGEST_SUMMARY = 300;
    private static final int DEEPEST = 10;
    private static final Pattern BEGIN = Pattern.compile("\\A\\uFEFF?---[ \\t]*\\r?\\n");
    private static final Pattern END = Pattern.compile("(?md)^(?:---|\\.\\.\\.)[ \\t]*\\r?$");
    private static final Pattern LINE = Pattern.compile("(?md)^([A-Za-z][\\w-]{0,60}):[ \\t]*(.*?)[ \\t\\r]*$");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,8}(?:\\.\\d{1,3})?");

    public static FrontMatter of(String text) {
        Matcher begin = BEGIN.matcher(text);
        Matcher end = END.matcher(text);
        if (!begin.find() || !end.find(begin.end())) return none(text);
        String typed = text.substring(begin.end(), end.start());
        Map<String, String> keys = new HashMap<>();
        boolean readable = typed.length() <= LONGEST && read(typed, keys);
        if (!readable && !LINE.matcher(firstLine(typed)).matches()) return none(text);
        if (!readable) readLines(typed.substring(0, Math.min(LONGEST, typed.length())), keys);
        int rest = text.indexOf('\n', end.start()) + 1;
        if (rest == 0) rest = text.length();
        int lines = (int) text.substring(0, rest).chars().filter(c -> c == '\n').count();
        return new FrontMatter(
                title(keys), summary(keys), place(keys), isHidden(keys), readable, lines, text.substring(rest));
    }

    /** Where the text itself begins, below front matter or a mark of byte order. */
    public static int end(String text) {
        return text.length() - of(text).rest().length();
    }

    /** Whether front matter begins at the top and never ends. */
    public static boolean isOpen(String text) {
        Matcher begin = BEGIN.matcher(text);
        return begin.find()
                && !END.matcher(text).find(begin.end())
                && LINE.matcher(firstLine(text.substring(begin.end()))).matches();
    }

    private static FrontMatter none(String text) {
        String rest = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new FrontMatter(null, "", null, false, true, 0, rest);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    /** @return false when it is no YAML, or something else than keys with values */
    private static boolean read(String typed, Map<String, String> keys) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(LONGEST);
        limits.setNestingDepthLimit(DEEPEST);
        limits.setMaxAliasesForCollections(DEEPEST);
        try {
            // Composed, never constructed: no type that the text names is made, and nothing an alias repeats is spelled
            // out.
            Node root = new Yaml(limits).compose(new StringReader(typed));
            if (root == null) return true;
            if (!(root instanceof MappingNode mapping)) return false;
            for (NodeTuple pair : mapping.getValue())
                if (pair.getKeyNode() instanceof ScalarNode key && pair.getValueNode() instanceof ScalarNode value)
                    keys.put(key.getValue().toLowerCase(Locale.ROOT), value.getValue());
            return true;
        } catch (YAMLException | StackOverflowError odd) {
            return false;
        }
    }

    private static void readLines(String typed, Map<String, String> keys) {
        LINE.matcher(typed)
                .results()
                .forEach(line -> keys.put(
                        line.group(1).toLowerCase(Locale.ROOT), line.group(2).replaceAll("^[\"']|[\"']$", "")));
    }

    private static @Nullable String title(Map<String, String> keys) {
        String title = tidy(keys.getOrDefault("title", ""));
        return title.isEmpty() || title.equals("null") || title.equals("~") ? null : title;
    }

    private static String summary(Map<String, String> keys) {
        String summary = tidy(keys.getOrDefault("summary", keys.getOrDefault("description", "")));
        if (summary.codePointCount(0, summary.length()) <= LONGEST_SUMMARY) return summary;
        return summary.substring(0, summary.offsetByCodePoints(0, LONGEST_SUMMARY))
                        .strip() + "…";
    }

    private static String tidy(String value) {
        return value.replaceAll("[\\p{Cc}\\p{Zs}\\u2028\\u2029]+", " ").strip();
    }

    private static @Nullable Double place(Map<String, String> keys) {
        String place =
                keys.getOrDefault("order", keys.getOrDefault("weight", "")).strip();
        return NUMBER.matcher(place).matches() ? Double.valueOf(place) : null;
    }

    private static boolean isHidden(Map<String, String> keys) {
        return keys.getOrDefault("hidden", "").strip().equalsIgnoreCase("true")
                || keys.getOrDefault("nav", "").strip().equalsIgnoreCase("hidden");
    }
}
