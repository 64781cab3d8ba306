package mainline.site;

import java.util.List;
import java.util.Optional;
import mainline.look.Page;
import mainline.look.Shell;
import mainline.people.People;
import mainline.people.Person;
import mainline.people.Visitor;
import mainline.platform.MailPause;
import mainline.platform.Post;
import mainline.platform.RefusedAddress;
import mainline.platform.Unsent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
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

    /** @param pausedBy the name of whoever paused it; empty when nobody did */
    record Now(Optional<MailPause.Begun> pause, String pausedBy, long waiting, long failing) {}

    record Show(Shell shell, Now now, List<RefusedAddress> addresses, List<Unsent> letters) {}

    private final Post post;
    private final MailPause pause;
    private final People people;

    MailPages(Post post, MailPause pause, People people) {
        this.post = post;
        this.pause = pause;
        this.people = people;
    }

    @GetMapping
    ModelAndView show(Visitor visitor) {
        return Page.show("site/mail", new Show(visitor.shell(), now(), post.refused(SHOWN), post.unsent(SHOWN)));
    }

    private Now now() {
        Optional<MailPause.Begun> begun = pause.now();
        String by =
                begun.flatMap(each -> people.find(each.by())).map(Person::name).orElse("");
        return new Now(begun, by, post.waiting(), post.failing());
    }

    @PostMapping("/pause")
    ModelAndView pause(Visitor visitor) {
        pause.begin(visitor.id());
        return Page.go("/admin/outbox", "mail-paused");
    }

    @DeleteMapping("/pause")
    ModelAndView resume() {
        pause.end();
        return Page.go("/admin/outbox", "mail-resumed");
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
