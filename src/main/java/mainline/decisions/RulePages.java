package mainline.decisions;

import gg.jte.Content;
import java.util.List;
import java.util.Objects;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.community.Here;
import mainline.look.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a community has agreed about deciding, in plain words. */
@Controller
class RulePages {
    private final RuleBook rules;
    private final Counts counts;
    private final List<RulesPanel> panels;

    RulePages(RuleBook rules, Counts counts, List<RulesPanel> panels) {
        this.rules = rules;
        this.counts = counts;
        this.panels = panels;
    }

    record Show(Here here, Rules rules, int members, List<Content> panels) {
        /** Which of the three choices holds, or that none does. */
        String choice() {
            return Strictness.of(rules).map(Strictness::name).orElse("OWN");
        }

        List<Method> methods() {
            return List.of(Method.values());
        }

        String level(int level) {
            return level <= 1 ? here.say("rules.level." + level) : here.say("rules.level", level);
        }

        /** The quorum in a community of this size. */
        int quorum() {
            return rules.terms(Method.SHOW_OF_HANDS, false, members, Question.Wanted.NOTHING)
                    .quorum();
        }
    }

    @GetMapping("/{community}/decisions/rules")
    ModelAndView show(Here here) {
        int members = Math.toIntExact(counts.of(here.id()).getOrDefault(Count.MEMBERS, 0L));
        List<Content> parts = panels.stream()
                .map(panel -> panel.of(here))
                .filter(Objects::nonNull)
                .toList();
        return Page.show("decisions/rules", new Show(here, rules.current(here.id()), members, parts));
    }
}
