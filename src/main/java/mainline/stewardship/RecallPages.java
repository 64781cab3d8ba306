package mainline.stewardship;

import java.time.Instant;
import java.util.Map;
import mainline.community.Here;
import mainline.community.Member;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.Stage;
import mainline.kernel.Missing;
import mainline.kernel.Refused;
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

/** Asking whether somebody goes on as a steward, and what came of it. */
@Controller
@RequestMapping("/{community}/stewards/recalls")
class RecallPages {
    private final Recalls recalls;
    private final RosterFile rosterFile;
    private final People people;
    private final Decisions decisions;

    RecallPages(Recalls recalls, RosterFile rosterFile, People people, Decisions decisions) {
        this.decisions = decisions;
        this.recalls = recalls;
        this.rosterFile = rosterFile;
        this.people = people;
    }

    record Compose(Here here, Form form, Person steward, String area, String title) {}

    /** @param ends when the community has to have spoken; null when it has */
    record Show(
            Here here,
            Recall recall,
            Person steward,
            Person by,
            String area,
            @Nullable Instant ends) {}

    @GetMapping("/new")
    ModelAndView compose(
            Here here, @RequestParam(defaultValue = "") String area, @RequestParam(defaultValue = "") String person) {
        here.member();
        return Page.show("stewardship/recall-new", compose(here, area, person, Form.empty()));
    }

    private Compose compose(Here here, String area, String handle, Form form) {
        Person steward = people.byHandle(handle)
                .filter(found -> rosterFile.term(here.id(), area, found.id()).isPresent())
                .orElseThrow(() -> new Missing("steward " + handle));
        return new Compose(here, form, steward, area, title(here, area));
    }

    private String title(Here here, String area) {
        return here.say(rosterFile.area(here.id(), area).words());
    }

    @PostMapping
    ModelAndView ask(
            Here here,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String reason) {
        Member by = here.member();
        Compose asked = compose(here, area, person, Form.empty());
        try {
            Recall recall = recalls.ask(by, area, asked.steward().id(), reason);
            return Page.go(here.path(recall.decision().path()), "recall.asked");
        } catch (Refused refused) {
            Form form = Form.refused(Map.of("reason", reason), refused);
            return Page.refuse("stewardship/recall-new", compose(here, area, person, form));
        }
    }

    @GetMapping("/{number:\\d{1,18}}")
    ModelAndView show(Here here, @PathVariable long number) {
        Recall recall = recalls.find(here.id(), number).orElseThrow(() -> new Missing("recall " + number));
        return Page.show(
                "stewardship/recall",
                new Show(
                        here,
                        recall,
                        people.get(recall.steward()),
                        people.get(recall.by()),
                        title(here, recall.area()),
                        ends(recall)));
    }

    private @Nullable Instant ends(Recall recall) {
        Decision decision =
                decisions.get(recall.decision().community(), recall.decision().number());
        return decision.stage() instanceof Stage.Open ? decision.ends() : null;
    }
}
