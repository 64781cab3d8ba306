package mainline.ideas;

import mainline.community.Here;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.look.Form;
import mainline.look.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Withdrawing an idea, and taking that back. */
@Controller
@RequestMapping("/{community}/ideas/{number:\\d{1,18}}/withdrawal")
class WithdrawalPages {
    private final Ideas ideas;

    WithdrawalPages(Ideas ideas) {
        this.ideas = ideas;
    }

    @GetMapping
    ModelAndView ask(Here here, @PathVariable long number) {
        here.member();
        return Page.show(
                "ideas/withdraw", new Withdraw(here, ideas.get(here.viewer(), idea(here, number)), Form.empty()));
    }

    record Withdraw(Here here, Idea idea, Form form) {}

    @PostMapping
    ModelAndView withdraw(Here here, @PathVariable long number, @RequestParam(defaultValue = "") String why) {
        Subject subject = idea(here, number);
        try {
            ideas.withdraw(here.member(), subject, why);
            return Page.go(here.path(subject.path()), "idea.withdrawn");
        } catch (Refused refused) {
            Form form = Form.refused(java.util.Map.of("why", why), refused);
            return Page.refuse("ideas/withdraw", new Withdraw(here, ideas.get(here.viewer(), subject), form));
        }
    }

    @DeleteMapping
    ModelAndView reopen(Here here, @PathVariable long number) {
        Subject subject = idea(here, number);
        ideas.reopen(here.member(), subject);
        return Page.go(here.path(subject.path()), "idea.reopened");
    }

    private static Subject idea(Here here, long number) {
        return new Subject(here.id(), Subject.Kind.IDEA, number);
    }
}
