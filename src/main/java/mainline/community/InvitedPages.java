package mainline.community;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mainline.look.Page;
import mainline.look.Shell;
import mainline.people.Secret;
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
    record Show(Shell shell, Community community, String key, boolean signedIn, List<Content> panels, Instant until) {}

    /** @param signedIn whether the reader has an account all the same */
    record Over(Shell shell, boolean signedIn) {}

    static final String OVER = "/join/over";

    private final InvitationLinks links;
    private final Communities communities;
    private final List<InvitedPanel> panels;

    InvitedPages(InvitationLinks links, Communities communities, List<InvitedPanel> panels) {
        this.links = links;
        this.communities = communities;
        this.panels = panels;
    }

    @GetMapping("/{key:[A-Za-z0-9_-]{43}}")
    ModelAndView show(Visitor visitor, @PathVariable String key, HttpServletRequest request) {
        Unkept.mark(request);
        Optional<InvitationLink> link = links.find(new Secret(key));
        Optional<Community> found = link.flatMap(open -> communities.find(open.community()));
        if (found.isEmpty()) return over(visitor);
        Community community = found.get();
        if (visitor.person() != null
                && communities.isMember(community.id(), visitor.person().id())) return Page.go("/" + community.slug());
        List<Content> parts = panels.stream()
                .map(panel -> panel.of(community, visitor.shell()))
                .filter(Objects::nonNull)
                .toList();
        return Page.show(
                "community/invited",
                new Show(
                        visitor.shell().in(community.zone()),
                        community,
                        key,
                        visitor.signedIn(),
                        parts,
                        link.orElseThrow().until()));
    }

    /** For whoever made an account by an invitation that was over when the account began. */
    @GetMapping("/over")
    ModelAndView isOver(Visitor visitor, HttpServletRequest request) {
        Unkept.mark(request);
        return over(visitor);
    }

    @PostMapping("/{key:[A-Za-z0-9_-]{43}}")
    ModelAndView accept(Visitor visitor, @PathVariable String key) {
        return links.accept(new Secret(key), visitor.id())
                .map(community -> Page.go("/" + community.slug(), "community.joined"))
                .orElseGet(() -> over(visitor));
    }

    private static ModelAndView over(Visitor visitor) {
        ModelAndView answer = Page.show("community/over", new Over(visitor.shell(), visitor.signedIn()));
        answer.setStatus(HttpStatus.GONE);
        return answer;
    }
}
