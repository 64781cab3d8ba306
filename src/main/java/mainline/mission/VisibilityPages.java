package mainline.mission;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mainline.community.Here;
import mainline.community.Visibility;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Option;
import mainline.look.Page;
import mainline.look.Shell;
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

    static List<Option> options(Shell shell) {
        return Stream.of(Visibility.values())
                .map(each -> new Option(
                        each.name(),
                        shell.say("community.visibility." + each),
                        shell.say("community.visibility." + each + ".note")))
                .toList();
    }

    static Visibility chosen(Map<String, String> fields, Visibility otherwise) {
        return switch (fields.getOrDefault("visibility", "")) {
            case "EVERYBODY" -> Visibility.EVERYBODY;
            case "MEMBERS" -> Visibility.MEMBERS;
            default -> otherwise;
        };
    }

    static Visibility chosen(Map<String, String> fields) {
        return chosen(fields, Visibility.EVERYBODY);
    }

    @GetMapping
    ModelAndView show(Here here) {
        Form form = Form.of(Map.of("visibility", here.community().visibility().name()));
        return Page.show("mission/visibility", page(here, form));
    }

    @PostMapping
    ModelAndView choose(Here here, @RequestParam Map<String, String> fields) {
        try {
            mission.show(here.member(), chosen(fields, here.community().visibility()));
            return Page.go(here.path("visibility"), "mission.visibility");
        } catch (Refused refused) {
            return Page.refuse("mission/visibility", page(here, Form.refused(fields, refused)));
        }
    }

    private Show page(Here here, Form form) {
        boolean may =
                here.isMember() && mission.mayPublish(here.id(), here.member().person());
        return new Show(here, may, options(here.shell()), form);
    }
}
