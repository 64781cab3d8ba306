package mainline.community;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mainline.look.Page;
import mainline.look.Shell;
import mainline.people.Secret;
import mainline.people.SecretCookie;
import mainline.people.Visitor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** For whoever was given the address of an invitation: what they are invited to, and the button to join. */
@Controller
@RequestMapping("/join")
class InvitedPages {
    record Show(Shell shell, Community community, String path, boolean signedIn, List<Content> panels, Instant until) {}

    record Over(Shell shell) {}

    private final InvitationLinks links;
    private final Communities communities;
    private final List<InvitedPanel> panels;

    InvitedPages(InvitationLinks links, Communities communities, List<InvitedPanel> panels) {
        this.links = links;
        this.communities = communities;
        this.panels = panels;
    }

    @GetMapping("/{key:[A-Za-z0-9_-]{43}}")
    ModelAndView show(
            Visitor visitor, @PathVariable String key, HttpServletRequest request, HttpServletResponse response) {
        Unkept.mark(request);
        Optional<InvitationLink> link = links.find(new Secret(key));
        Optional<Community> found = link.flatMap(open -> communities.find(open.community()));
        if (found.isEmpty()) return over(visitor);
        Community community = found.get();
        if (visitor.person() != null
                && communities.isMember(community.id(), visitor.person().id())) return Page.go("/" + community.slug());
        if (!visitor.signedIn()) SecretCookie.INVITED.write(request, response, new Secret(key));
        List<Content> parts = panels.stream()
                .map(panel -> panel.of(community, visitor.shell()))
                .filter(Objects::nonNull)
                .toList();
        return Page.show(
                "community/invited",
                new Show(
                        visitor.shell().in(community.zone()),
                        community,
                        "/join/" + key,
                        visitor.signedIn(),
                        parts,
                        link.orElseThrow().until()));
    }

    /** Back to the invitation, after signing in or making an account; its key stays out of those addresses. */
    @GetMapping("/invited")
    ModelAndView back(HttpServletRequest request, HttpServletResponse response) {
        Unkept.mark(request);
        Optional<Secret> key = SecretCookie.INVITED.read(request);
        SecretCookie.INVITED.clear(request, response);
        return Page.go(key.map(secret -> "/join/" + secret.text()).orElse("/"));
    }

    @PostMapping("/{key:[A-Za-z0-9_-]{43}}")
    ModelAndView accept(Visitor visitor, @PathVariable String key) {
        return links.accept(new Secret(key), visitor.id())
                .map(community -> Page.go("/" + community.slug(), "community.joined"))
                .orElseGet(() -> over(visitor));
    }

    private static ModelAndView over(Visitor visitor) {
        ModelAndView answer = Page.show("community/over", new Over(visitor.shell()));
        answer.setStatus(HttpStatus.GONE);
        return answer;
    }
}
