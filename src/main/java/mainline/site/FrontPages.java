package mainline.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.look.Page;
import mainline.look.Shell;
import mainline.people.People;
import mainline.people.Person;
import mainline.people.Visitors;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The door of the installation: its communities, or the only one. */
@Controller
class FrontPages {
    /** @param mayFound strangers come to an installation for what is there, and may be offered a further one where there are several */
    record Show(Shell shell, List<Community> communities, boolean mayFound) {}

    private final Communities communities;
    private final People people;
    private final Visitors visitors;

    FrontPages(Communities communities, People people, Visitors visitors) {
        this.communities = communities;
        this.people = people;
        this.visitors = visitors;
    }

    /** The visitor is not asked for before a page is shown, so that a notice waits for the page that can tell it. */
    @GetMapping("/")
    ModelAndView door(HttpServletRequest request, HttpServletResponse response) {
        if (!people.isSetUp()) return Page.go("/setup");
        List<Community> all = seen();
        return all.size() == 1 ? Page.go("/" + all.getFirst().slug()) : list(all, request, response);
    }

    @GetMapping("/communities")
    ModelAndView list(HttpServletRequest request, HttpServletResponse response) {
        return list(seen(), request, response);
    }

    private List<Community> seen() {
        var sign = SecurityContextHolder.getContext().getAuthentication();
        return communities.seenBy(sign != null && sign.getPrincipal() instanceof Person person ? person.id() : null);
    }

    private ModelAndView list(List<Community> all, HttpServletRequest request, HttpServletResponse response) {
        Shell shell = visitors.shell(request, response);
        return Page.show("site/communities", new Show(shell, all, shell.me() != null || all.size() > 1));
    }
}
