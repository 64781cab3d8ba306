package mainline;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at pages as people do, on a phone and at a desk, by day and by night, and as axe does; keeps the pictures. */
final class Pictures {
    private static final Path FOLDER = Path.of("target/pictures");
    private static final int TALLEST = 3000;

    private final List<String> faults = new ArrayList<>();

    /** @param name of the picture files */
    void take(Window window, String name, String path) {
        take(window, name, path, 200);
    }

    /** The page that the window shows now, which cannot be gone to again. */
    void shoot(Window window, String name) {
        look(window.page(), name + "-1280-light", true);
    }

    /** @param expected what the page has to answer; anything else is a fault */
    void take(Window window, String name, String path, int expected) {
        Page page = window.page();
        page.setViewportSize(1280, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        int status = page.navigate(path).status();
        if (status != expected) faults.add(name + ": " + path + " answers " + status);
        look(page, name + "-1280-light", true);
        theme(page, ColorScheme.DARK);
        look(page, name + "-1280-dark", true);
        page.setViewportSize(390, 844);
        look(page, name + "-390-dark", true);
        theme(page, ColorScheme.LIGHT);
        look(page, name + "-390-light", false);
        page.setViewportSize(320, 700);
        fits(page, name + "-320");
    }

    private static void theme(Page page, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    private void look(Page page, String name, boolean axe) {
        fits(page, name);
        if (axe) {
            for (Rule rule : new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                rule.getNodes()
                        .forEach(node -> faults.add(
                                name + ": " + rule.getId() + " " + node.getHtml() + " " + node.getFailureSummary()));
        }
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
