package mainline.mission;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import mainline.community.Here;
import mainline.community.Visibility;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.RuleBook;
import mainline.decisions.Rules;
import mainline.decisions.Strictness;
import mainline.kernel.Cursor;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Option;
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

/** The versions of the charter: their list, one of them beside another, and the writing of a new one. */
@Controller
@RequestMapping("/{community}/mission/versions")
class CharterPages {
    private static final int SIZE = 30;
    private static final String VERSION = "/{version:\\d{1,6}}";

    private final Charters charters;
    private final Ratifications ratifications;
    private final Decisions decisions;
    private final RuleBook rules;
    private final People people;

    CharterPages(Charters charters, Ratifications ratifications, Decisions decisions, RuleBook rules, People people) {
        this.charters = charters;
        this.ratifications = ratifications;
        this.decisions = decisions;
        this.rules = rules;
        this.people = people;
    }

    /** @param votes when the vote on a version ends, by the number of the version */
    record Index(
            Here here,
            List<Charter> versions,
            Map<Integer, Instant> votes,
            @Nullable Cursor next) {}

    @GetMapping
    ModelAndView list(
            Here here,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "0") int before) {
        if (version != null) return Page.go(here.path("mission/versions/" + version));
        Paged<Charter> page = charters.list(here.id(), before, SIZE);
        return Page.show("mission/versions", new Index(here, page.items(), votes(page.items()), page.next()));
    }

    private Map<Integer, Instant> votes(List<Charter> versions) {
        Map<Integer, Instant> votes = new HashMap<>();
        for (Charter charter : versions) {
            Decision vote = vote(charter);
            if (vote != null) votes.put(charter.version(), vote.ends());
        }
        return votes;
    }

    private @Nullable Decision vote(Charter charter) {
        return charter.stage() instanceof CharterStage.InRatification vote
                ? decisions.get(vote.decision().community(), vote.decision().number())
                : null;
    }

    /** A clause before and after; empty where it was not there. */
    record ClauseChange(int number, String before, String after) {}

    /** @param rules those that differ from the rules that hold, for a version that would change them */
    record Show(
            Here here,
            Charter charter,
            Charter against,
            @Nullable Person by,
            List<ClauseChange> clauses,
            List<RuleFields.Changed> rules,
            Ratifications.Readiness readiness,
            @Nullable Decision vote,
            Form form) {
        boolean isFirst() {
            return against.version() == charter.version();
        }
    }

    @GetMapping(VERSION)
    ModelAndView show(Here here, @PathVariable int version, @RequestParam(defaultValue = "0") int against) {
        return Page.show("mission/version", page(here, version, against, usual(here)));
    }

    private Form usual(Here here) {
        return Form.of(Map.of("talk", "" + ratifications.usualTalkDays(here.id()), "days", "7"));
    }

    private Show page(Here here, int version, int against, Form form) {
        Charter charter = find(here, version);
        Charter before = find(here, against > 0 ? against : charter.base() > 0 ? charter.base() : version);
        TreeSet<Integer> numbers = new TreeSet<>();
        charter.text().clauses().forEach(clause -> numbers.add(clause.number()));
        before.text().clauses().forEach(clause -> numbers.add(clause.number()));
        List<ClauseChange> clauses = numbers.stream()
                .map(number -> new ClauseChange(
                        number, before.text().textOf(number), charter.text().textOf(number)))
                .toList();
        Rules proposed = charter.rules();
        return new Show(
                here,
                charter,
                before,
                people.find(charter.text().by()).orElse(null),
                clauses,
                proposed == null ? List.of() : RuleFields.changes(rules.current(here.id()), proposed),
                ratifications.readiness(here.isMember() ? here.member() : null, charter),
                vote(charter),
                form);
    }

    private Charter find(Here here, int version) {
        return charters.find(here.id(), version).orElseThrow(() -> new Missing("mission version " + version));
    }

    @PostMapping(VERSION + "/ratification")
    ModelAndView ratify(Here here, @PathVariable int version, @RequestParam Map<String, String> fields) {
        Charter charter = find(here, version);
        try {
            String question = here.say("mission.ratify.question", version, charter.name());
            String background = fields.getOrDefault("background", "");
            int talk = talkDays(fields.getOrDefault("talk", ""));
            int days = Form.whole(fields.get("days"));
            return Page.go(
                    here.path(ratifications
                            .open(here.member(), version, question, background, talk, days)
                            .path()),
                    "mission.ratification-opened");
        } catch (Refused refused) {
            return Page.refuse("mission/version", page(here, version, 0, Form.refused(fields, refused)));
        }
    }

    /** -1 for what is no number of days: it must not open the ballot at once. */
    private static int talkDays(String typed) {
        int days = Form.whole(typed);
        return days > 0 || typed.strip().equals("0") ? days : -1;
    }

    record Propose(
            Here here,
            List<Integer> clauses,
            List<Method> methods,
            List<Option> levels,
            List<Option> visibilities,
            List<Option> strictness,
            Form form) {}

    /** @param from a version to begin from; what holds where it is left out */
    @GetMapping("/new")
    ModelAndView compose(Here here, @RequestParam(defaultValue = "0") int from) {
        here.member();
        Charter current = charters.current(here.id());
        Charter charter = from > 0 ? find(here, from) : current;
        Rules shown = charter.rules() == null ? rules.current(here.id()) : charter.rules();
        Map<String, String> values = new HashMap<>(RuleFields.values(shown));
        values.put("name", charter.name());
        values.put("tagline", charter.tagline());
        values.put("statement", charter.text().statement());
        values.put("why", charter.why());
        values.put("strictness", StrictnessChoice.of(shown));
        values.put("strictness-before", StrictnessChoice.of(shown));
        Visibility seen = charter.visibility();
        values.put("visibility", "" + (seen == null ? here.community().visibility() : seen));
        values.put("version", "" + current.version());
        charter.text().clauses().forEach(clause -> values.put("clause-" + clause.number(), clause.text()));
        return Page.show("mission/propose", propose(here, Form.of(values)));
    }

    @PostMapping
    ModelAndView propose(Here here, @RequestParam Map<String, String> fields) {
        try {
            Refused.Check check = new Refused.Check();
            Rules wanted = RuleFields.read(fields, rules.current(here.id()), check);
            check.orRefuse();
            CharterDraft draft = new CharterDraft(
                    fields.getOrDefault("name", ""),
                    fields.getOrDefault("tagline", ""),
                    fields.getOrDefault("statement", ""),
                    MissionPages.written(fields),
                    StrictnessChoice.readAnother(fields).map(Strictness::rules).orElse(wanted),
                    VisibilityChoice.read(fields, here.community().visibility()),
                    fields.getOrDefault("why", ""));
            Charter proposed = charters.propose(here.member(), Form.whole(fields.get("version")), draft);
            return Page.go(here.path(proposed.path()), "mission.proposed");
        } catch (Refused refused) {
            return Page.refuse("mission/propose", propose(here, Form.refused(fields, refused)));
        }
    }

    private static Propose propose(Here here, Form form) {
        List<Option> levels = List.of(
                new Option("0", here.say("mission.rule.level-0")), new Option("1", here.say("mission.rule.level-1")));
        return new Propose(
                here,
                MissionPages.numbers(form.values()),
                List.of(Method.values()),
                levels,
                VisibilityChoice.options(here.shell()),
                StrictnessChoice.optionsOrOwn(here.shell()),
                form);
    }
}
