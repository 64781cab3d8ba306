package mainline.decisions;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainline.community.Here;
import mainline.community.Member;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.look.Form;
import mainline.look.Option;
import mainline.look.Page;
import mainline.text.Markdown;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Typed a question: the words first, then the lightest method that fits, and when it ends. */
@Controller
@RequestMapping("/{community}/decisions")
class AskPages {
    private static final Map<String, String> USUAL = Map.of(
            "method",
            Method.APPROVAL.name(),
            "ends",
            "days",
            "all-voted",
            "yes",
            "seats",
            "2",
            "most",
            "1",
            "dots",
            "5",
            "serves",
            "0");

    /** So many methods, which come first, are for every day. */
    static final int FOR_EVERY_DAY = 7;

    private static final int LONGEST_CLAUSE = 60;

    private static final List<String> FIELDS =
            List.of("question options method seats dots budget serves how ends at quorum talk review".split(" "));

    private final Decisions decisions;
    private final RuleBook rules;
    private final Clauses clauses;
    private final Clock clock;

    AskPages(Decisions decisions, RuleBook rules, Clauses clauses, Clock clock) {
        this.decisions = decisions;
        this.rules = rules;
        this.clauses = clauses;
        this.clock = clock;
    }

    record Ask(
            Here here,
            Form form,
            List<Option> methods,
            List<Option> ends,
            List<Option> ratios,
            List<Option> purposes,
            @Nullable Subject about) {
        /** What each field is called, by its name. */
        Map<String, String> labels() {
            Map<String, String> labels = new HashMap<>();
            FIELDS.forEach(name -> labels.put(name, "ask." + name));
            dates().names().forEach(name -> labels.put(name, "ask.dates"));
            return labels;
        }

        DateRows dates() {
            return new DateRows(form.values());
        }
    }

    @GetMapping("/new")
    ModelAndView compose(
            Here here,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String method,
            @RequestParam(defaultValue = "") String options,
            @RequestParam(defaultValue = "") String background) {
        here.member();
        Map<String, String> fields = new HashMap<>(USUAL);
        fields.put("about", about);
        fields.put("question", question);
        fields.put("options", options);
        fields.put("background", background);
        if (!method.isEmpty()) fields.put("method", method);
        return Page.show("decisions/ask", page(here, Form.of(fields)));
    }

    @PostMapping
    ModelAndView open(Here here, @RequestParam Map<String, String> fields) {
        Member by = here.member();
        if (new DateRows(fields).wantMore()) return Page.show("decisions/ask", page(here, Form.of(fields)));
        try {
            Decision decision = decisions.open(
                    by,
                    typed(here, fields)
                            .question(
                                    here.id(), rules.current(here.id()).waits().reviewDays()),
                    fields.getOrDefault("interest", ""));
            return Page.go(
                    here.path(decision.path()),
                    decision.stage() instanceof Stage.Announced ? "decision.announced" : "decision.opened");
        } catch (Refused refused) {
            return Page.refuse("decisions/ask", page(here, Form.refused(fields, Typed.beside(refused, fields))));
        }
    }

    private Typed typed(Here here, Map<String, String> fields) {
        return new Typed(fields, here.community().zone(), clock.instant());
    }

    private List<Option> purposes(Here here) {
        List<Option> purposes = new ArrayList<>();
        purposes.add(new Option("0", here.say("ask.serves.housekeeping")));
        for (Clauses.Clause clause : clauses.all(here.id()))
            purposes.add(new Option(
                    "" + clause.number(), clause.name() + " · " + Markdown.excerpt(clause.text(), LONGEST_CLAUSE)));
        return purposes;
    }

    private Ask page(Here here, Form form) {
        Rules current = rules.current(here.id());
        List<Option> methods = Arrays.stream(Method.values())
                .map(method -> new Option(
                        method.name(),
                        here.say("decision.method." + method),
                        here.say("ask.method." + method + ".note")))
                .toList();
        List<Option> ratios = List.of(
                new Option("", here.say("ask.ratio.usual", current.thresholds().ratio())),
                new Option("2", here.say("ask.ratio.times", 2)),
                new Option("3", here.say("ask.ratio.times", 3)));
        return new Ask(
                here,
                form,
                methods,
                ends(here),
                ratios,
                purposes(here),
                typed(here, form.values()).about(here.id()));
    }

    private List<Option> ends(Here here) {
        LocalDateTime evening = Typed.evening(clock.instant(), here.community().zone());
        boolean today = evening.toLocalDate()
                .equals(LocalDateTime.ofInstant(
                                clock.instant(), here.community().zone())
                        .toLocalDate());
        return List.of(
                new Option("minutes", here.say("ask.ends.minutes")),
                new Option("hour", here.say("ask.ends.hour")),
                new Option("evening", here.say(today ? "ask.ends.evening" : "ask.ends.next-evening")),
                new Option("days", here.say("ask.ends.days")),
                new Option("week", here.say("ask.ends.week")),
                new Option("at", here.say("ask.ends.at")));
    }
}
