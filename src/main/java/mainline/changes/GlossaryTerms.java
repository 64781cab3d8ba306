package mainline.changes;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words a glossary explains: bold beginnings of list items, the first column of tables, headings below the title. */
final class GlossaryTerms {
    private static final int MOST = 2000;
    private static final Pattern ITEM = Pattern.compile("^\\s*[-*+]\\s+(?:\\*\\*|__)(.+?)(?:\\*\\*|__).*");
    private static final Pattern ROW = Pattern.compile("^\\s*\\|\\s*([^|]+?)\\s*\\|.*");
    private static final Pattern HEADING = Pattern.compile("^#{2,6}\\s+(.+?)\\s*#*$");
    private static final Pattern TERM = Pattern.compile("[\\p{L}\\p{N}]+(?:-[\\p{L}\\p{N}]+)*");

    private GlossaryTerms() {}

    /** Single words only, as they are spelled there. */
    static List<String> of(String text) {
        Set<String> terms = new LinkedHashSet<>();
        String[] lines = text.split("\n", -1);
        for (int n = 0; n < lines.length && terms.size() < MOST; n++) {
            boolean head = n + 1 < lines.length && lines[n + 1].matches("\\s*\\|[\\s|:-]+\\|\\s*");
            String found = first(ITEM, lines[n]);
            if (found == null && !head) found = first(ROW, lines[n]);
            if (found == null) found = first(HEADING, lines[n]);
            if (found == null) continue;
            String plain = found.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1").replaceAll("[*_`:]", "");
            for (String term : plain.split("[,;/]|\\s+(?:or|o|y|and)\\s+")) {
                String word = term.strip();
                if (TERM.matcher(word).matches() && !word.matches("\\d+")) terms.add(word);
            }
        }
        return List.copyOf(terms);
    }

    private static @org.jspecify.annotations.Nullable String first(Pattern pattern, String line) {
        Matcher found = pattern.matcher(line);
        return found.matches() ? found.group(1) : null;
    }
}
