package mainline.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
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
@RequestMapping("/reset")
class ResetPages {
    record Show(Shell shell, Form form, Mailboxes.@Nullable Trouble trouble) {}

    private final Accounts accounts;
    private final Limits limits;
    private final Waiting waiting;
    private final NewcomersView newcomers;

    ResetPages(Accounts accounts, Limits limits, Waiting waiting, NewcomersView newcomers) {
        this.newcomers = newcomers;
        this.accounts = accounts;
        this.limits = limits;
        this.waiting = waiting;
    }

    @GetMapping
    ModelAndView show(Visitor visitor, HttpServletRequest request) {
        return Page.show("people/reset", new Show(visitor.shell(), Form.empty(), waiting.trouble(request)));
    }

    @PostMapping
    ModelAndView ask(
            Visitor visitor,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response) {
        String mail = fields.getOrDefault("mail", "");
        Secret waiter = Secret.random();
        NewcomersView.Way way = newcomers.way(fields);
        Onward onward = new Onward(way.then(), NewcomersView.confirmable(way.begun()));
        boolean sure = fields.getOrDefault("sure", "").equals("yes");
        Accounts.Ask ask = new Accounts.Ask(mail, sure, waiter, onward);
        try {
            limits.reset(mail, request).act(() -> accounts.askToReset(ask, visitor.shell()));
        } catch (Refused refused) {
            return Page.refuse("people/reset", new Show(visitor.shell(), Form.refused(fields, refused), null));
        } catch (TooOften often) {
            Show again = new Show(visitor.shell(), Form.refused(fields, often.refused()), null);
            return often.answer(again, "people/reset", response);
        }
        SecretCookie.WAITING.write(request, response, waiter);
        return Page.go("/reset/sent");
    }

    @GetMapping("/sent")
    ModelAndView sent(Visitor visitor, HttpServletRequest request) {
        return Page.show("people/sent", waiting.page(visitor.shell(), "reset", false, request));
    }
}
