package mainline.invitations;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Unkept;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Page;
import mainline.look.Shell;
import mainline.people.Entrance;
import mainline.people.Secret;
import mainline.people.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For whoever was given the address of an invitation: what they are invited to, and the button to join. */
@Controller
@RequestMapping("/join")
class InvitedPages {
    /** @param newcomer the address it was mailed to, whose account begins here; null where one is made or there already */
    record Show(
            Shell shell,
            Community community,
            String key,
            boolean signedIn,
            @Nullable String newcomer,
            Form form,
            List<Content> panels,
            Instant until) {}

    /** @param signedIn whether the reader has an account all the same */
    record Over(Shell shell, boolean signedIn) {}

    static final String OVER = "/join/over";

    private final InvitationLinks links;
    private final Communities communities;
    private final List<InvitedPanel> panels;
    private final Entrance entrance;
    private final Arrival arrival;

    InvitedPages(
            InvitationLinks links,
            Communities communities,
            List<InvitedPanel> panels,
            Entrance entrance,
            Arrival arrival) {
        this.links = links;
        this.communities = communities;
        this.panels = panels;
        this.entrance = entrance;
        this.arrival = arrival;
    }

    @GetMapping("/{key:[A-Za-z0-9_-]{43}}")
    ModelAndView show(Visitor visitor, @PathVariable String key, HttpServletRequest request) {
        Unkept.mark(request);
        return invited(visitor, key, null);
    }

    /** @param refused what was typed, when it is the form again */
    private ModelAndView invited(Visitor visitor, String key, @Nullable Form refused) {
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
        Optional<InvitedAddress> newcomer = visitor.signedIn() ? Optional.empty() : links.newcomer(new Secret(key));
        Form fresh = Form.of(Map.of("name", newcomer.map(InvitedAddress::name).orElse("")));
        Show page = new Show(
                visitor.shell().in(community.zone()),
                community,
                key,
                visitor.signedIn(),
                newcomer.map(InvitedAddress::mail).orElse(null),
                refused == null ? fresh : refused,
                parts,
                link.orElseThrow().until());
        return refused == null ? Page.show("invitations/invited", page) : Page.refuse("invitations/invited", page);
    }

    /** Whoever holds a mailed invitation has the address it went to: the account begins, and they belong. */
    @PostMapping("/{key:[A-Za-z0-9_-]{43}}/account")
    ModelAndView begin(
            Visitor visitor,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (visitor.signedIn()) return Page.go("/join/" + key);
        Optional<Community> community = links.find(new Secret(key)).flatMap(link -> communities.find(link.community()));
        try {
            return links.begin(new Secret(key), name)
                    .map(person -> {
                        entrance.enter(person, request, response);
                        return Page.go(
                                community.map(each -> arrival.of(each, person)).orElse("/"), "joined");
                    })
                    .orElseGet(() -> Page.go("/join/" + key));
        } catch (Refused refused) {
            return invited(visitor, key, Form.refused(Map.of("name", name), refused));
        }
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
                .map(community -> Page.go(arrival.of(community, visitor.id()), "community.joined"))
                .orElseGet(() -> over(visitor));
    }

    private static ModelAndView over(Visitor visitor) {
        ModelAndView answer = Page.show("invitations/over", new Over(visitor.shell(), visitor.signedIn()));
        answer.setStatus(HttpStatus.GONE);
        return answer;
    }
}
