package mainline.site;

import java.util.List;
import mainline.look.Page;
import mainline.look.Shell;
import mainline.people.Visitor;
import mainline.platform.Errands;
import mainline.platform.WaitingErrand;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For operators: what is still to be done of what has happened, and what went wrong with it. */
@Controller
@RequestMapping("/admin/errands")
class ErrandPages {
    private static final int SHOWN = 100;

    record Show(Shell shell, long waiting, List<WaitingErrand> errands) {}

    private final Errands errands;

    ErrandPages(Errands errands) {
        this.errands = errands;
    }

    @GetMapping
    ModelAndView show(Visitor visitor) {
        return Page.show("site/errands", new Show(visitor.shell(), errands.waiting(), errands.waiting(SHOWN)));
    }

    @PostMapping("/again")
    ModelAndView again(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String id) {
        errands.again(name, id);
        return Page.go("/admin/errands", "errand-again");
    }
}
