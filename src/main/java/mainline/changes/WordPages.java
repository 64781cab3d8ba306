package mainline.changes;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import mainline.community.Here;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.look.Fragments;
import mainline.look.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For the authors of a change: words that look like slips, each with a button to say that it is none. */
@Controller
@Order(0)
class WordPages implements ChangePanel {
    private final Words words;
    private final Fragments fragments;
    private final org.springframework.beans.factory.ObjectProvider<ChangePages> pages;

    WordPages(Words words, Fragments fragments, org.springframework.beans.factory.ObjectProvider<ChangePages> pages) {
        this.words = words;
        this.fragments = fragments;
        this.pages = pages;
    }

    record Show(Here here, Change change, List<Spelling.Odd> odd) {}

    @Override
    public @Nullable Content of(Change change, Here here) {
        if (!here.isMember() || !change.hasAuthor(here.member().person())) return null;
        List<Spelling.Odd> odd = words.odd(change);
        return odd.isEmpty() ? null : fragments.of("changes/words", new Show(here, change, odd));
    }

    @PostMapping("/{community}/changes/{number:\\d{1,18}}/words")
    ModelAndView mean(Here here, @PathVariable long number, @RequestParam(defaultValue = "") String word) {
        Subject change = new Subject(here.id(), Subject.Kind.CHANGE, number);
        try {
            words.mean(here.member(), change, word);
            return Page.go(here.path(change.path()), "change.word-meant");
        } catch (Refused refused) {
            return pages.getObject().refuse(here, change, Map.of(), refused);
        }
    }
}
