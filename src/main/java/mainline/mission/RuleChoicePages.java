package mainline.mission;

import java.util.Map;
import mainline.community.Here;
import mainline.kernel.Refused;
import mainline.look.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The founder's choice of how hard it is to decide. */
@Controller
class RuleChoicePages {
    private final FoundersRules rules;

    RuleChoicePages(FoundersRules rules) {
        this.rules = rules;
    }

    @PostMapping("/{community}/decisions/rules")
    ModelAndView choose(Here here, @RequestParam Map<String, String> fields) {
        rules.choose(
                here.member(),
                StrictnessChoice.read(fields).orElseThrow(() -> Refused.because("", "mission.strictness.unknown")));
        return Page.go(here.path("decisions/rules"), "mission.strictness");
    }
}
