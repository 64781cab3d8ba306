package mainline.mission;

import java.util.List;
import java.util.stream.Collectors;
import mainline.community.Here;
import mainline.decisions.Decision;
import mainline.decisions.Method;
import mainline.decisions.Rehearsed;
import mainline.decisions.RuleBook;
import mainline.decisions.Rules;
import mainline.kernel.Missing;
import mainline.look.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What a version's rules would have made of the decisions taken so far. */
@Controller
class RehearsalPages {
    private final Charters charters;
    private final RuleBook rules;

    RehearsalPages(Charters charters, RuleBook rules) {
        this.charters = charters;
        this.rules = rules;
    }

    record Show(Here here, Charter charter, List<RuleFields.Changed> changes, List<Rehearsed> otherwise) {}

    /** An outcome in a few words: the options that won, or yes or no where there were none. */
    static String told(Here here, Decision decision, boolean passed, List<Integer> winners) {
        if (!passed) return here.say("mission.otherwise.no");
        String names = decision.options().stream()
                .filter(option -> winners.contains(option.number()))
                .map(option -> decision.method() == Method.DATES ? here.shell().exact(option.moment()) : option.text())
                .collect(Collectors.joining(" · "));
        return names.isEmpty() ? here.say("mission.otherwise.yes") : names;
    }

    @GetMapping("/{community}/mission/versions/{version:\\d{1,6}}/rehearsal")
    ModelAndView show(Here here, @PathVariable int version) {
        Charter charter = charters.find(here.id(), version).orElseThrow(() -> new Missing("version " + version));
        Rules proposed = charter.rules();
        if (proposed == null) throw new Missing("rules in version " + version);
        return Page.show(
                "mission/rehearsal",
                new Show(
                        here,
                        charter,
                        RuleFields.changes(rules.current(here.id()), proposed),
                        rules.rehearse(here.id(), proposed)));
    }
}
