package mainline.concerns;

import gg.jte.Content;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainline.community.Here;
import mainline.community.Member;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.look.Form;
import mainline.look.Page;
import mainline.people.People;
import mainline.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Raising a concern, answering it, and saying whether that settles it. */
@Controller
@RequestMapping("/{community}/decisions/{number:\\d{1,18}}")
class ConcernPages {
    private static final Pattern CLAUSE = Pattern.compile("\\s*[mM]?(\\d{1,6})\\s*");

    /** @param place where the text in question was typed */
    record Show(Here here, Decision decision, Form form, String place, Content concerns) {}

    private final Concerns concerns;
    private final ConcernPanel panel;
    private final Decisions decisions;
    private final People people;

    ConcernPages(Concerns concerns, ConcernPanel panel, Decisions decisions, People people) {
        this.concerns = concerns;
        this.panel = panel;
        this.decisions = decisions;
        this.people = people;
    }

    /** What is done on this page, and the name of the notice when it is done. */
    private interface Deed {
        Subject of(Member by, Subject decision);
    }

    @GetMapping({"/concerns", "/concerns/{concern:\\d{1,9}}/{what:[a-z]{1,20}}"})
    ModelAndView show(Here here, @PathVariable long number) {
        decisions.get(here.id(), number);
        return Page.go(here.path("decisions/" + number + "#concerns"));
    }

    @PostMapping("/concerns")
    ModelAndView raise(Here here, @PathVariable long number, @RequestParam Map<String, String> fields) {
        return act(here, number, "concerns", fields, "concern-raised", (by, decision) -> {
            concerns.raise(by, decision, fields.getOrDefault("harm", ""), clause(fields), resolver(fields));
            return decision;
        });
    }

    private static int clause(Map<String, String> fields) {
        String typed = fields.getOrDefault("clause", "");
        if (typed.isBlank()) return 0;
        Matcher clause = CLAUSE.matcher(typed);
        if (!clause.matches()) throw Refused.because("clause", "concern.clause.odd");
        return Integer.parseInt(clause.group(1));
    }

    private @Nullable PersonId resolver(Map<String, String> fields) {
        String handle = fields.getOrDefault("resolver", "").strip().replaceFirst("^@", "");
        if (handle.isEmpty()) return null;
        return people.byHandle(handle)
                .map(Person::id)
                .orElseThrow(() -> Refused.because("resolver", "concern.resolver.unknown"));
    }

    @PostMapping("/concerns/{concern:\\d{1,9}}/answers")
    ModelAndView answer(
            Here here, @PathVariable long number, @PathVariable int concern, @RequestParam Map<String, String> fields) {
        return act(here, number, concern + "/answers", fields, "concern-answered", (by, decision) -> {
            concerns.answer(by, decision, concern, text(fields));
            return decision;
        });
    }

    @PostMapping("/concerns/{concern:\\d{1,9}}/replies")
    ModelAndView reply(
            Here here, @PathVariable long number, @PathVariable int concern, @RequestParam Map<String, String> fields) {
        return act(here, number, concern + "/replies", fields, "concern-answered", (by, decision) -> {
            concerns.reply(by, decision, concern, text(fields));
            return decision;
        });
    }

    @PostMapping("/concerns/{concern:\\d{1,9}}/resolution")
    ModelAndView resolve(
            Here here, @PathVariable long number, @PathVariable int concern, @RequestParam Map<String, String> fields) {
        return act(here, number, concern + "/resolution", fields, "concern-resolved", (by, decision) -> {
            concerns.resolve(by, decision, concern, text(fields));
            return decision;
        });
    }

    @PostMapping("/concerns/{concern:\\d{1,9}}/stand")
    ModelAndView stand(
            Here here, @PathVariable long number, @PathVariable int concern, @RequestParam Map<String, String> fields) {
        return act(
                here,
                number,
                concern + "/stand",
                fields,
                "escalated",
                (by, decision) -> concerns.stand(by, decision, concern, text(fields)));
    }

    @PostMapping("/escalation")
    ModelAndView escalate(Here here, @PathVariable long number, @RequestParam Map<String, String> fields) {
        return act(here, number, "escalation", fields, "escalated", concerns::escalate);
    }

    private static String text(Map<String, String> fields) {
        return fields.getOrDefault("text", "");
    }

    private ModelAndView act(Here here, long number, String into, Map<String, String> fields, String done, Deed deed) {
        Decision decision = decisions.get(here.id(), number);
        try {
            Subject then = deed.of(here.member(), decision.subject());
            return Page.go(here.path(then.path()), done);
        } catch (Refused refused) {
            Form form = Form.refused(fields, refused);
            Decision again = decisions.get(here.id(), number);
            ConcernPanel.Typed typed = new ConcernPanel.Typed(into, form);
            Content part = panel.of(again, here, typed);
            return Page.refuse("concerns/concern", new Show(here, again, form, typed.place(), part));
        }
    }
}
