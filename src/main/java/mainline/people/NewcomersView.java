package mainline.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Page;
import mainline.look.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Takes people in: whoever wants an account, and whoever was stopped at a page or a form for want of one. */
@Component
public class NewcomersView {
    /**
     * @param community its part of the address; empty for the installation as such
     * @param then the page to go to afterwards
     * @param invitation the key of the invitation that brought them, or empty
     * @param signIn the way for those who have an account
     */
    record Show(
            Shell shell,
            Form form,
            String community,
            String then,
            String invitation,
            @Nullable Begun begun,
            String written,
            String signIn,
            Mailboxes.@Nullable Trouble trouble) {}

    /** Where somebody comes from, as pages and forms carry it on. */
    record Way(
            String community,
            String then,
            String invitation,
            @Nullable Begun begun) {
        Way {
            community = community.matches("[a-z0-9][a-z0-9-]{0,59}") ? community : "";
            then = LocalPath.of(then);
            invitation = invitation.matches("[A-Za-z0-9_-]{43}") ? invitation : "";
        }

        Optional<Secret> key() {
            return invitation.isEmpty() ? Optional.empty() : Optional.of(new Secret(invitation));
        }

        /** Someone with an account who wants to a community joins there. */
        String known() {
            if (!invitation.isEmpty()) return "/join/" + invitation;
            return community.isEmpty() ? then : LocalPath.with("/" + community + "/join", then);
        }
    }

    private final Accounts accounts;
    private final Limits limits;
    private final Waiting waiting;
    private final BegunForms begunForms;
    private final ObjectProvider<Grounds> grounds;
    private final ObjectProvider<InvitedGrounds> invitedGrounds;

    NewcomersView(
            Accounts accounts,
            Limits limits,
            Waiting waiting,
            BegunForms begunForms,
            ObjectProvider<Grounds> grounds,
            ObjectProvider<InvitedGrounds> invitedGrounds) {
        this.accounts = accounts;
        this.limits = limits;
        this.waiting = waiting;
        this.begunForms = begunForms;
        this.grounds = grounds;
        this.invitedGrounds = invitedGrounds;
    }

    Way way(Map<String, String> fields) {
        return new Way(
                fields.getOrDefault("community", ""),
                fields.getOrDefault("then", "/"),
                fields.getOrDefault("invitation", ""),
                begunForms.read(fields.get(BegunForms.FIELD)));
    }

    ModelAndView show(Visitor visitor, Way way, HttpServletRequest request) {
        return Page.show("people/join", page(visitor, Form.empty(), way, waiting.trouble(request)));
    }

    ModelAndView join(
            Visitor visitor,
            Map<String, String> fields,
            Way way,
            HttpServletRequest request,
            HttpServletResponse response) {
        Secret browser = SecretCookie.JOINING.read(request).orElseGet(Secret::random);
        Secret waiter = Secret.random();
        String mail = fields.getOrDefault("mail", "");
        Begun begun = confirmable(way.begun());
        Accounts.Wish wish = new Accounts.Wish(
                fields.getOrDefault("name", ""),
                mail,
                fields.getOrDefault("sure", "").equals("yes"),
                way.community().isEmpty() ? null : way.community(),
                new Onward(way.then(), begun),
                way.key());
        try {
            limits.join(mail, request).act(() -> accounts.askToJoin(wish, browser, waiter, shell(visitor, way)));
        } catch (Refused refused) {
            return Page.refuse("people/join", page(visitor, Form.refused(fields, refused), way, null));
        } catch (TooOften often) {
            Show again = page(visitor, Form.refused(fields, often.refused()), way, null);
            return often.answer(again, "people/join", response);
        }
        SecretCookie.JOINING.write(request, response, browser);
        SecretCookie.WAITING.write(request, response, waiter);
        String sent = way.community().isEmpty() ? "/join/sent" : "/join/sent?community=" + way.community();
        return Page.go(begun == null ? sent : sent + "&begun=true");
    }

    /**
     * Somebody who is not signed in asked for what needs that: a stranger is asked to take part in the community, others
     * to sign in. What they sent is kept until they have.
     *
     * @param then the page to come back to
     */
    public ModelAndView stopped(
            Visitor visitor, String then, HttpServletRequest request, HttpServletResponse response) {
        Begun begun = request.getHeader("HX-Request") == null
                ? begunForms.sentBy(request).orElse(null)
                : null;
        Way way = new Way(firstOf(request.getRequestURI()), then, "", begun);
        String name = Objects.requireNonNullElse(request.getParameter(BegunForms.NAME), "");
        String mail = Objects.requireNonNullElse(request.getParameter(BegunForms.MAIL), "");
        boolean fills = !name.isEmpty() || !mail.isEmpty();
        boolean known = SecretCookie.DEVICE.read(request).isPresent() && !fills;
        boolean joins = !known && (begun == null || begun.kind() != null) && isGround(visitor, way);
        if (!joins) return begun == null ? Page.go(LocalPath.with("/sign-in", way.then())) : signIn(visitor, way);
        if (fills) return join(visitor, Map.of("name", name, "mail", mail), way, request, response);
        if (begun == null) return Page.go(LocalPath.with("/join?community=" + way.community(), way.then()));
        return Page.refuse("people/join", page(visitor, Form.empty(), way, null));
    }

    private ModelAndView signIn(Visitor visitor, Way way) {
        return Page.refuse("people/sign-in", SignInPages.page(this, visitor, Form.empty(), way, null));
    }

    private boolean isGround(Visitor visitor, Way way) {
        return grounds.getObject().of(way.community(), visitor.shell()).isPresent();
    }

    private static String firstOf(String path) {
        int end = path.indexOf('/', 1);
        return path.substring(1, end < 0 ? path.length() : end);
    }

    String written(Way way) {
        return begunForms.write(way.begun());
    }

    /** What may go by mail, where another than its sender may open it. */
    static @Nullable Begun confirmable(@Nullable Begun begun) {
        return begun == null || begun.kind() == null ? null : begun;
    }

    private Show page(Visitor visitor, Form form, Way way, Mailboxes.@Nullable Trouble trouble) {
        return new Show(
                shell(visitor, way),
                form,
                way.community(),
                way.then(),
                way.invitation(),
                way.begun(),
                begunForms.write(way.begun()),
                LocalPath.with("/sign-in", way.known()),
                trouble);
    }

    /** The frame of the community they want to, when they may know of it. */
    Shell shell(Visitor visitor, Way way) {
        return shell(
                visitor.shell(), way.community(), way.key().map(Secret::hash).orElse(null));
    }

    Shell shell(Visitor visitor, Link.Join join) {
        return shell(visitor.shell(), join.community() == null ? "" : join.community(), join.invitation());
    }

    private Shell shell(Shell shell, String community, byte @Nullable [] invitation) {
        return (invitation == null
                        ? grounds.getObject().of(community, shell)
                        : invitedGrounds.getObject().of(invitation, shell))
                .orElse(shell);
    }
}
