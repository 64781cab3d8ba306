package mainline.notices;

import java.util.ArrayList;
import java.util.List;
import mainline.kernel.Missing;
import mainline.look.Page;
import mainline.look.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where every letter says that such mail can be ended, by whoever holds it and without signing in (RFC 8058). Opening it
 * does nothing, since mail programs and scanners open what they find; only what is sent to it counts.
 */
@Controller
@RequestMapping("/unsubscribe")
class UnsubscribePages {
    /** @param label of a message */
    record Choice(String token, String label) {}

    record Ask(Shell shell, List<Choice> choices) {}

    record Done(Shell shell, String ended) {}

    private final Wishes wishes;

    UnsubscribePages(Wishes wishes) {
        this.wishes = wishes;
    }

    @GetMapping("/{token}")
    ModelAndView ask(Shell shell, @PathVariable String token) {
        Wish wish = get(token);
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(token, label(wish)));
        if (wish.of() instanceof Wish.Thing) choices.add(choice(wish, new Wish.Direct()));
        if (!(wish.of() instanceof Wish.Everything)) choices.add(choice(wish, new Wish.Everything()));
        return Page.show("notices/unsubscribe", new Ask(shell, choices));
    }

    private Choice choice(Wish wish, Wish.Of other) {
        Wish all = new Wish(wish.person(), other);
        return new Choice(wishes.token(all), label(all));
    }

    @PostMapping("/{token}")
    ModelAndView end(Shell shell, @PathVariable String token) {
        Wish wish = get(token);
        wishes.fulfil(wish);
        return Page.show("notices/unsubscribed", new Done(shell, label(wish) + ".done"));
    }

    private Wish get(String token) {
        return wishes.read(token).orElseThrow(() -> new Missing("what this address was to end"));
    }

    private static String label(Wish wish) {
        return "notices.end."
                + switch (wish.of()) {
                    case Wish.Everything all -> "all";
                    case Wish.Direct direct -> "direct";
                    case Wish.Digest digest -> "digest";
                    case Wish.Thing thing -> "thing";
                };
    }
}
