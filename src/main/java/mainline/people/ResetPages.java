package mainline.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Page;
import mainline.look.Shell;
import mainline.platform.Settings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/reset")
class ResetPages {
    record Show(Shell shell, Form form) {}

    private final Accounts accounts;
    private final Limits limits;
    private final Settings settings;

    ResetPages(Accounts accounts, Limits limits, Settings settings) {
        this.accounts = accounts;
        this.limits = limits;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView show(Visitor visitor) {
        return Page.show("people/reset", new Show(visitor.shell(), Form.empty()));
    }

    @PostMapping
    ModelAndView ask(
            Visitor visitor,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response) {
        String mail = fields.getOrDefault("mail", "");
        try {
            limits.reset(mail, request).act(() -> accounts.askToReset(mail, visitor.shell()));
        } catch (Refused refused) {
            return Page.refuse("people/reset", new Show(visitor.shell(), Form.refused(fields, refused)));
        } catch (TooOften often) {
            Show again = new Show(visitor.shell(), Form.refused(fields, often.refused()));
            return often.answer(again, "people/reset", response);
        }
        return Page.go("/reset/sent");
    }

    @GetMapping("/sent")
    ModelAndView sent(Visitor visitor) {
        return Page.show("people/sent", new JoinPages.Sent(visitor.shell(), "reset", settings.demo()));
    }
}
