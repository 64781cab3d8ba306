package mainline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailAddressTest {
    @Test
    void however_a_mailbox_is_spelled_it_is_one() {
        for (var spelled : List.of(
                "jana@exämple.de",
                "jana@exa\u0308mple.de",
                "jana@EXÄMPLE.DE",
                "jana@xn--exmple-cua.de",
                "jana@XN--Exmple-cua.de.",
                "Jana@exämple.de.",
                "jana＠exämple。de",
                "\u202ajana@exämple.de\u202c",
                " jana@exämple.de\u200b\n"))
            assertThat(MailAddress.read(spelled))
                    .as(spelled)
                    .get()
                    .extracting(MailAddress::text, MailAddress::shown)
                    .containsExactly("jana@xn--exmple-cua.de", "jana@exämple.de");
    }

    @Test
    void a_letter_with_a_domain_of_its_own_is_not_taken_for_another() {
        assertThat(text("a@straße.de")).isEqualTo("a@xn--strae-oqa.de");
        assertThat(text("a@strasse.de")).isEqualTo("a@strasse.de");
        assertThat(MailAddress.read("a@xn--strae-oqa.de").orElseThrow().shown()).isEqualTo("a@straße.de");
    }

    @Test
    void what_carriers_hand_out_is_taken_and_told_in_quotes() {
        for (var odd : List.of("a..b", "dot.", ".dot", "..")) {
            assertThat(text(odd + "@carrier.example")).isEqualTo(odd + "@carrier.example");
            assertThat(MailAddress.read(odd + "@carrier.example").orElseThrow().wire())
                    .isEqualTo("\"" + odd + "\"@carrier.example");
        }
        for (var usual : List.of("a.b", "a+b", "o'hara", "x_y-z", "#1", "{a}|~`"))
            assertThat(MailAddress.read(usual + "@example.org").orElseThrow().wire())
                    .isEqualTo(usual + "@example.org");
    }

    @Test
    void what_no_server_could_be_asked_to_take_is_no_address() {
        for (var no : List.of(
                "",
                "@",
                "a",
                "a@",
                "@example.org",
                "a b@example.org",
                "a@b@example.org",
                "a@exa mple.org",
                "a@example..org",
                "a@.example.org",
                "a@example.org..",
                "a@-example.org",
                "a@example-.org",
                "a@exa_mple.org",
                "a@[127.0.0.1]",
                "a@127.0.0.1",
                "a@example.org\r\nRCPT TO:<b@example.org>",
                "a\u202eb@example.org",
                "a@xn--\u00e4.de",
                "a@xn--99999999.de",
                "a,b@example.org",
                "\"a b\"@example.org",
                "Ann <a@example.org>",
                "ä".repeat(33) + "@example.org",
                "a@" + "b".repeat(64) + ".org",
                "a@" + "b.".repeat(130) + "org"))
            assertThat(MailAddress.read(no)).as(no).isEmpty();
    }

    @Test
    void hosts_are_written_as_the_names_servers_know() {
        for (var host : List.of(
                "bücher.example", "例え.テスト", "пример.испытание", "مثال.إختبار", "ελ.example", "ñandú.es", "中国.cn"))
            assertThat(text("a@" + host)).isEqualTo("a@" + IDN.toASCII(host));
        for (var host : List.of("bücher.example", "例え.テスト", "пример.испытание", "i❤.ws", "😀.example"))
            assertThat(MailAddress.read("a@" + host).orElseThrow().shown()).isEqualTo("a@" + host);
    }

    private static String text(String typed) {
        return MailAddress.read(typed).orElseThrow().text();
    }
}
