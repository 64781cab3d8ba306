package mainline.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import mainline.kernel.Burden;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Page;
import mainline.look.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Links from mails. Looking at one changes nothing, since mail programs do that too; the button on its page spends it. */
@Controller
@RequestMapping("/link/{token:[A-Za-z0-9_-]{43}}")
class LinkPages {
    /**
     * @param kind of the link: {@code join}, {@code reset} or {@code mail-change}
     * @param asks whether a password has to be typed
     * @param keeps whether one may sign in with the password staying as it is
     * @param goes whether the link was asked for in this browser, so that nothing has to be confirmed
     * @param begun what is done in their name as soon as they are in
     * @param until when the link works
     */
    record Show(
            Shell shell,
            Form form,
            String path,
            String kind,
            String name,
            String mail,
            boolean asks,
            boolean keeps,
            boolean goes,
            @Nullable Begun begun,
            @Nullable Instant until) {}

    record Spent(Shell shell) {}

    private final Accounts accounts;
    private final Links links;
    private final Limits limits;
    private final Arriving arriving;
    private final NewcomersView newcomers;

    LinkPages(Accounts accounts, Links links, Limits limits, Arriving arriving, NewcomersView newcomers) {
        this.accounts = accounts;
        this.links = links;
        this.limits = limits;
        this.arriving = arriving;
        this.newcomers = newcomers;
    }

    @GetMapping
    ModelAndView show(Visitor visitor, @PathVariable String token, HttpServletRequest request) {
        Optional<Link> link = links.find(new Secret(token));
        return link.isEmpty()
                ? spent(visitor, request)
                : Page.show("people/link", page(visitor, token, link.get(), request, Form.empty()));
    }

    /** Null when what was begun has answered. */
    @Burden(Burden.Kind.PASSWORD)
    @PostMapping
    @Nullable
    ModelAndView spend(
            Visitor visitor,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "false") boolean keep,
            HttpServletRequest request,
            HttpServletResponse response) {
        Secret secret = new Secret(token);
        Link link = links.find(secret).orElse(null);
        if (link == null) return spent(visitor, request);
        try {
            return switch (link) {
                case Link.Join join -> join(visitor, secret, password, request, response);
                case Link.Reset reset when keep -> enter(visitor, secret, request, response);
                case Link.Reset reset -> reset(visitor, secret, password, request, response);
                case Link.MailChange change -> changeMail(visitor, secret, request);
            };
        } catch (Refused refused) {
            Form form = Form.refused(Map.of(), refused);
            return Page.refuse("people/link", page(visitor, token, link, request, form));
        } catch (TooOften often) {
            Form form = Form.refused(Map.of(), often.refused());
            return often.answer(page(visitor, token, link, request, form), "people/link", response);
        }
    }

    private @Nullable ModelAndView join(
            Visitor visitor, Secret token, String password, HttpServletRequest request, HttpServletResponse response) {
        Accounts.Arrival arrival = accounts.join(token, password).orElse(null);
        if (arrival == null) return spent(visitor, request);
        SecretCookie.JOINING.clear(request, response);
        return arriving.arrive(arrival.person(), arrival.onward(), "joined", request, response);
    }

    private @Nullable ModelAndView reset(
            Visitor visitor, Secret token, String password, HttpServletRequest request, HttpServletResponse response) {
        Accounts.Arrival arrival =
                accounts.reset(token, password, visitor.shell()).orElse(null);
        return arrival == null
                ? spent(visitor, request)
                : arriving.arrive(arrival.person(), arrival.onward(), "password-changed", request, response);
    }

    private @Nullable ModelAndView enter(
            Visitor visitor, Secret token, HttpServletRequest request, HttpServletResponse response) {
        Accounts.Arrival arrival = accounts.enter(token).orElse(null);
        return arrival == null
                ? spent(visitor, request)
                : arriving.arrive(arrival.person(), arrival.onward(), "", request, response);
    }

    private ModelAndView changeMail(Visitor visitor, Secret token, HttpServletRequest request) {
        return accounts.changeMail(token) ? Page.go("/me", "mail-changed") : spent(visitor, request);
    }

    private ModelAndView spent(Visitor visitor, HttpServletRequest request) {
        limits.wrongLink(request);
        ModelAndView answer = Page.show("people/spent", new Spent(visitor.shell()));
        answer.setStatus(HttpStatus.GONE);
        return answer;
    }

    private Show page(Visitor visitor, String token, Link link, HttpServletRequest request, Form form) {
        String kind = switch (link) {
            case Link.Join join -> "join";
            case Link.Reset reset -> "reset";
            case Link.MailChange change -> "mail-change";
        };
        Link.Join join = link instanceof Link.Join joins ? joins : null;
        boolean keeps = link instanceof Link.Reset reset && accounts.canSignIn(reset.person());
        return new Show(
                join == null ? visitor.shell() : newcomers.shell(visitor, join),
                form,
                "/link/" + token,
                kind,
                join == null ? "" : join.name(),
                Mails.shown(link.mail()),
                link instanceof Link.Reset,
                keeps,
                join != null
                        && form.problems().isEmpty()
                        && accounts.isSameBrowser(join, SecretCookie.JOINING.read(request)),
                link.onward().begun(),
                links.expires(new Secret(token)).orElse(null));
    }
}
