package mainline.changes;

import java.util.Map;
import mainline.community.Here;
import mainline.kernel.Missing;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Proposing to take a merged change back: first the reason, then the change that does it. */
@Controller
@RequestMapping("/{community}/changes/{number:\\d{1,18}}/reversal")
class ReversalPages {
    private final Changes changes;
    private final Reversal reversal;

    ReversalPages(Changes changes, Reversal reversal) {
        this.changes = changes;
        this.reversal = reversal;
    }

    record Show(Here here, Form form, Change change) {}

    @GetMapping
    ModelAndView write(Here here, @PathVariable long number) {
        here.member();
        return Page.show("changes/reversal", new Show(here, Form.empty(), merged(here, number)));
    }

    private Change merged(Here here, long number) {
        return changes.find(here.id(), number)
                .filter(change -> change.state() instanceof Change.Merged)
                .orElseThrow(() -> new Missing("merged change " + number));
    }

    @PostMapping
    ModelAndView propose(Here here, @PathVariable long number, @RequestParam(defaultValue = "") String why) {
        Change merged = merged(here, number);
        try {
            String title = here.say("change.revert.title", merged.title());
            Change change = reversal.propose(here.member(), merged.subject(), title, why);
            return Page.go(here.path(change.path()), "change.proposed");
        } catch (Refused refused) {
            return Page.refuse("changes/reversal", new Show(here, Form.refused(Map.of("why", why), refused), merged));
        }
    }
}
