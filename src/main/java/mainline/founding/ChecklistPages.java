package mainline.founding;

import mainline.community.Here;
import mainline.look.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The founder's list on a page of its own, and whether it stands on their home. */
@Controller
@RequestMapping("/{community}/founding")
class ChecklistPages {
    record Show(ChecklistPanel.Show list, boolean dismissed) {}

    private final Founders founders;
    private final Checklist checklist;

    ChecklistPages(Founders founders, Checklist checklist) {
        this.founders = founders;
        this.checklist = checklist;
    }

    @GetMapping
    ModelAndView show(Here here) {
        founders.check(here.member());
        ChecklistPanel.Show list = new ChecklistPanel.Show(here, checklist.of(here));
        return Page.show("founding/founding", new Show(list, founders.isDismissed(here.id())));
    }

    @PostMapping("/dismissal")
    ModelAndView dismiss(Here here) {
        founders.dismiss(here.member());
        return Page.go(here.path("founding"), "founding.dismissed");
    }

    @DeleteMapping("/dismissal")
    ModelAndView takeUp(Here here) {
        founders.takeUp(here.member());
        return Page.go(here.path(""));
    }
}
