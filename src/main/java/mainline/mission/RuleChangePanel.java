package mainline.mission;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import mainline.community.Here;
import mainline.decisions.RuleBook;
import mainline.decisions.RulesPanel;
import mainline.look.Form;
import mainline.look.Fragments;
import mainline.look.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the rules of deciding are changed: by the founder's choice as long as it is theirs, then by a vote. */
@Component
class RuleChangePanel implements RulesPanel {
    record Show(Here here, boolean mayChoose, List<Option> options, Form form) {}

    private final Mission mission;
    private final RuleBook rules;
    private final Fragments fragments;

    RuleChangePanel(Mission mission, RuleBook rules, Fragments fragments) {
        this.mission = mission;
        this.rules = rules;
        this.fragments = fragments;
    }

    @Override
    public @Nullable Content of(Here here) {
        if (!here.isMember()) return null;
        boolean may = mission.mayPublish(here.id(), here.member().person());
        Form form = Form.of(Map.of("strictness", StrictnessChoice.of(rules.current(here.id()))));
        return fragments.of("mission/rulechoice", new Show(here, may, StrictnessChoice.options(here.shell()), form));
    }
}
