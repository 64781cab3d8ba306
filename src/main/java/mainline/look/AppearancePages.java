package mainline.look;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Set;
import mainline.kernel.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Language and theme, kept in two cookies that say nothing about anyone. */
@Controller
class AppearancePages {
    private static final Set<String> THEMES = Set.of("", "light", "dark");

    record Show(Shell shell, String then) {}

    @GetMapping("/appearance")
    ModelAndView show(Shell shell, @RequestParam(defaultValue = "/") String then) {
        return Page.show("look/appearance", new Show(shell, local(then)));
    }

    @PostMapping("/appearance")
    ModelAndView choose(
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(defaultValue = "/") String then,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (theme != null && THEMES.contains(theme)) keep("theme", theme, request, response);
        if (lang != null && Languages.of(lang).isPresent()) keep("lang", lang, request, response);
        return Page.go(local(then));
    }

    private static void keep(String name, String value, HttpServletRequest request, HttpServletResponse response) {
        Duration lasts = value.isEmpty() ? Duration.ZERO : Duration.ofDays(365);
        response.addCookie(PlainCookie.of(name, value, lasts, request));
    }

    /** A path of this installation and nothing else; whatever might lead elsewhere becomes the front page. */
    static String local(String path) {
        boolean plain = path.startsWith("/") && !path.startsWith("//") && path.length() <= 2000;
        return plain && path.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\') ? path : "/";
    }
}
