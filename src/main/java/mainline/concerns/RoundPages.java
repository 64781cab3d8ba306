package mainline.concerns;

import gg.jte.Content;
import java.util.Arrays;
import java.util.Map;
import mainline.community.Here;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
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

/** Having one's word in a round of consent, and moving the round on. */
@Controller
@RequestMapping("/{community}/decisions/{number:\\d{1,18}}")
class RoundPages {
    record Show(Here here, Decision decision, Form form, Content round) {}

    private final Rounds rounds;
    private final RoundPanel panel;
    private final Decisions decisions;

    RoundPages(Rounds rounds, RoundPanel panel, Decisions decisions) {
        this.rounds = rounds;
        this.panel = panel;
        this.decisions = decisions;
    }

    @GetMapping({"/words", "/phase"})
    ModelAndView show(Here here, @PathVariable long number) {
        decisions.get(here.id(), number);
        return Page.go(here.path("decisions/" + number + "#round"));
    }

    @PostMapping("/words")
    ModelAndView say(Here here, @PathVariable long number, @RequestParam Map<String, String> fields) {
        Decision decision = decisions.get(here.id(), number);
        try {
            String typed = fields.getOrDefault("round", "");
            int round = typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
            rounds.say(here.member(), decision.subject(), round, kind(fields), fields.getOrDefault("text", ""));
            return Page.go(here.path(decision.path()), "consent-said");
        } catch (Refused refused) {
            return refuse(here, number, Form.refused(fields, refused));
        }
    }

    private static Word.Kind kind(Map<String, String> fields) {
        return Arrays.stream(Word.Kind.values())
                .filter(kind -> kind.name().equals(fields.get("kind")))
                .findFirst()
                .orElseThrow(() -> Refused.because("kind", "consent.kind.missing"));
    }

    @PostMapping("/phase")
    ModelAndView moveOn(Here here, @PathVariable long number, @RequestParam Map<String, String> fields) {
        Decision decision = decisions.get(here.id(), number);
        try {
            rounds.moveOn(here.member(), decision.subject(), fields.getOrDefault("from", ""));
            return Page.go(here.path(decision.path()), "phase-begun");
        } catch (Refused refused) {
            return refuse(here, number, Form.refused(fields, refused));
        }
    }

    private ModelAndView refuse(Here here, long number, Form form) {
        Decision decision = decisions.get(here.id(), number);
        return Page.refuse("concerns/word", new Show(here, decision, form, panel.of(decision, here, form)));
    }
}
