package mainline.decisions;

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

/** What its asker may say at the end of a decision: that it is withdrawn, or what follows from its outcome. */
@Controller
@RequestMapping("/{community}/decisions/{number:\\d{1,18}}")
class DecisionEndPages {
    private final Decisions decisions;

    DecisionEndPages(Decisions decisions) {
        this.decisions = decisions;
    }

    record End(Here here, Decision decision, Form form) {}

    @GetMapping("/withdrawal")
    ModelAndView askWithdrawal(Here here, @PathVariable long number) {
        Decision decision = own(here, number);
        if (!decision.stage().isRunning()) return Page.go(here.path(decision.path()));
        return Page.show("decisions/withdraw", new End(here, decision, Form.empty()));
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(Here here, @PathVariable long number, @RequestParam(defaultValue = "") String reason) {
        Decision decision = own(here, number);
        try {
            decisions.withdraw(here.member(), decision.subject(), reason);
            return Page.go(here.path(decision.path()), "decision.withdrawn");
        } catch (Refused refused) {
            Form form = Form.refused(Map.of("reason", reason), refused);
            return Page.refuse("decisions/withdraw", new End(here, decision, form));
        }
    }

    @GetMapping("/statement")
    ModelAndView askStatement(Here here, @PathVariable long number) {
        Decision decision = own(here, number);
        if (!(decision.stage() instanceof Stage.Closed closed)) return Page.go(here.path(decision.path()));
        Form form = Form.of(Map.of("statement", closed.statement()));
        return Page.show("decisions/statement", new End(here, decision, form));
    }

    @PostMapping("/statement")
    ModelAndView conclude(Here here, @PathVariable long number, @RequestParam(defaultValue = "") String statement) {
        Decision decision = own(here, number);
        try {
            decisions.conclude(here.member(), decision.subject(), statement);
            return Page.go(here.path(decision.path()), "decision.concluded");
        } catch (Refused refused) {
            Form form = Form.refused(Map.of("statement", statement), refused);
            return Page.refuse("decisions/statement", new End(here, decision, form));
        }
    }

    private Decision own(Here here, long number) {
        Decision decision = decisions.get(here.id(), number);
        if (!decision.by().equals(here.member().person())) throw new Missing("own decision " + number);
        return decision;
    }
}
