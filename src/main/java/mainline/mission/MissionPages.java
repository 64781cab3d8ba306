package mainline.mission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mainline.community.Here;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
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

/** The mission as it holds, and the founder's drafts before anything is ratified. */
@Controller
@RequestMapping("/{community}/mission")
class MissionPages {
    private final Mission mission;
    private final Charters charters;
    private final Ratifications ratifications;
    private final Signatories signatories;
    private final Decisions decisions;
    private final People people;

    MissionPages(
            Mission mission,
            Charters charters,
            Ratifications ratifications,
            Signatories signatories,
            Decisions decisions,
            People people) {
        this.mission = mission;
        this.charters = charters;
        this.ratifications = ratifications;
        this.signatories = signatories;
        this.decisions = decisions;
        this.people = people;
    }

    /**
     * @param ratifiedBy the vote that ratified it; null for a draft
     * @param underVote the version that is being voted on now; null when none is
     * @param vote on it
     */
    record Show(
            Here here,
            Charter charter,
            @Nullable Person by,
            boolean mayPublish,
            @Nullable Decision ratifiedBy,
            int signed,
            boolean hasSigned,
            @Nullable Charter underVote,
            @Nullable Decision vote) {
        MissionText text() {
            return charter.text();
        }
    }

    @GetMapping
    ModelAndView show(Here here) {
        Charter charter = charters.current(here.id());
        Person viewer = here.person();
        boolean member = viewer != null && here.isMember();
        Decision ratifiedBy = charter.stage() instanceof CharterStage.Ratified ratified
                ? decisions.find(here.id(), ratified.decision().number()).orElse(null)
                : null;
        Charter underVote = ratifications.underVote(here.id()).orElse(null);
        return Page.show(
                "mission/mission",
                new Show(
                        here,
                        charter,
                        people.find(charter.text().by()).orElse(null),
                        member && mission.mayPublish(here.id(), here.member().person()),
                        ratifiedBy,
                        signatories.count(here.id(), charter.version()),
                        member && signatories.hasSigned(here.member(), charter.version()),
                        underVote,
                        vote(underVote)));
    }

    private @Nullable Decision vote(@Nullable Charter charter) {
        return charter != null && charter.stage() instanceof CharterStage.InRatification vote
                ? decisions.get(vote.decision().community(), vote.decision().number())
                : null;
    }

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

    static List<Integer> numbers(Map<String, String> fields) {
        return new ArrayList<>(clauses(fields).keySet());
    }

    /** In the order of their numbers. */
    private static Map<Integer, String> clauses(Map<String, String> fields) {
        TreeMap<Integer, String> clauses = new TreeMap<>();
        fields.forEach((name, text) -> {
            if (name.matches("clause-\\d{1,4}")) clauses.put(Integer.valueOf(name.substring(7)), text);
        });
        return clauses;
    }

    /** The clauses of a form: emptied ones are let go, what stands in the last field is new. */
    static List<Clause> written(Map<String, String> fields) {
        List<Clause> clauses = new ArrayList<>();
        clauses(fields).forEach((number, text) -> {
            if (number > 0 && !text.isBlank()) clauses.add(new Clause(number, text));
        });
        String added = fields.getOrDefault("clause-new", "");
        if (!added.isBlank()) clauses.add(new Clause(0, added));
        return clauses;
    }

    @PostMapping
    ModelAndView publish(Here here, @RequestParam Map<String, String> fields) {
        try {
            mission.revise(
                    here.member(),
                    Form.whole(fields.get("version")),
                    fields.getOrDefault("statement", ""),
                    written(fields));
            return Page.go(here.path("mission"), "mission.published");
        } catch (Refused refused) {
            return Page.refuse("mission/edit", new Edit(here, numbers(fields), Form.refused(fields, refused)));
        }
    }
}
