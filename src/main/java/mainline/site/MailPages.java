package mainline.site;

import java.util.List;
import mainline.look.Page;
import mainline.look.Shell;
import mainline.people.Visitor;
import mainline.platform.Post;
import mainline.platform.RefusedAddress;
import mainline.platform.Unsent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For operators: which mail has not arrived and why, and the way to try again once that is mended. */
@Controller
@RequestMapping("/admin/outbox")
class MailPages {
    private static final int SHOWN = 100;

    record Show(Shell shell, List<RefusedAddress> addresses, List<Unsent> letters) {}

    private final Post post;

    MailPages(Post post) {
        this.post = post;
    }

    @GetMapping
    ModelAndView show(Visitor visitor) {
        return Page.show("site/mail", new Show(visitor.shell(), post.refused(SHOWN), post.unsent(SHOWN)));
    }

    @PostMapping("/again")
    ModelAndView again(@RequestParam(defaultValue = "") String address) {
        post.sendAgain(address);
        return Page.go("/admin/outbox", "mail-again");
    }

    /** When the fault was on our side, it was none of the addresses. */
    @PostMapping("/all-again")
    ModelAndView allAgain() {
        post.sendAllAgain();
        return Page.go("/admin/outbox", "mail-again");
    }
}
