package mainline.handbook;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import mainline.kernel.Slug;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a page's headings: as GitHub makes them, which is what people write, and beside these as GitLab does and
 * as earlier releases did, where nothing else on the page has that address.
 */
final class Anchors {
    /** Earlier releases put it before each. */
    private static final String EARLIER = "h-";

    private static final String OF_GITHUB = "user-content-";

    /**
     * @param anchor of its own
     * @param others that lead to it too
     */
    record Named(Element heading, String anchor, List<String> others) {}

    private Anchors() {}

    /** @param untold a heading that earlier releases left out; null for none */
    static List<Named> of(List<Element> headings, @Nullable Element untold) {
        Series own = new Series(0);
        Series squeezed = new Series(0);
        Series earlier = new Series(1);
        List<Set<String>> wanted = new ArrayList<>();
        List<String> first = new ArrayList<>();
        for (Element heading : headings) {
            String text = text(heading);
            String slug = Slug.of(heading.text());
            String old = heading.equals(untold) ? slug : earlier.next(slug);
            String github = github(text);
            String anchor = github.isEmpty() ? "" : own.next(github);
            Set<String> others = new LinkedHashSet<>();
            String gitlab = gitlab(text);
            if (!gitlab.isEmpty()) others.add(squeezed.next(gitlab));
            others.add(old);
            others.add(EARLIER + old);
            first.add(anchor.isEmpty() ? EARLIER + old : anchor);
            wanted.add(others);
        }
        Set<String> taken = new HashSet<>(first);
        List<Named> all = new ArrayList<>();
        for (int n = 0; n < first.size(); n++) {
            List<String> free = wanted.get(n).stream().filter(taken::add).toList();
            all.add(new Named(headings.get(n), first.get(n), free));
        }
        return all;
    }

    /** A picture from elsewhere is a link by now, and no word of the heading. */
    private static String text(Element heading) {
        if (heading.selectFirst("a[rel~=external]") == null) return heading.wholeText();
        Element words = heading.clone();
        words.select("a[rel~=external]").remove();
        return words.wholeText();
    }

    /** Small letters; what is neither letter, mark, digit, connector, hyphen nor space goes; spaces become hyphens. */
    static String github(String heading) {
        StringBuilder slug = new StringBuilder();
        Normalizer.normalize(heading, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Anchors::stays)
                .map(c -> c == ' ' ? '-' : c)
                .forEach(slug::appendCodePoint);
        return slug.toString();
    }

    private static boolean stays(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.CONNECTOR_PUNCTUATION -> true;
            default -> Character.isAlphabetic(c) || c == '-' || c == ' ';
        };
    }

    /** The same with one hyphen for several, and a word before what is only a number. */
    static String gitlab(String heading) {
        StringBuilder slug = new StringBuilder();
        String github = github(heading.strip());
        for (int n = 0; n < github.length(); n++)
            if (github.charAt(n) != '-' || n == 0 || github.charAt(n - 1) != '-') slug.append(github.charAt(n));
        boolean number = !slug.isEmpty() && slug.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? "anchor-" + slug : slug.toString();
    }

    /**
     * The anchor that a link means by what stands behind its {@code #}, in whichever case and form it is written, and with
     * signs of the heading that no anchor has.
     */
    static String meant(String fragment) {
        if (fragment.startsWith(":~:")) return "";
        String plain = github(Percents.decoded(fragment));
        return plain.startsWith(OF_GITHUB) ? plain.substring(OF_GITHUB.length()) : plain;
    }

    /** What is there already gets the next number that is free. */
    private static final class Series {
        private final int before;
        private final Map<String, Integer> last = new HashMap<>();

        Series(int before) {
            this.before = before;
        }

        String next(String slug) {
            if (last.putIfAbsent(slug, before) == null) return slug;
            String numbered;
            do {
                int n = last.merge(slug, 1, Integer::sum);
                numbered = slug + "-" + n;
            } while (last.putIfAbsent(numbered, before) != null);
            return numbered;
        }
    }
}
