package mainline.handbook;

import java.util.Map;
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

/** Approving a change, taking that back, and merging. */
@Controller
@RequestMapping("/{community}/changes/{number:\\d{1,18}}")
class ReviewPages {
    private final Reviews reviews;
    private final ChangePages pages;

    ReviewPages(Reviews reviews, ChangePages pages) {
        this.reviews = reviews;
        this.pages = pages;
    }

    @PostMapping("/approvals")
    ModelAndView approve(
            Here here,
            @PathVariable long number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String interest) {
        return act(
                here,
                number,
                "change.approved",
                Map.of("interest", interest),
                change -> reviews.approve(here.member(), change, version, interest));
    }

    @DeleteMapping("/approvals")
    ModelAndView withdrawApproval(Here here, @PathVariable long number) {
        return act(
                here,
                number,
                "approval.withdrawn",
                Map.of(),
                change -> reviews.withdrawApproval(here.member(), change));
    }

    @PostMapping("/merge")
    ModelAndView merge(Here here, @PathVariable long number) {
        return act(here, number, "change.merged", Map.of(), change -> reviews.merge(here.member(), change));
    }

    private interface Act {
        void on(Subject change);
    }

    private ModelAndView act(Here here, long number, String notice, Map<String, String> fields, Act act) {
        Subject change = new Subject(here.id(), Subject.Kind.CHANGE, number);
        try {
            act.on(change);
            return Page.go(here.path(change.path()), notice);
        } catch (Refused refused) {
            return pages.refuse(here, change, fields, refused);
        }
    }
}
