package mainline.community;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import mainline.look.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** JoiningView a community and leaving it. */
@Controller
@RequestMapping("/{community}")
class MembershipPages {
    record Show(Here here, String then) {}

    private final Communities communities;
    private final JoiningView joining;

    MembershipPages(Communities communities, JoiningView joining) {
        this.communities = communities;
        this.joining = joining;
    }

    @GetMapping("/join")
    ModelAndView show(Here here, @RequestParam(defaultValue = "") String then) {
        String local = local(here, then);
        if (here.isMember()) return Page.go(local);
        if (here.person() == null) {
            String wish = URLEncoder.encode(local, StandardCharsets.UTF_8);
            return Page.go("/join?community=" + here.community().slug() + "&then=" + wish);
        }
        return joining.ask(here, local);
    }

    /** Null when what was begun has answered. */
    @PostMapping({"/join", "/membership"})
    @Nullable
    ModelAndView join(
            Here here,
            @RequestParam(defaultValue = "") String then,
            @RequestParam(defaultValue = "") String begun,
            HttpServletRequest request,
            HttpServletResponse response) {
        communities.join(here.id(), here.viewer().id());
        return joining.goesOn(begun, request, response) ? null : Page.go(local(here, then), "community.joined");
    }

    @GetMapping("/membership")
    ModelAndView leaving(Here here) {
        here.member();
        return Page.show("community/leave", new Show(here, here.path("")));
    }

    @DeleteMapping("/membership")
    ModelAndView leave(Here here) {
        communities.leave(here.member());
        return Page.go(here.community().isForMembersOnly() ? "/" : here.path(""), "community.left");
    }

    /** A page of this community, or its home. */
    private static String local(Here here, String then) {
        String home = here.path("");
        boolean below = then.startsWith(home + "/") && then.length() <= 500 && then.matches("[\\x21-\\x7e&&[^\\\\]]+");
        return below && !then.startsWith(home + "/join") ? then : home;
    }
}
