package mainline.review;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import mainline.text.FrontMatter;
import mainline.text.Markdown;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** The words a glossary explains: bold beginnings of list items, the first column of tables, headings below the title. */
final class GlossaryTerms {
    private static final int MOST = 2000;
    private static final Pattern TERM = Pattern.compile("[\\p{L}\\p{N}]+(?:-[\\p{L}\\p{N}]+)*");
    private static final Pattern BETWEEN = Pattern.compile("[,;/]|\\s+(?:or|o|y|and)\\s+");

    private GlossaryTerms() {}

    /** Single words only, as they are spelled there. */
    static List<String> of(String text) {
        String markup = Markdown.document(FrontMatter.of(text).rest()).markup();
        Set<String> terms = new LinkedHashSet<>();
        for (Element found : Jsoup.parseBodyFragment(markup)
                .select("li > strong, li > p:first-child > strong, tbody td:first-child, h2, h3, h4, h5, h6")) {
            if (terms.size() >= MOST) break;
            if (found.normalName().equals("strong") && !begins(found)) continue;
            for (String term : BETWEEN.split(found.text(), -1)) {
                String word = term.replace(":", "").strip();
                if (TERM.matcher(word).matches() && !word.chars().allMatch(Character::isDigit)) terms.add(word);
            }
        }
        return List.copyOf(terms);
    }

    /** Whether nothing is said before it. */
    private static boolean begins(Element bold) {
        for (Node before = bold.previousSibling(); before != null; before = before.previousSibling())
            if (!before.outerHtml().isBlank()) return false;
        return true;
    }
}
