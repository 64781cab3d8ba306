package mainline.people;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** What a person changes about the own account. Each of the three forms keeps what was typed into it. */
@Controller
@RequestMapping("/me")
class AccountPages {
    /**
     * @param trouble with the present address
     * @param asked what became of the letter to the new one
     */
    record Show(
            Shell shell,
            String mail,
            boolean hasPassword,
            Mailboxes.@Nullable Trouble trouble,
            Mailboxes.@Nullable Trouble asked,
            Form profile,
            Form change,
            Form password,
            List<Content> panels) {}

    private final Accounts accounts;
    private final Profiles profiles;
    private final People people;
    private final Limits limits;
    private final Waiting waiting;
    private final List<AccountPanel> panels;

    AccountPages(
            Accounts accounts,
            Profiles profiles,
            People people,
            Limits limits,
            Waiting waiting,
            List<AccountPanel> panels) {
        this.accounts = accounts;
        this.profiles = profiles;
        this.people = people;
        this.limits = limits;
        this.waiting = waiting;
        this.panels = panels;
    }

    @GetMapping
    ModelAndView show(Visitor visitor, HttpServletRequest request) {
        return Page.show("people/me", page(visitor, request, profile(visitor), Form.empty(), Form.empty()));
    }

    @PostMapping("/profile")
    ModelAndView changeProfile(Visitor visitor, @RequestParam Map<String, String> fields, HttpServletRequest request) {
        try {
            profiles.change(visitor.id(), fields.getOrDefault("name", ""), fields.getOrDefault("about", ""));
            return Page.go("/me", "profile-changed");
        } catch (Refused refused) {
            return refuse(page(visitor, request, Form.refused(fields, refused), Form.empty(), Form.empty()));
        }
    }

    @Burden(Burden.Kind.PASSWORD)
    @PostMapping("/mail")
    ModelAndView askToChangeMail(
            Visitor visitor,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response) {
        Session session = SignedIn.session();
        boolean sure = fields.getOrDefault("sure", "").equals("yes");
        Accounts.Ask ask = new Accounts.Ask(fields.getOrDefault("mail", ""), sure, Secret.random(), Onward.NOWHERE);
        String password = fields.getOrDefault("password", "");
        try {
            limits.password(session.person())
                    .check(
                            "password",
                            () -> limits.reset(ask.mail(), request)
                                    .act(() -> accounts.askToChangeMail(session, ask, password, visitor.shell())));
            SecretCookie.WAITING.write(request, response, ask.waiter());
            return Page.go("/me", "mail-asked");
        } catch (Refused refused) {
            return refuse(page(visitor, request, profile(visitor), Form.refused(fields, refused), Form.empty()));
        } catch (TooOften often) {
            Form change = Form.refused(fields, often.refused());
            return often.answer(page(visitor, request, profile(visitor), change, Form.empty()), "people/me", response);
        }
    }

    @PostMapping("/mail/confirmation")
    ModelAndView confirmMail(Visitor visitor) {
        accounts.confirmMail(visitor.id());
        return Page.go("/me", "mail-confirmed");
    }

    @Burden(Burden.Kind.PASSWORD)
    @PostMapping("/password")
    ModelAndView changePassword(
            Visitor visitor,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response) {
        Session session = SignedIn.session();
        try {
            String present = fields.getOrDefault("password", "");
            String wanted = fields.getOrDefault("password-new", "");
            limits.password(session.person())
                    .check("password", () -> accounts.changePassword(session, present, wanted, visitor.shell()));
            return Page.go("/me", "password-changed");
        } catch (Refused refused) {
            return refuse(page(visitor, request, profile(visitor), Form.empty(), Form.refused(fields, refused)));
        } catch (TooOften often) {
            Form password = Form.refused(fields, often.refused());
            return often.answer(
                    page(visitor, request, profile(visitor), Form.empty(), password), "people/me", response);
        }
    }

    private static ModelAndView refuse(Show page) {
        return Page.refuse("people/me", page);
    }

    private Form profile(Visitor visitor) {
        Person person = people.get(visitor.id());
        return Form.of(Map.of("name", person.name(), "about", person.about()));
    }

    private Show page(Visitor visitor, HttpServletRequest request, Form profile, Form change, Form password) {
        List<Content> shown = panels.stream()
                .map(panel -> panel.of(visitor))
                .filter(Objects::nonNull)
                .toList();
        return new Show(
                visitor.shell(),
                Mails.shown(accounts.mail(visitor.id())),
                accounts.hasPassword(visitor.id()),
                accounts.mailTrouble(visitor.id()),
                waiting.trouble(request),
                profile,
                change,
                password,
                shown);
    }
}
