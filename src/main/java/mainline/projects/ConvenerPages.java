package mainline.projects;

import java.util.Map;
import mainline.community.Here;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.look.Form;
import mainline.look.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Taking the convener's place, declining it, handing it over. */
@Controller
@RequestMapping("/{community}/projects/{number:\\d{1,18}}")
class ConvenerPages {
    private final Conveners conveners;
    private final ProjectPages pages;

    ConvenerPages(Conveners conveners, ProjectPages pages) {
        this.conveners = conveners;
        this.pages = pages;
    }

    @PostMapping("/convener")
    ModelAndView take(Here here, @PathVariable long number) {
        return answer(here, number, Map.of(), "convener.took", project -> conveners.take(here.member(), project));
    }

    @PostMapping("/offer")
    ModelAndView handOver(Here here, @PathVariable long number, @RequestParam Map<String, String> fields) {
        String handle = fields.getOrDefault("handle", "");
        return answer(
                here,
                number,
                fields,
                "convener.offered",
                project -> conveners.handOver(here.member(), project, handle));
    }

    @DeleteMapping("/offer")
    ModelAndView decline(Here here, @PathVariable long number) {
        return answer(
                here, number, Map.of(), "convener.declined", project -> conveners.decline(here.member(), project));
    }

    private ModelAndView answer(
            Here here,
            long number,
            Map<String, String> fields,
            String notice,
            java.util.function.Consumer<Subject> act) {
        Subject project = new Subject(here.id(), Subject.Kind.PROJECT, number);
        try {
            act.accept(project);
            return Page.go(here.path(project.path()), notice);
        } catch (Refused refused) {
            return pages.refuse(here, project, "convener", Form.refused(fields, refused));
        }
    }
}
