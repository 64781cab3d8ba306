package mainline.mission;

import java.util.ArrayList;
import java.util.List;
import mainline.community.Here;
import mainline.kernel.Cursor;
import mainline.kernel.Paged;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.look.Form;
import mainline.look.Option;
import mainline.look.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What cites a clause that has changed, and the way for its author to say what it serves now. */
@Controller
@RequestMapping("/{community}/mission")
class SupersededPages {
    private static final int SIZE = 30;

    private final Supersession supersession;
    private final Mission mission;

    SupersededPages(Supersession supersession, Mission mission) {
        this.supersession = supersession;
        this.mission = mission;
    }

    /** @param stands the text of the clause as it holds; null when it is gone */
    record Group(
            Supersession.Change change,
            @Nullable String stands,
            List<Citation> citing,
            @Nullable Cursor next) {}

    record Index(Here here, List<Group> groups, List<Option> clauses, Form form) {}

    @GetMapping("/superseded")
    ModelAndView list(
            Here here, @RequestParam(defaultValue = "0") int clause, @RequestParam(defaultValue = "0") long after) {
        return Page.show("mission/superseded", index(here, clause, after, Form.empty()));
    }

    private Index index(Here here, int clause, long after, Form form) {
        List<Group> groups = new ArrayList<>();
        for (Supersession.Change change : supersession.changes(here.id())) {
            if (clause > 0 && change.clause() != clause) continue;
            Paged<Citation> citing = supersession.citing(here.id(), change, after, SIZE);
            if (citing.items().isEmpty()) continue;
            String stands =
                    mission.clause(here.id(), change.clause()).map(Clause::text).orElse(null);
            groups.add(new Group(change, stands, citing.items(), citing.next()));
        }
        List<Option> clauses = mission.current(here.id()).clauses().stream()
                .map(each -> new Option("" + each.number(), each.name() + " · " + each.text()))
                .toList();
        return new Index(here, groups, clauses, form);
    }

    @PostMapping("/citations/{key:[A-Z]+-\\d+}")
    ModelAndView cite(Here here, @PathVariable String key, @RequestParam(defaultValue = "0") int clause) {
        try {
            supersession.cite(here.member(), Subject.of(here.id(), key), clause);
            return Page.go(here.path("mission/superseded"), "mission.cited");
        } catch (Refused refused) {
            Form form = Form.refused(java.util.Map.of(), refused);
            return Page.refuse("mission/superseded", index(here, 0, 0, form));
        }
    }
}
