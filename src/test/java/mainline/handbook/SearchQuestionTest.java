package mainline.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchQuestionTest {
    @Test
    void signs_mean_nothing_but_quotes_and_a_hyphen_before_a_word() {
        SearchQuestion odd = SearchQuestion.of("a&b | !c <-> (d):* 'e -\"f g\" -h \"i-j");
        assertThat(odd.typed()).isEqualTo("a b c d e -\"f g\" -\"h\" \"i j\"");
        assertThat(odd.words()).containsExactly("a", "b", "c", "d", "e", "i", "j");
        assertThat(SearchQuestion.of("- -- \"\" \" ' <-> -!").typed()).isEmpty();
    }

    @Test
    void joined_words_are_asked_for_as_one_and_the_last_may_go_on() {
        SearchQuestion question = SearchQuestion.of("opt-in e‑mail D'Artagnan");
        assertThat(question.typed()).isEqualTo("optin email dartagnan");
        assertThat(question.beginnings()).containsExactly("dartagnan");
        assertThat(SearchQuestion.of("meeting ").beginnings()).isEmpty();
    }

    @Test
    void scripts_without_spaces_are_asked_for_by_twos() {
        assertThat(SearchQuestion.of("星期六").typed()).isEqualTo("星期 期六");
        assertThat(SearchQuestion.of("値").beginnings()).containsExactly("値");
        assertThat(SearchQuestion.of("\"星期六\"").typed()).isEqualTo("\"星期 期六\"");
        assertThat(SearchWords.folded("值班与会议, OK")).isEqualTo("值班 班与 与会 会议 议 ok");
        assertThat(SearchWords.folded("모임을")).isEqualTo("모임 임을 을");
    }

    @Test
    void words_are_kept_in_every_spelling_people_look_for() {
        assertThat(SearchWords.folded("Đakovo, Smørrebrød; co-operative"))
                .isEqualTo("dakovo smorrebrod co operative djakovo smoerrebroed cooperative");
        assertThat(SearchWords.folded("Łódź ıŞIK Straẞe Æther þing œuvre Hauptstraße"))
                .startsWith("lodz isik strasse aether thing oeuvre hauptstrasse");
        assertThat(SearchWords.folded("کتاب\u200cها")).isEqualTo("كتاب ها كتابها");
    }

    @Test
    void no_text_has_more_words_than_the_index_holds() {
        StringBuilder many = new StringBuilder();
        for (int n = 0; n < 60_000; n++) many.appendCodePoint(0x4e00 + n * 7 % 20_000);
        assertThat(SearchWords.folded(many.toString()).length()).isLessThan(300_000);
    }

    @Test
    void what_was_found_in_a_sentence_without_spaces_is_shown_apart() {
        assertThat(SearchWords.around("每个月第一个星期六我们开会", List.of("星期六")))
                .containsExactly(
                        new SearchWords.Piece("每个月第一个", false),
                        new SearchWords.Piece("星期六", true),
                        new SearchWords.Piece("我们开会", false));
        assertThat(SearchWords.around("We meet in Đakovo, co-operative", List.of("djakovo", "cooperative")).stream()
                        .filter(SearchWords.Piece::found)
                        .map(SearchWords.Piece::text))
                .containsExactly("Đakovo", "co-operative");
    }
}
