package mainline.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MailBodyTest {
    private static final String UNSEEN = "[\u200b\u200f\u2066-\u2069]";

    static Stream<MailBody> mails() {
        return Stream.of(
                MailExamples.anAnswer(), MailExamples.aDigest(), MailExamples.inArabic(), MailExamples.hostile());
    }

    @ParameterizedTest
    @MethodSource("mails")
    void both_faces_say_the_same(MailBody body) {
        var mail = MailExamples.write(body);
        String text = flowing(mail.text().replaceAll("(?m)^(> ?|- )", ""));
        Document page = Jsoup.parse(mail.html());
        for (Element said : page.select("h1, h2, p, td > div[dir]"))
            assertThat(text).contains(flowing(said.text()));
        for (String address : page.select("a").eachAttr("href"))
            assertThat(mail.text().lines().map(String::strip)).contains(address);
    }

    @ParameterizedTest
    @MethodSource("mails")
    void a_mail_loads_nothing_and_runs_nothing(MailBody body) {
        Document page = Jsoup.parse(MailExamples.write(body).html());
        assertThat(page.select("script, img, link, iframe, object, form, [src], [background]"))
                .isEmpty();
        assertThat(page.select("*").stream()
                        .flatMap(each -> each.attributes().asList().stream())
                        .filter(each -> each.getKey().startsWith("on")))
                .isEmpty();
        assertThat(page.select("style").toString()).doesNotContain("url(", "@import");
        assertThat(page.select("style")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("mails")
    void lines_of_text_fit_a_window_unless_they_are_an_address(MailBody body) {
        assertThat(MailExamples.write(body).text().lines().filter(line -> !line.contains("https://harbour.example")))
                .allSatisfy(line -> assertThat(Wrap.width(line)).isLessThanOrEqualTo(72));
    }

    @Test
    void only_our_links_are_links_and_nothing_in_a_text_looks_like_one() {
        var mail = MailExamples.write(MailExamples.hostile());
        Document page = Jsoup.parse(mail.html());
        assertThat(page.select("a").eachAttr("href"))
                .allMatch(address -> address.startsWith("https://harbour.example/"));
        page.select("a").remove();
        for (String face :
                new String[] {page.wholeText(), mail.text().replaceAll("(?m)^ *https://harbour\\.example/.*$", "")})
            assertThat(face)
                    .doesNotContainPattern("\\w://")
                    .doesNotContainPattern("(evil|win)\\.example")
                    .contains("ann@harbour.example");
    }

    @Test
    void what_people_wrote_keeps_its_direction_to_itself() {
        assertThat(MailBody.own("a\u2069\u202eb\r\nc")).isEqualTo("\u2068ab c\u2069");
        var page = Jsoup.parse(MailExamples.write(MailExamples.inArabic()).html());
        assertThat(page.select("html").attr("dir")).isEqualTo("rtl");
        assertThat(page.select("h1, div.ink").eachAttr("dir")).containsOnly("auto");
        assertThat(MailExamples.write(MailExamples.inArabic()).text().lines())
                .as("each line is a paragraph of its own to a mail program")
                .anyMatch(line -> line.startsWith("\u200f"))
                .anyMatch(line -> line.startsWith("> The key"));
    }

    @Test
    void an_isolated_text_that_goes_on_in_the_next_line_is_isolated_there_too() {
        var lines = Wrap.lines("One said " + MailBody.own("اردو ".repeat(20)) + " and left.", Locale.ENGLISH);
        assertThat(lines)
                .hasSizeGreaterThan(1)
                .allSatisfy(line ->
                        assertThat(line.replaceAll("[^\u2068]", "")).hasSameSizeAs(line.replaceAll("[^\u2069]", "")));
    }

    @Test
    void a_script_without_spaces_is_wrapped_by_its_own_rules() {
        assertThat(Wrap.lines("港口的门在日落之后不再打开。".repeat(10), Locale.ENGLISH))
                .hasSizeGreaterThan(3)
                .allSatisfy(line -> assertThat(Wrap.width(line)).isLessThanOrEqualTo(70))
                .noneMatch(line -> line.startsWith("。"));
    }

    @Test
    void a_link_leads_to_a_whole_address_in_ascii() {
        assertThat(new MailLink("x", "https://harbour.example/قادة").address()).matches("[\\x21-\\x7e]+");
        for (String odd : new String[] {"/me", "javascript:alert(1)", "https://a.example/ b", "https://a.example/\"x"})
            assertThatThrownBy(() -> new MailLink("x", odd)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String flowing(String text) {
        return text.replaceAll(UNSEEN, "").replaceAll("\\s+", " ").strip();
    }
}
