package mainline.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import mainline.kernel.Burden;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Page;
import mainline.look.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/join")
class JoinPages {
    /**
     * @param invitation the key of the invitation that brought them, or empty
     * @param signIn the way for those who have an account
     */
    record Show(
            Shell shell,
            Form form,
            String community,
            String then,
            String invitation,
            String signIn,
            Mailboxes.@Nullable Trouble trouble) {}

    /**
     * @param outbox whether the mail can be read here, as in a demonstration
     * @param underWay whether the letter has still to leave, so that there may be more to tell soon
     */
    record Sent(Shell shell, String kind, boolean outbox, Mailboxes.@Nullable Trouble trouble, boolean underWay) {}

    private final Accounts accounts;
    private final People people;
    private final Limits limits;
    private final Waiting waiting;

    JoinPages(Accounts accounts, People people, Limits limits, Waiting waiting) {
        this.accounts = accounts;
        this.people = people;
        this.limits = limits;
        this.waiting = waiting;
    }

    @GetMapping
    ModelAndView show(
            Visitor visitor,
            @RequestParam(defaultValue = "") String community,
            @RequestParam(defaultValue = "/") String then,
            @RequestParam(defaultValue = "") String invitation,
            HttpServletRequest request) {
        if (visitor.signedIn() && key(invitation).isPresent()) return Page.go("/join/" + invitation);
        if (visitor.signedIn()) return Page.go(afterwards(community, LocalPath.of(then)));
        if (!people.isSetUp()) return Page.go("/setup");
        return Page.show(
                "people/join", page(visitor, Form.empty(), community, then, invitation, waiting.trouble(request)));
    }

    @Burden(Burden.Kind.PASSWORD)
    @PostMapping
    ModelAndView join(
            Visitor visitor,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response) {
        String mail = fields.getOrDefault("mail", "");
        String community = fields.getOrDefault("community", "");
        String then = fields.getOrDefault("then", "/");
        String invitation = fields.getOrDefault("invitation", "");
        if (!people.isSetUp()) return Page.go("/setup");
        Secret browser = Secret.random();
        Secret waiter = Secret.random();
        Accounts.Wish wish = new Accounts.Wish(
                fields.getOrDefault("name", ""),
                mail,
                fields.getOrDefault("sure", "").equals("yes"),
                fields.getOrDefault("password", ""),
                slug(community),
                LocalPath.of(then),
                key(invitation));
        try {
            limits.join(mail, request).act(() -> accounts.askToJoin(wish, browser, waiter, visitor.shell()));
        } catch (Refused refused) {
            Form form = Form.refused(fields, refused);
            return Page.refuse("people/join", page(visitor, form, community, then, invitation, null));
        } catch (TooOften often) {
            Form form = Form.refused(fields, often.refused());
            return often.answer(page(visitor, form, community, then, invitation, null), "people/join", response);
        }
        SecretCookie.JOINING.write(request, response, browser);
        SecretCookie.WAITING.write(request, response, waiter);
        return Page.go("/join/sent");
    }

    @GetMapping("/sent")
    ModelAndView sent(Visitor visitor, HttpServletRequest request) {
        return Page.show("people/sent", waiting.page(visitor.shell(), "join", request));
    }

    /** Someone with an account who wants to a community joins there. */
    static String afterwards(String community, String then) {
        String slug = slug(community);
        return slug.isEmpty() ? then : LocalPath.with("/" + slug + "/join", then);
    }

    private static Show page(
            Visitor visitor,
            Form form,
            String community,
            String then,
            String invitation,
            Mailboxes.@Nullable Trouble trouble) {
        String slug = slug(community);
        String local = LocalPath.of(then);
        String key = key(invitation).map(Secret::text).orElse("");
        String signIn = LocalPath.with("/sign-in", key.isEmpty() ? afterwards(slug, local) : "/join/" + key);
        return new Show(visitor.shell(), form, slug, local, key, signIn, trouble);
    }

    private static Optional<Secret> key(String invitation) {
        return invitation.matches("[A-Za-z0-9_-]{43}") ? Optional.of(new Secret(invitation)) : Optional.empty();
    }

    private static String slug(String community) {
        return community.matches("[a-z0-9][a-z0-9-]{0,59}") ? community : "";
    }
}
