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
    /**
     * @param written what was begun, as it travels in the form; empty for nothing
     */
    record Show(
            Shell shell,
            Form form,
            String then,
            @Nullable Begun begun,
            String written,
            String join,
            Mailboxes.@Nullable Trouble trouble) {}

    private final Accounts accounts;
    private final People people;
    private final Limits limits;
    private final Arriving arriving;
    private final NewcomersView newcomers;
    private final Waiting waiting;

    SignInPages(
            Accounts accounts,
            People people,
            Limits limits,
            Arriving arriving,
            NewcomersView newcomers,
            Waiting waiting) {
        this.accounts = accounts;
        this.people = people;
        this.limits = limits;
        this.arriving = arriving;
        this.newcomers = newcomers;
        this.waiting = waiting;
    }

    @GetMapping("/sign-in")
    ModelAndView show(Visitor visitor, @RequestParam Map<String, String> fields, HttpServletRequest request) {
        NewcomersView.Way way = newcomers.way(fields);
        if (visitor.signedIn()) return Page.go(way.then());
        if (!people.isSetUp()) return Page.go("/setup");
        return Page.show("people/sign-in", page(newcomers, visitor, Form.empty(), way, waiting.trouble(request)));
    }

    /** Null when what was begun has answered. */
    @Burden(Burden.Kind.PASSWORD)
    @PostMapping("/sign-in")
    @Nullable
    ModelAndView signIn(
            Visitor visitor,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response) {
        String mail = fields.getOrDefault("mail", "");
        NewcomersView.Way way = newcomers.way(fields);
        try {
            Attempt attempt = limits.signIn(mail, request);
            Optional<PersonId> person = accounts.check(mail, fields.getOrDefault("password", ""));
            if (person.isEmpty()) throw Refused.because("", "people.sign-in.wrong");
            attempt.right();
            String notice = accounts.mailTrouble(person.get()) == null ? "" : "mail-refused";
            return arriving.arrive(person.get(), new Onward(way.then(), way.begun()), notice, request, response);
        } catch (Refused refused) {
            Form form = Form.refused(fields, refused);
            return Page.refuse("people/sign-in", page(newcomers, visitor, form, way, waiting.trouble(request)));
        } catch (TooOften often) {
            Form form = Form.refused(fields, often.refused());
            Show again = page(newcomers, visitor, form, way, waiting.trouble(request));
            return often.answer(again, "people/sign-in", response);
        }
    }

    /** From the page on which a newcomer joins, with what they have begun. */
    @PostMapping("/sign-in/instead")
    ModelAndView instead(Visitor visitor, @RequestParam Map<String, String> fields, HttpServletRequest request) {
        NewcomersView.Way way = newcomers.way(fields);
        Form form = Form.of(Map.of("mail", fields.getOrDefault("mail", "")));
        return Page.show("people/sign-in", page(newcomers, visitor, form, way, waiting.trouble(request)));
    }

    @PostMapping("/sign-out")
    ModelAndView signOut(HttpServletRequest request, HttpServletResponse response) {
        arriving.leave(request, response);
        response.setHeader("Clear-Site-Data", "\"cache\"");
        return Page.go("/", "signed-out");
    }

    static Show page(
            NewcomersView newcomers,
            Visitor visitor,
            Form form,
            NewcomersView.Way way,
            Mailboxes.@Nullable Trouble trouble) {
        String join = LocalPath.with("/join", way.then());
        return new Show(visitor.shell(), form, way.then(), way.begun(), newcomers.written(way), join, trouble);
    }
}
