package mainline;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import mainline.look.MailExamples;
import org.junit.jupiter.api.Test;

/** Mails as a mail program on a phone and one in a window show them, by day and by night. */
@InChromium
class MailPicturesTest {
    private static final Path FOLDER = Path.of("target/pictures");

    @Test
    void mails_fit_and_can_be_read_by_day_and_by_night() {
        try (Page page = Chromium.browser().newPage()) {
            MailExamples.pages().forEach((name, mail) -> {
                page.setContent(mail);
                for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK))
                    for (int width : List.of(390, 700)) look(page, name, scheme, width);
            });
        }
    }

    private static void look(Page page, String name, ColorScheme scheme, int width) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, 800);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(
                        "mail-" + name + "-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + ".png"))
                .setFullPage(true));
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("%s is %d px wide", name, width)
                .isEqualTo(width);
        assertThat(new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa"))
                        .analyze()
                        .getViolations())
                .as("%s, %s", name, scheme)
                .isEmpty();
    }
}
