package mainline.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
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
     * @param begun whether something is done as soon as the link in the letter is followed
     * @param outbox whether the mail can be read here, as in a demonstration
     * @param underWay whether the letter has still to leave, so that there may be more to tell soon
     */
    record Sent(
            Shell shell,
            String kind,
            boolean begun,
            boolean outbox,
            Mailboxes.@Nullable Trouble trouble,
            boolean underWay) {
        /** Where the letter is asked for again. */
        String again() {
            if (kind.equals("reset")) return "/reset";
            return shell.bar() == null
                    ? "/join"
                    : "/join?community=" + shell.bar().slug();
        }
    }

    private final NewcomersView newcomers;
    private final People people;
    private final Waiting waiting;

    JoinPages(NewcomersView newcomers, People people, Waiting waiting) {
        this.newcomers = newcomers;
        this.people = people;
        this.waiting = waiting;
    }

    @GetMapping
    ModelAndView show(Visitor visitor, @RequestParam Map<String, String> fields, HttpServletRequest request) {
        NewcomersView.Way way = newcomers.way(fields);
        if (visitor.signedIn()) return Page.go(way.known());
        if (!people.isSetUp()) return Page.go("/setup");
        return newcomers.show(visitor, way, request);
    }

    @PostMapping
    ModelAndView join(
            Visitor visitor,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!people.isSetUp()) return Page.go("/setup");
        return newcomers.join(visitor, fields, newcomers.way(fields), request, response);
    }

    @GetMapping("/sent")
    ModelAndView sent(
            Visitor visitor,
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "false") boolean begun,
            HttpServletRequest request) {
        Shell shell = newcomers.shell(visitor, newcomers.way(fields));
        return Page.show("people/sent", waiting.page(shell, "join", begun, request));
    }
}
