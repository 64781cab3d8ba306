package mainline.review;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import mainline.changes.ChangeView;
import mainline.community.Here;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.look.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asking members for their word on a change, passing it on, and being away. */
@Controller
@RequestMapping("/{community}/changes/{number:\\d{1,18}}")
class ReviewerPages {
    private final Asks asks;
    private final ChangeView page;

    ReviewerPages(Asks asks, ChangeView page) {
        this.asks = asks;
        this.page = page;
    }

    @PostMapping("/asks")
    ModelAndView ask(Here here, @PathVariable long number, @RequestParam(defaultValue = "") String person) {
        Subject change = new Subject(here.id(), Subject.Kind.CHANGE, number);
        try {
            asks.ask(here.member(), change, person);
            return Page.go(here.path(change.path()), "review.asked");
        } catch (Refused refused) {
            return page.refuse(here, change, Map.of("person", person), refused);
        }
    }

    @DeleteMapping("/asks/mine")
    ModelAndView passOn(Here here, @PathVariable long number) {
        Subject change = new Subject(here.id(), Subject.Kind.CHANGE, number);
        try {
            asks.passOn(here.member(), change);
            return Page.go(here.path(change.path()), "review.passed-on");
        } catch (Refused refused) {
            return page.refuse(here, change, Map.of(), refused);
        }
    }

    @PostMapping("/absence")
    ModelAndView away(Here here, @PathVariable long number, @RequestParam(defaultValue = "") String until) {
        Subject change = new Subject(here.id(), Subject.Kind.CHANGE, number);
        try {
            asks.away(here.member(), day(until));
            return Page.go(here.path(change.path()), "review.away");
        } catch (Refused refused) {
            return page.refuse(here, change, Map.of("until", until), refused);
        }
    }

    @DeleteMapping("/absence")
    ModelAndView back(Here here, @PathVariable long number) {
        asks.back(here.member());
        return Page.go(here.path("changes/" + number), "review.back");
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException odd) {
            throw Refused.because("until", "away.day");
        }
    }
}
