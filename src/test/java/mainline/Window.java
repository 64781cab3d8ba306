package mainline;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One person's browser, with scripts: finds things by the words on the page, and keeps what the console complains of. */
final class Window {
    private static final String LOCALE = "en";

    private final BrowserContext browser;
    private final List<String> complaints = new ArrayList<>();
    private Page page;

    Window(int port) {
        browser = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setLocale(LOCALE)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(1280, 900));
        browser.setDefaultTimeout(20_000);
        page = newTab();
    }

    private Page newTab() {
        Page tab = browser.newPage();
        tab.onPageError(error -> complaints.add(tab.url() + ": " + error));
        tab.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isAnswer(message)) complaints.add(tab.url() + ": " + message.text());
        });
        return tab;
    }

    /** The browser reports a page that is meant to be a 404 or a refused form, too. */
    private static boolean isAnswer(ConsoleMessage message) {
        return message.text().startsWith("Failed to load resource")
                && !message.location().contains("/assets/");
    }

    Window go(String path) {
        page.navigate(path);
        return this;
    }

    Window closeTab() {
        page.close();
        page = newTab();
        return this;
    }

    /** Presses the button of that name and waits for the page it leads to. */
    Window press(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        return this;
    }

    Window follow(String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
        return this;
    }

    /** Opens a fold. */
    Window open(String summary) {
        page.locator("summary", new Page.LocatorOptions().setHasText(summary))
                .first()
                .click();
        return this;
    }

    Window write(String label, String text) {
        field(label).fill(text);
        return this;
    }

    /** The field with that label, whether or not it may be left empty. */
    Locator field(String label) {
        return page.getByLabel(Pattern.compile("^\\s*" + literal(label) + "\\s*(\\(optional\\))?\\s*$"));
    }

    Window choose(String label) {
        page.getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^" + literal(label) + "\\b")))
                .first()
                .check();
        return this;
    }

    /** Patterns are matched by the browser, which does not know {@link Pattern#quote}. */
    private static String literal(String text) {
        return text.replaceAll("[.?+*()\\[\\]\\\\^$|]", "\\\\$0");
    }

    Window waitFor(String text) {
        try {
            page.getByText(text).first().waitFor();
        } catch (TimeoutError late) {
            String there = page.locator("body").innerText();
            throw new AssertionError(
                    "No \"" + text + "\" on " + path() + ", but: " + there.substring(0, Math.min(1500, there.length())),
                    late);
        }
        return this;
    }

    String path() {
        return page.url().replaceFirst("^https?://[^/]+", "");
    }

    Page page() {
        return page;
    }

    /** What the console complained of so far: broken scripts, and whatever the content policy stopped. */
    List<String> complaints() {
        return complaints;
    }
}
