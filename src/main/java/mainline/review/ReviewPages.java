package mainline.review;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import mainline.changes.ChangeView;
import mainline.community.Here;
import mainline.kernel.Burden;
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

/** Endorsing and approving a change, concerns about it, and merging it. */
@Controller
@RequestMapping("/{community}/changes/{number:\\d{1,18}}")
class ReviewPages {
    private final Reviews reviews;
    private final Concerns concerns;
    private final ChangeView page;

    ReviewPages(Reviews reviews, Concerns concerns, ChangeView page) {
        this.reviews = reviews;
        this.concerns = concerns;
        this.page = page;
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

    /** Both at once, where nothing else is lacking; else the first. */
    @Burden(Burden.Kind.COMPARING)
    @PostMapping("/approved-merge")
    ModelAndView approveAndMerge(Here here, @PathVariable long number, @RequestParam int version) {
        return act(
                here,
                number,
                Map.of(),
                change ->
                        reviews.approveAndMerge(here.member(), change, version) ? "change.merged" : "change.approved");
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

    @Burden(Burden.Kind.COMPARING)
    @PostMapping("/merge")
    ModelAndView merge(Here here, @PathVariable long number, @RequestParam(defaultValue = "") String interest) {
        return act(
                here,
                number,
                "change.merged",
                Map.of("interest", interest),
                change -> reviews.merge(here.member(), change, interest));
    }

    @PostMapping("/endorsements")
    ModelAndView endorse(Here here, @PathVariable long number, @RequestParam int version) {
        return act(
                here, number, "change.endorsed", Map.of(), change -> reviews.endorse(here.member(), change, version));
    }

    @DeleteMapping("/endorsements")
    ModelAndView withdrawEndorsement(Here here, @PathVariable long number) {
        return act(
                here,
                number,
                "change.endorsement-withdrawn",
                Map.of(),
                change -> reviews.withdrawEndorsement(here.member(), change));
    }

    @PostMapping("/concerns")
    ModelAndView raise(
            Here here,
            @PathVariable long number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason) {
        return act(
                here,
                number,
                "change.concern-raised",
                Map.of("reason", reason),
                change -> concerns.raise(here.member(), change, version, reason));
    }

    @PostMapping("/concerns/{concern:\\d{1,9}}/resolution")
    ModelAndView resolve(Here here, @PathVariable long number, @PathVariable int concern) {
        return act(
                here,
                number,
                "change.concern-settled",
                Map.of(),
                change -> concerns.resolve(here.member(), change, concern));
    }

    private ModelAndView act(Here here, long number, String notice, Map<String, String> fields, Consumer<Subject> act) {
        return act(here, number, fields, change -> {
            act.accept(change);
            return notice;
        });
    }

    /** @param act says what is told of it */
    private ModelAndView act(Here here, long number, Map<String, String> fields, Function<Subject, String> act) {
        Subject change = new Subject(here.id(), Subject.Kind.CHANGE, number);
        try {
            return Page.go(here.path(change.path()), act.apply(change));
        } catch (Refused refused) {
            return page.refuse(here, change, fields, refused);
        }
    }
}
