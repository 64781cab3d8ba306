package mainline.projects;

import java.util.Map;
import mainline.community.Here;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.look.Form;
import mainline.look.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Posting an update on a project's page. */
@Controller
class UpdatePages {
    private final Updates updates;
    private final ProjectPages pages;

    UpdatePages(Updates updates, ProjectPages pages) {
        this.updates = updates;
        this.pages = pages;
    }

    @PostMapping("/{community}/projects/{number:\\d{1,18}}/updates")
    ModelAndView post(Here here, @PathVariable long number, @RequestParam Map<String, String> fields) {
        Subject project = new Subject(here.id(), Subject.Kind.PROJECT, number);
        try {
            updates.post(here.member(), project, fields.getOrDefault("text", ""));
            return Page.go(here.path(project.path()) + "#updates", "update.posted");
        } catch (Refused refused) {
            return pages.refuse(here, project, "updates", Form.refused(fields, refused));
        }
    }
}
