package mainline.people;

import java.util.List;
import java.util.Map;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Page;
import mainline.look.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's own access tokens. */
@Controller
@RequestMapping("/me/tokens")
class TokenPages {
    /** @param made the key that was just made, shown this once */
    record Show(
            Shell shell,
            List<AccessToken> tokens,
            Form form,
            @Nullable String made) {}

    private final AccessTokens tokens;

    TokenPages(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    ModelAndView show(Visitor visitor) {
        return Page.show("people/tokens", page(visitor, Form.empty(), null));
    }

    @PostMapping
    ModelAndView make(Visitor visitor, @RequestParam Map<String, String> fields) {
        try {
            String key = tokens.make(visitor.id(), fields.getOrDefault("name", ""), scope(fields.get("scope")));
            return Page.show("people/tokens", page(visitor, Form.empty(), key));
        } catch (Refused refused) {
            return Page.refuse("people/tokens", page(visitor, Form.refused(fields, refused), null));
        }
    }

    private static AccessToken.Scope scope(@Nullable String chosen) {
        for (AccessToken.Scope each : AccessToken.Scope.values())
            if (each.name().equals(chosen)) return each;
        return AccessToken.Scope.READ;
    }

    @DeleteMapping("/{id:\\d{1,18}}")
    ModelAndView revoke(Visitor visitor, @PathVariable long id) {
        tokens.revoke(visitor.id(), id);
        return Page.go("/me/tokens", "token-revoked");
    }

    private Show page(Visitor visitor, Form form, @Nullable String made) {
        return new Show(visitor.shell(), tokens.of(visitor.id()), form, made);
    }
}
