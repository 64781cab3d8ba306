package mainline.mission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import mainline.community.Here;
import mainline.kernel.Missing;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Page;
import mainline.people.People;
import mainline.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/{community}/mission")
class MissionPages {
    private final Mission mission;
    private final People people;

    MissionPages(Mission mission, People people) {
        this.mission = mission;
        this.people = people;
    }

    @GetMapping
    ModelAndView show(Here here) {
        MissionText text = mission.current(here.id());
        Person viewer = here.viewer();
        boolean mayPublish = viewer != null && here.isMember() && mission.mayPublish(here.id(), viewer.id());
        return Page.show(
                "mission/mission", new Show(here, text, people.find(text.by()).orElse(null), mayPublish));
    }

    record Show(Here here, MissionText text, @Nullable Person by, boolean mayPublish) {}

    @GetMapping("/edit")
    ModelAndView edit(Here here) {
        here.member();
        MissionText text = mission.current(here.id());
        Map<String, String> values = new HashMap<>();
        values.put("statement", text.statement());
        values.put("version", "" + text.version());
        text.clauses().forEach(clause -> values.put("clause-" + clause.number(), clause.text()));
        return Page.show("mission/edit", new Edit(here, numbers(values), Form.of(values)));
    }

    record Edit(Here here, List<Integer> clauses, Form form) {}

    private static List<Integer> numbers(Map<String, String> fields) {
        return new ArrayList<>(clauses(fields).keySet());
    }

    private static TreeMap<Integer, String> clauses(Map<String, String> fields) {
        TreeMap<Integer, String> clauses = new TreeMap<>();
        fields.forEach((name, text) -> {
            if (name.matches("clause-\\d{1,4}")) clauses.put(Integer.valueOf(name.substring(7)), text);
        });
        return clauses;
    }

    @PostMapping
    ModelAndView publish(Here here, @RequestParam Map<String, String> fields) {
        List<Clause> clauses = new ArrayList<>();
        clauses(fields).forEach((number, text) -> {
            if (!text.isBlank()) clauses.add(new Clause(number, text));
        });
        String added = fields.getOrDefault("clause-new", "");
        if (!added.isBlank()) clauses.add(new Clause(0, added));
        String version = fields.getOrDefault("version", "");
        try {
            int base = version.matches("\\d{1,6}") ? Integer.parseInt(version) : 0;
            mission.revise(here.member(), base, fields.getOrDefault("statement", ""), clauses);
            return Page.go(here.path("mission"), "mission.published");
        } catch (Refused refused) {
            return Page.refuse("mission/edit", new Edit(here, numbers(fields), Form.refused(fields, refused)));
        }
    }

    /** One version against the one before it. */
    @GetMapping("/versions")
    ModelAndView versions(Here here, @RequestParam(required = false) @Nullable Integer version) {
        int newest = mission.current(here.id()).version();
        int wanted = version == null ? newest : Math.clamp(version, 1, newest);
        MissionText shown = mission.version(here.id(), wanted).orElseThrow(() -> new Missing("mission version"));
        MissionText before =
                wanted == 1 ? shown : mission.version(here.id(), wanted - 1).orElse(shown);
        TreeSet<Integer> numbers = new TreeSet<>();
        shown.clauses().forEach(clause -> numbers.add(clause.number()));
        before.clauses().forEach(clause -> numbers.add(clause.number()));
        List<ClauseChange> changes = numbers.stream()
                .map(number -> new ClauseChange(number, textOf(before, number), textOf(shown, number)))
                .toList();
        Person by = people.find(shown.by()).orElse(null);
        return Page.show("mission/versions", new Versions(here, newest, shown, before, by, changes));
    }

    private static String textOf(MissionText text, int number) {
        return text.clauses().stream()
                .filter(clause -> clause.number() == number)
                .map(Clause::text)
                .findFirst()
                .orElse("");
    }

    /** A clause before and after; empty where it was not there. */
    record ClauseChange(int number, String before, String after) {}

    record Versions(
            Here here,
            int newest,
            MissionText shown,
            MissionText before,
            @Nullable Person by,
            List<ClauseChange> changes) {}
}
