package mainline.decisions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import mainline.community.Here;
import mainline.community.Member;
import mainline.kernel.Missing;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Changing what is asked while it is open: the question with its background, or one option. */
@Controller
@RequestMapping("/{community}/decisions/{number:\\d{1,18}}/amendment")
class AmendmentPages {
    private final Decisions decisions;
    private final Amendments amendments;

    AmendmentPages(Decisions decisions, Amendments amendments) {
        this.decisions = decisions;
        this.amendments = amendments;
    }

    /** @param refused which form has the problems: the number of an option, 0 for the question */
    record Amend(Here here, Decision decision, Form form, int refused) {
        Form question() {
            return refused == 0 && !form.problems().isEmpty()
                    ? form
                    : Form.of(Map.of("question", decision.question(), "background", decision.background()));
        }

        Form option(Choice choice) {
            if (refused == choice.number()) return form;
            Map<String, String> fields = new HashMap<>();
            fields.put(
                    "text",
                    decision.method() == Method.DATES
                            ? Typed.local(choice.moment(), here.community().zone())
                            : choice.text());
            fields.put("detail", choice.detail());
            fields.put(
                    "hours",
                    here.shell().hours(BigDecimal.valueOf(choice.quarterHours()).divide(BigDecimal.valueOf(4))));
            return Form.of(fields);
        }
    }

    @GetMapping
    ModelAndView ask(Here here, @PathVariable long number) {
        return Page.show("decisions/amend", new Amend(here, own(here, number), Form.empty(), 0));
    }

    @PostMapping
    ModelAndView amend(Here here, @PathVariable long number, @RequestParam Map<String, String> fields) {
        Decision decision = own(here, number);
        Member by = here.member();
        int option = whole(fields.get("option"));
        int version = whole(fields.get("version"));
        try {
            if (option == 0)
                amendments.question(
                        by,
                        decision.subject(),
                        version,
                        fields.getOrDefault("question", ""),
                        fields.getOrDefault("background", ""));
            else amendments.option(by, decision.subject(), option, version, draft(here, decision, fields));
            return Page.go(here.path(decision.path()), "decision.amended");
        } catch (Refused refused) {
            Amend again = new Amend(here, decisions.get(here.id(), number), Form.refused(fields, refused), option);
            return Page.refuse("decisions/amend", again);
        }
    }

    private static ChoiceDraft draft(Here here, Decision decision, Map<String, String> fields) {
        if (decision.method() == Method.DATES) return date(here, fields);
        Long quarters = decision.method() == Method.EQUAL_SHARES
                ? Typed.quarters(fields.getOrDefault("hours", ""))
                : Long.valueOf(0);
        if (quarters == null) throw Refused.because("hours", "ask.budget.odd");
        return new ChoiceDraft(fields.getOrDefault("text", ""), fields.getOrDefault("detail", ""), quarters);
    }

    private static ChoiceDraft date(Here here, Map<String, String> fields) {
        String typed = fields.getOrDefault("text", "");
        Instant at = Typed.moment(typed, here.community().zone());
        if (at == null) throw Refused.because("text", "ask.options.date", typed);
        return new ChoiceDraft(at.toString(), fields.getOrDefault("detail", ""), 0);
    }

    private static int whole(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
    }

    private Decision own(Here here, long number) {
        Decision decision = decisions.get(here.id(), number);
        if (!decision.by().equals(here.member().person()) || !decision.stage().isRunning())
            throw new Missing("amendment of decision " + number);
        return decision;
    }
}
