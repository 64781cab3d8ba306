package mainline;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.regex.Pattern;

/**
 * A phone in one hand: a browser of 390 by 844 that counts what a way through the product costs. A page counts when something
 * was done on it, but for the one where the way begins; a field when it was filled or chosen.
 */
public final class Phone implements AutoCloseable {
    /** What a way has cost. */
    public record Cost(int pages, int fields, int taps) {}

    private final BrowserContext browser;
    private final Page page;
    private String at = "";
    private int pages = -1;
    private int fields;
    private int taps;

    Phone(int port) {
        browser = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setLocale("en")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setHasTouch(true)
                        .setViewportSize(390, 844));
        browser.setDefaultTimeout(20_000);
        page = browser.newPage();
    }

    /** Opens the page where the way begins, and counts from here. */
    Phone begins(String path) {
        page.navigate(path);
        at = "";
        pages = -1;
        fields = 0;
        taps = 0;
        return this;
    }

    private void acts() {
        if (!page.url().equals(at)) pages++;
        at = page.url();
    }

    Phone write(String label, String text) {
        acts();
        fields++;
        page.getByLabel(Pattern.compile("^\\s*" + literal(label) + "\\s*(\\(optional\\))?\\s*$"))
                .fill(text);
        return this;
    }

    /** One of several answers. */
    Phone choose(String label) {
        acts();
        fields++;
        page.getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .check();
        return this;
    }

    Phone press(String name) {
        return tap(page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)));
    }

    Phone follow(String name) {
        return tap(page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^" + literal(name)))));
    }

    /** Opens a fold. */
    Phone open(String summary) {
        return tap(page.locator("summary", new Page.LocatorOptions().setHasText(summary)));
    }

    private Phone tap(Locator where) {
        acts();
        taps++;
        where.first().click();
        return this;
    }

    /** Follows the link in a mail that this page said was coming. */
    Phone followsMail(String path) {
        acts();
        taps++;
        page.navigate(path);
        return this;
    }

    Phone sees(String text) {
        page.getByText(text).first().waitFor();
        return this;
    }

    String path() {
        return page.url().replaceFirst("^https?://[^/]+", "");
    }

    Cost cost() {
        return new Cost(Math.max(0, pages), fields, taps);
    }

    /** Patterns are matched by the browser, which does not know {@link Pattern#quote}. */
    private static String literal(String text) {
        return text.replaceAll("[.?+*()\\[\\]\\\\^$|]", "\\\\$0");
    }

    @Override
    public void close() {
        browser.close();
    }
}
