package mainline.founding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mainline.community.Here;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Page;
import mainline.mission.Clause;
import mainline.mission.Mission;
import mainline.mission.MissionText;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The clauses of a mission in one form, as long as they are the founder's to write. Examples fill it in. */
@Controller
@RequestMapping("/{community}/founding/clauses")
class ClausePages {
    private static final int FIELDS = 5;

    /** @param numbers of the fields; those up to {@code last} are clauses that stand there already */
    record Show(Here here, String statement, List<Integer> numbers, int last, List<Start> examples, Form form) {}

    private final Mission mission;
    private final ReadyStarts starts;

    ClausePages(Mission mission, ReadyStarts starts) {
        this.mission = mission;
        this.starts = starts;
    }

    /** @param from the kind whose clauses fill the form */
    @GetMapping
    ModelAndView compose(Here here, @RequestParam(defaultValue = "") String from) {
        if (!mission.mayPublish(here.id(), here.member().person())) return Page.go(here.path("mission/versions/new"));
        MissionText text = mission.current(here.id());
        Map<String, String> fields = new HashMap<>(Map.of("version", "" + text.version()));
        Start start = FoundingFields.start(Map.of("start", from));
        if (start == Start.EMPTY)
            text.clauses().forEach(clause -> fields.put("clause-" + clause.number(), clause.text()));
        else fill(fields, starts.of(start, here.shell().locale()).clauses());
        return Page.show("founding/clauses", page(here, text, Form.of(fields)));
    }

    private static void fill(Map<String, String> fields, List<String> clauses) {
        for (int n = 0; n < clauses.size(); n++) fields.put("clause-" + (n + 1), clauses.get(n));
    }

    @PostMapping
    ModelAndView write(Here here, @RequestParam Map<String, String> fields) {
        MissionText text = mission.current(here.id());
        try {
            mission.revise(here.member(), Form.whole(fields.get("version")), text.statement(), written(text, fields));
            return Page.go(here.path(""), "mission.published");
        } catch (Refused refused) {
            Form form = Form.refused(fields, beside(refused, text, fields));
            return Page.refuse("founding/clauses", page(here, text, form));
        }
    }

    /** Emptied ones are let go; what stands in a further field is a new one. */
    private static List<Clause> written(MissionText text, Map<String, String> fields) {
        List<Clause> clauses = new ArrayList<>();
        for (int number : numbers(text)) {
            String typed = fields.getOrDefault("clause-" + number, "");
            if (!typed.isBlank()) clauses.add(new Clause(number <= last(text) ? number : 0, typed));
        }
        return clauses;
    }

    /** What is wrong with a new clause stands beside the longest of them. */
    private static Refused beside(Refused refused, MissionText text, Map<String, String> fields) {
        Map<String, Reason> problems = new HashMap<>(refused.problems());
        Reason fresh = problems.remove("clause-new");
        if (fresh != null)
            numbers(text).stream()
                    .filter(number -> number > last(text))
                    .map(number -> "clause-" + number)
                    .max(java.util.Comparator.comparingInt(
                            name -> fields.getOrDefault(name, "").length()))
                    .ifPresent(name -> problems.put(name, fresh));
        return new Refused(problems);
    }

    private static int last(MissionText text) {
        return text.clauses().stream().mapToInt(Clause::number).max().orElse(0);
    }

    /** Those that are there, and further ones up to five. */
    private static List<Integer> numbers(MissionText text) {
        List<Integer> numbers =
                new ArrayList<>(text.clauses().stream().map(Clause::number).toList());
        for (int next = last(text) + 1; numbers.size() < FIELDS; next++) numbers.add(next);
        return numbers;
    }

    private static Show page(Here here, MissionText text, Form form) {
        List<Start> examples =
                Stream.of(Start.values()).filter(start -> start != Start.EMPTY).toList();
        return new Show(here, text.statement(), numbers(text), last(text), examples, form);
    }
}
