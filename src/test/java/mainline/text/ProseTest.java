package mainline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import mainline.kernel.Subject.Kind;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom and what a text calls by a name, and what a link to it may say. */
class ProseTest {
    private static List<Mark> marks(String text) {
        return Markdown.prose(text).marks();
    }

    private static String linked(String text, String name) {
        return Markdown.prose(text).html(mark -> new Prose.Lead("/there", name)).markup();
    }

    @ParameterizedTest
    @CsvSource({
        "Ask @amara about it,amara",
        "(@amara-2),amara-2",
        "@Amara.,amara",
        "**@amara**,amara",
        "Thanks @amara!,amara",
        "@josé,jose",
        "@ليلى وصلت,ليلى"
    })
    void somebody_is_called_by_their_handle(String text, String handle) {
        assertThat(marks(text))
                .singleElement()
                .isInstanceOfSatisfying(
                        Mention.class, mention -> assertThat(mention.handle()).isEqualTo(handle));
    }

    @ParameterizedTest
    @CsvSource({
        "See idea 12.,IDEA,12",
        "See Idea #12.,IDEA,12",
        "(#12),IDEA,12",
        "project 3 is late,PROJECT,3",
        "el proyecto 3,PROJECT,3",
        "la Decisión 4,DECISION,4",
        "decision 4: no,DECISION,4",
        "el cambio 7,CHANGE,7",
        "*change 7*,CHANGE,7"
    })
    void a_thing_is_called_by_its_number(String text, Kind kind, long number) {
        assertThat(marks(text)).singleElement().isInstanceOfSatisfying(Reference.class, reference -> {
            assertThat(reference.kind()).isEqualTo(kind);
            assertThat(reference.number()).isEqualTo(number);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`@amara` and `idea 12`",
                "```\n@amara idea 12 #12\n```",
                "    @amara idea 12",
                "<pre>@amara #12</pre>",
                "[@amara and idea 12](/elsewhere)",
                "amara@harbour.example",
                "a@b.org",
                "a@b",
                "a.b+c@d and x_@y",
                "@amara@social.example",
                "https://social.example/@amara#12",
                "/@amara",
                "@@amara",
                "@ amara",
                "&#12; C#12 /#12 #012 #12a #12.5",
                "ideas 12, idealist 12, idea twelve, idea 0, the idea\n12",
                "project 3rd, bride-idea_12"
            })
    void code_links_addresses_and_other_words_call_nobody(String text) {
        assertThat(marks(text)).isEmpty();
    }

    @Test
    void what_leads_nowhere_stays_as_it_was_written() {
        String text = "See idea 12 and @amara, [a note][^1]\n\n[^1]: by @ben";
        assertThat(Markdown.prose(text).html(mark -> null)).isEqualTo(Markdown.html(text));
        assertThat(Jsoup.parse(Markdown.html("See idea 12 and @amara").markup()).text())
                .isEqualTo("See idea 12 and @amara");
    }

    @Test
    void a_name_with_mark_up_shows_as_it_is_spelled_and_keeps_its_direction() {
        String hostile = "\"><script>alert(1)</script><b title='";
        var thing = Jsoup.parse(linked("See idea 12", hostile)).selectFirst("a");
        assertThat(thing.text()).isEqualTo("idea 12 " + hostile);
        assertThat(thing.select("bdi").text()).isEqualTo(hostile);
        var person = Jsoup.parse(linked("See @amara", hostile)).selectFirst("a");
        assertThat(person.attr("title")).isEqualTo(hostile);
        assertThat(person.select("bdi").text()).isEqualTo("@amara");
        assertThat(linked("See @amara and #3", hostile)).doesNotContain("<script");
    }

    @Test
    void a_link_cannot_be_forged() {
        String forged = "<a class=\"mention\" href=\"/x\">@amara</a> <span class=\"reference\">idea</span>";
        assertThat(Jsoup.parse(Markdown.html(forged).markup()).select(".mention, .reference"))
                .isEmpty();
    }

    @Test
    void a_text_that_is_not_markdown_is_shown_letter_by_letter() {
        String text = "<b>**Why**</b> & \"idea 12\" by @amara";
        assertThat(Jsoup.parse(Prose.plain(text).html().markup()).text()).isEqualTo(text);
        assertThat(Prose.plain(text).marks()).hasSize(2);
    }

    @Test
    void notes_keep_addresses_of_their_own_beside_marks() {
        String markup = Markdown.prose("See idea 12[^1] and @amara\n\n[^1]: idea 13", "c7")
                .html(mark -> new Prose.Lead("/there", "x"))
                .markup();
        assertThat(markup).contains("fn-c7-1");
        assertThat(Jsoup.parse(markup).select("a.reference, a.mention")).hasSize(3);
    }

    @Test
    void of_ten_thousand_marks_the_first_hundred_count_and_the_text_stays_whole() {
        String text = "idea 12 and @amara ".repeat(5_000).strip();
        Assertions.assertTimeout(Duration.ofSeconds(2), () -> {
            Prose prose = Markdown.prose(text);
            assertThat(prose.marks()).hasSize(MarkReader.MOST);
            assertThat(Jsoup.parse(prose.html().markup()).text()).isEqualTo(text);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "@a-", "#", "#1", "idea ", "@@@", "a@", "<", "idea #"})
    void a_text_made_to_be_slow_to_search_is_not(String part) {
        String text = part.repeat(20_000);
        Assertions.assertTimeout(Duration.ofSeconds(4), () -> Prose.plain(text).html());
    }
}
