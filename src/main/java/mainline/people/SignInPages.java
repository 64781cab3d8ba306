package mainline.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import mainline.kernel.Burden;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Page;
import mainline.look.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class SignInPages {
    record Show(Shell shell, Form form, String then, String join, Mailboxes.@Nullable Trouble trouble) {}

    private final Accounts accounts;
    private final People people;
    private final Limits limits;
    private final Entrance entrance;
    private final Waiting waiting;

    SignInPages(Accounts accounts, People people, Limits limits, Entrance entrance, Waiting waiting) {
        this.accounts = accounts;
        this.people = people;
        this.limits = limits;
        this.entrance = entrance;
        this.waiting = waiting;
    }

    @GetMapping("/sign-in")
    ModelAndView show(Visitor visitor, @RequestParam(defaultValue = "/") String then, HttpServletRequest request) {
        if (visitor.signedIn()) return Page.go(LocalPath.of(then));
        if (!people.isSetUp()) return Page.go("/setup");
        return Page.show("people/sign-in", page(visitor, Form.empty(), then, waiting.trouble(request)));
    }

    @Burden(Burden.Kind.PASSWORD)
    @PostMapping("/sign-in")
    ModelAndView signIn(
            Visitor visitor,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response) {
        String mail = fields.getOrDefault("mail", "");
        String then = fields.getOrDefault("then", "/");
        try {
            Attempt attempt = limits.signIn(mail, request);
            Optional<PersonId> person = accounts.check(mail, fields.getOrDefault("password", ""));
            if (person.isEmpty()) throw Refused.because("", "people.sign-in.wrong");
            attempt.right();
            entrance.enter(person.get(), request, response);
            return accounts.mailTrouble(person.get()) == null
                    ? Page.go(LocalPath.of(then))
                    : Page.go(LocalPath.of(then), "mail-refused");
        } catch (Refused refused) {
            return Page.refuse(
                    "people/sign-in", page(visitor, Form.refused(fields, refused), then, waiting.trouble(request)));
        } catch (TooOften often) {
            Show again = page(visitor, Form.refused(fields, often.refused()), then, waiting.trouble(request));
            return often.answer(again, "people/sign-in", response);
        }
    }

    @PostMapping("/sign-out")
    ModelAndView signOut(HttpServletRequest request, HttpServletResponse response) {
        entrance.leave(request, response);
        response.setHeader("Clear-Site-Data", "\"cache\"");
        return Page.go("/", "signed-out");
    }

    private static Show page(Visitor visitor, Form form, String then, Mailboxes.@Nullable Trouble trouble) {
        String local = LocalPath.of(then);
        return new Show(visitor.shell(), form, local, LocalPath.with("/join", local), trouble);
    }
}
