package mainline.review;

import java.util.Map;
import mainline.changes.ChangeView;
import mainline.community.Here;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.look.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The author of a change means a word as it stands. */
@Controller
class WordPages {
    private final Words words;
    private final ChangeView page;

    WordPages(Words words, ChangeView page) {
        this.words = words;
        this.page = page;
    }

    @PostMapping("/{community}/changes/{number:\\d{1,18}}/words")
    ModelAndView mean(Here here, @PathVariable long number, @RequestParam(defaultValue = "") String word) {
        Subject change = new Subject(here.id(), Subject.Kind.CHANGE, number);
        try {
            words.mean(here.member(), change, word);
            return Page.go(here.path(change.path()), "change.word-meant");
        } catch (Refused refused) {
            return page.refuse(here, change, Map.of(), refused);
        }
    }
}
