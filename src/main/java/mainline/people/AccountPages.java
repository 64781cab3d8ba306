package mainline.people;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Page;
import mainline.look.Shell;
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
    record Show(Shell shell, String mail, Form profile, Form change, Form password, List<Content> panels) {}

    private final Accounts accounts;
    private final People people;
    private final Limits limits;
    private final List<AccountPanel> panels;

    AccountPages(Accounts accounts, People people, Limits limits, List<AccountPanel> panels) {
        this.accounts = accounts;
        this.people = people;
        this.limits = limits;
        this.panels = panels;
    }

    @GetMapping
    ModelAndView show(Visitor visitor) {
        return Page.show("people/me", page(visitor, profile(visitor), Form.empty(), Form.empty()));
    }

    @PostMapping("/profile")
    ModelAndView changeProfile(Visitor visitor, @RequestParam Map<String, String> fields) {
        try {
            accounts.changeProfile(visitor.id(), fields.getOrDefault("name", ""), fields.getOrDefault("about", ""));
            return Page.go("/me", "profile-changed");
        } catch (Refused refused) {
            return refuse(page(visitor, Form.refused(fields, refused), Form.empty(), Form.empty()));
        }
    }

    @PostMapping("/mail")
    ModelAndView askToChangeMail(
            Visitor visitor,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response) {
        Session session = SignedIn.session();
        String mail = fields.getOrDefault("mail", "");
        String password = fields.getOrDefault("password", "");
        try {
            limits.password(session.person())
                    .check(
                            "password",
                            () -> limits.reset(mail, request)
                                    .act(() -> accounts.askToChangeMail(session, mail, password, visitor.shell())));
            return Page.go("/me", "mail-asked");
        } catch (Refused refused) {
            return refuse(page(visitor, profile(visitor), Form.refused(fields, refused), Form.empty()));
        } catch (TooOften often) {
            Form change = Form.refused(fields, often.refused());
            return often.answer(page(visitor, profile(visitor), change, Form.empty()), "people/me", response);
        }
    }

    @PostMapping("/password")
    ModelAndView changePassword(
            Visitor visitor, @RequestParam Map<String, String> fields, HttpServletResponse response) {
        Session session = SignedIn.session();
        try {
            String present = fields.getOrDefault("password", "");
            String wanted = fields.getOrDefault("password-new", "");
            limits.password(session.person())
                    .check("password", () -> accounts.changePassword(session, present, wanted, visitor.shell()));
            return Page.go("/me", "password-changed");
        } catch (Refused refused) {
            return refuse(page(visitor, profile(visitor), Form.empty(), Form.refused(fields, refused)));
        } catch (TooOften often) {
            Form password = Form.refused(fields, often.refused());
            return often.answer(page(visitor, profile(visitor), Form.empty(), password), "people/me", response);
        }
    }

    private static ModelAndView refuse(Show page) {
        return Page.refuse("people/me", page);
    }

    private Form profile(Visitor visitor) {
        Person person = people.get(visitor.id());
        return Form.of(Map.of("name", person.name(), "about", person.about()));
    }

    private Show page(Visitor visitor, Form profile, Form change, Form password) {
        List<Content> shown = panels.stream()
                .map(panel -> panel.of(visitor))
                .filter(Objects::nonNull)
                .toList();
        return new Show(visitor.shell(), accounts.mail(visitor.id()), profile, change, password, shown);
    }
}
