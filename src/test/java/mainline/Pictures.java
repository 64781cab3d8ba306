package mainline;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Looks at pages as people do, on a phone and at a desk, by day and by night, and as axe does; keeps the pictures by day
 * at a desk and by night on a phone.
 */
final class Pictures {
    private static final Path FOLDER = Path.of("target/pictures");
    private static final int TALLEST = 3000;
    private static final Object EVERY_RULE = Map.of("resultTypes", List.of("violations"));
    private static final Object RULES_OF_COLOUR =
            Map.of("resultTypes", List.of("violations"), "runOnly", List.of("color-contrast", "link-in-text-block"));
    private static final String AXE = axe();

    private final List<String> faults = new ArrayList<>();

    /** @param name of the picture files */
    void take(Window window, String name, String path) {
        take(window, name, path, 200);
    }

    /** The page that the window shows now, which cannot be gone to again. */
    void shoot(Window window, String name) {
        fits(window.page(), name + "-1280-light");
        ask(window.page(), name + "-1280-light", EVERY_RULE);
        keep(window.page(), name + "-1280-light");
    }

    /** @param expected what the page has to answer; anything else is a fault */
    void take(Window window, String name, String path, int expected) {
        Page page = window.page();
        page.setViewportSize(1280, 900);
        theme(page, ColorScheme.LIGHT);
        int status = page.navigate(path).status();
        if (status != expected) faults.add(name + ": " + path + " answers " + status);
        shoot(window, name);
        theme(page, ColorScheme.DARK);
        fits(page, name + "-1280-dark");
        ask(page, name + "-1280-dark", RULES_OF_COLOUR);
        page.setViewportSize(390, 844);
        fits(page, name + "-390-dark");
        ask(page, name + "-390-dark", EVERY_RULE);
        keep(page, name + "-390-dark");
        theme(page, ColorScheme.LIGHT);
        fits(page, name + "-390-light");
        page.setViewportSize(320, 700);
        fits(page, name + "-320");
    }

    /** Whether a page fits a phone and is sound there, in a language whose words are other ones. */
    void check(Window window, String name, String path) {
        Page page = window.page();
        page.setViewportSize(390, 844);
        page.navigate(path);
        fits(page, name + "-390");
        keep(page, name + "-390");
        page.setViewportSize(1280, 900);
        ask(page, name + "-1280", EVERY_RULE);
        fits(page, name + "-1280");
    }

    private static void theme(Page page, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    private void ask(Page page, String name, Object rules) {
        if ((boolean) page.evaluate("typeof axe === 'undefined'")) page.evaluate(AXE);
        List<?> violations = (List<?>) page.evaluate(VIOLATIONS, rules);
        violations.forEach(violation -> faults.add(name + ": " + violation));
    }

    private static final String VIOLATIONS = """
            rules => axe.run(rules).then(found => found.violations.flatMap(
                rule => rule.nodes.map(node => [rule.id, node.html, node.failureSummary].join(' '))))
            """;

    private static String axe() {
        try (var file = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void keep(Page page, String name) {
        int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(name + ".jpg"))
                .setType(ScreenshotType.JPEG)
                .setQuality(70)
                .setFullPage(height <= TALLEST));
    }

    private void fits(Page page, String name) {
        int over = ((Number)
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
        if (over > 0) faults.add(name + ": " + over + " px wider than the window, by " + page.evaluate(WIDEST));
    }

    private static final String WIDEST = """
            [...document.querySelectorAll('main *, header *, footer *')]
                .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                .slice(0, 4).map(e => e.outerHTML.slice(0, 120)).join(' | ')
            """;

    /** What is wrong on the pages looked at so far; empty if nothing is. */
    List<String> faults() {
        return faults;
    }
}
