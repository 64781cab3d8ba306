package mainline.mission;

import java.util.List;
import java.util.Map;
import mainline.community.Here;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Option;
import mainline.look.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who may read the community: what holds, and how it is changed. */
@Controller
@RequestMapping("/{community}/visibility")
class VisibilityPages {
    /** @param mayChoose whether it is still the founder's to say, and the founder looks */
    record Show(Here here, boolean mayChoose, List<Option> options, Form form) {}

    private final Mission mission;

    VisibilityPages(Mission mission) {
        this.mission = mission;
    }

    @GetMapping
    ModelAndView show(Here here) {
        Form form = Form.of(Map.of("visibility", here.community().visibility().name()));
        return Page.show("mission/visibility", page(here, form));
    }

    @PostMapping
    ModelAndView choose(Here here, @RequestParam Map<String, String> fields) {
        try {
            mission.show(
                    here.member(),
                    VisibilityChoice.read(fields, here.community().visibility()));
            return Page.go(here.path("visibility"), "mission.visibility");
        } catch (Refused refused) {
            return Page.refuse("mission/visibility", page(here, Form.refused(fields, refused)));
        }
    }

    private Show page(Here here, Form form) {
        boolean may =
                here.isMember() && mission.mayPublish(here.id(), here.member().person());
        return new Show(here, may, VisibilityChoice.options(here.shell()), form);
    }
}
