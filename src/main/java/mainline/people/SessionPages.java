package mainline.people;

import java.util.List;
import mainline.look.Page;
import mainline.look.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/me/sessions")
class SessionPages {
    /** @param current the id of the session that asks */
    record Show(Shell shell, List<Session> sessions, long current) {}

    private final Sessions sessions;

    SessionPages(Sessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping
    ModelAndView show(Visitor visitor) {
        List<Session> all = sessions.of(visitor.id());
        return Page.show(
                "people/sessions",
                new Show(visitor.shell(), all, SignedIn.session().id()));
    }

    @DeleteMapping("/{id:\\d+}")
    ModelAndView end(Visitor visitor, @PathVariable long id) {
        sessions.end(visitor.id(), id);
        return Page.go("/me/sessions", "session-ended");
    }

    @DeleteMapping("/others")
    ModelAndView endOthers(Visitor visitor) {
        sessions.endAll(visitor.id(), SignedIn.session().id());
        return Page.go("/me/sessions", "session-ended");
    }
}
