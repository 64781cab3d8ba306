package mainline.handbook;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainline.community.Here;
import mainline.kernel.Burden;
import mainline.look.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Search in the pages of a handbook. */
@Controller
@RequestMapping("/{community}/handbook")
class SearchPages {
    private static final int SIZE = 20;
    private static final int LONGEST = 200;
    private static final Pattern KEY = Pattern.compile("([0-9.E+-]{1,20}) (.{1,500})", Pattern.DOTALL);

    private final SearchStore store;

    SearchPages(SearchStore store) {
        this.store = store;
    }

    /** A page that was found, with the text around what was looked for. */
    record Hit(String path, String title, String summary, List<SearchWords.Piece> around) {
        String address() {
            return PagePaths.address(path);
        }
    }

    /**
     * @param cut whether more was typed than is looked for
     * @param asked whether there was something to look for in the question
     * @param count how many pages there are, as far as that is counted
     * @param next from where the list goes on; null at its end
     */
    record Show(
            Here here,
            String question,
            boolean cut,
            boolean asked,
            List<Hit> hits,
            int count,
            @Nullable String next) {
        int longest() {
            return LONGEST;
        }

        boolean isTooMany() {
            return count >= SearchStore.MOST_WEIGHED;
        }
    }

    @Burden(Burden.Kind.SEARCHING)
    @GetMapping(params = "q")
    ModelAndView search(Here here, @RequestParam String q, @RequestParam(defaultValue = "") String after) {
        String whole = q.replaceAll("[\\p{Cc}\\p{Cs}]+", " ").strip();
        boolean cut = whole.codePointCount(0, whole.length()) > LONGEST;
        String typed = cut ? whole.substring(0, whole.offsetByCodePoints(0, LONGEST)) : whole;
        SearchQuestion question = SearchQuestion.of(typed);
        String asked = store.question(question);
        if (asked == null) return Page.show("handbook/search", new Show(here, typed, cut, false, List.of(), 0, null));
        Matcher key = KEY.matcher(after);
        float rank = Float.MAX_VALUE;
        String path = "";
        if (key.matches()) {
            rank = number(key.group(1));
            path = key.group(2);
        }
        List<SearchStore.Found> found = store.find(here.id(), asked, rank, path, SIZE + 1);
        List<String> words = question.words();
        List<Hit> hits = found.stream()
                .limit(SIZE)
                .map(each -> new Hit(each.path(), each.title(), each.summary(), SearchWords.around(each.body(), words)))
                .toList();
        SearchStore.Found last = found.size() > SIZE ? found.get(SIZE - 1) : null;
        String next = last == null
                ? null
                : "?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8) + "&after="
                        + URLEncoder.encode(last.rank() + " " + last.path(), StandardCharsets.UTF_8);
        return Page.show(
                "handbook/search", new Show(here, typed, cut, true, hits, store.count(here.id(), asked), next));
    }

    private static float number(String typed) {
        try {
            return Float.parseFloat(typed);
        } catch (NumberFormatException odd) {
            return Float.MAX_VALUE;
        }
    }
}
