package mainline.handbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mainline.handbook.StewardsFile.Entry;
import mainline.handbook.StewardsFile.Seat;
import mainline.handbook.StewardsFile.Unreadable;
import org.junit.jupiter.api.Test;

class StewardsFileTest {
    private static final String USUAL = """
            # Who oversees what.
            areas:
              - path: /                 # everything
                stewards:
                  - handle: amara
                    since: 2026-01-04
                    until: 2027-01-04
                rules:
                  approvals: 1
                  endorsements: 2
                  cooling: 24 hours

              # Where we meet.
              - path: /meetings/**
                name: Meetings
                stewards:
                  - tomas   # since the beginning
                  - '@ngozi'
                emeriti: [rosa]
                rules:
                  approvals: 2
                  cooling: 3 days
                  files: [md, png, .jpg]
                  largest: 200 KB
            """;

    private static String refusal(String text) {
        return refused(text).broken().reason().key().replace("stewards.file.", "");
    }

    private static Unreadable refused(String text) {
        Unreadable refused = catchThrowableOfType(Unreadable.class, () -> StewardsFile.of(text));
        assertThat(refused).as(text).isNotNull();
        return refused;
    }

    private static String one(String area) {
        return "areas:\n  - " + area.replace("\n", "\n    ") + "\n";
    }

    @Test
    void areas_stewards_terms_and_rules_are_read() {
        assertThat(StewardsFile.of(USUAL).areas())
                .containsExactly(
                        new Entry(
                                "",
                                "",
                                List.of(new Seat("amara", LocalDate.of(2026, 1, 4), LocalDate.of(2027, 1, 4))),
                                List.of(),
                                new AreaRules(1, 2, Duration.ofDays(1), null, null)),
                        new Entry(
                                "meetings",
                                "Meetings",
                                List.of(new Seat("tomas", null, null), new Seat("ngozi", null, null)),
                                List.of("rosa"),
                                new AreaRules(2, null, Duration.ofDays(3), List.of("md", "png", "jpg"), 200 * 1024L)));
    }

    @Test
    void line_endings_and_a_mark_of_byte_order_make_no_difference() {
        assertThat(StewardsFile.of("\uFEFF" + USUAL.replace("\n", "\r\n")).areas())
                .isEqualTo(StewardsFile.of(USUAL).areas());
        assertThat(StewardsFile.of(USUAL.replace("\n", "\r")).areas())
                .isEqualTo(StewardsFile.of(USUAL).areas());
    }

    @Test
    void what_is_wrong_is_said_with_its_line() {
        Unreadable refused = refused(USUAL.replace("approvals: 2", "aprovals: 2"));
        assertThat(refused.broken().line()).isEqualTo(21);
        assertThat(refused.broken().reason().gaps()).containsExactly("aprovals");
        assertThat(refused(USUAL.replace("    name: Meetings", "\tname: Meetings"))
                        .broken()
                        .line())
                .isEqualTo(15);
        assertThat(refusal(USUAL.replace("    name: Meetings", "\tname: Meetings")))
                .isEqualTo("tab");
    }

    @Test
    void everything_else_than_plain_lists_and_words_is_refused() {
        assertThat(refusal("")).isEqualTo("no-areas");
        assertThat(refusal("# nothing\n")).isEqualTo("no-areas");
        assertThat(refusal("areas: everything\n")).isEqualTo("shape");
        assertThat(refusal("- path: /\n")).isEqualTo("shape");
        assertThat(refusal("area: []\n")).isEqualTo("key-odd");
        assertThat(refusal("areas: []\nareas: []\n")).isEqualTo("key-twice");
        assertThat(refusal(one("path: /\npath: /a"))).isEqualTo("key-twice");
        assertThat(refusal(one("path: /\nstewards: amara"))).isEqualTo("shape");
        assertThat(refusal(one("path: [/]"))).isEqualTo("shape");
        assertThat(refusal(one("path:"))).isEqualTo("shape");
        assertThat(refusal(one("name: A"))).isEqualTo("no-path");
        assertThat(refusal(one("path: /../etc"))).isEqualTo("path-odd");
        assertThat(refusal(one("path: /a/***"))).isEqualTo("path-odd");
        assertThat(refusal(one("path: /a*b*c*d.md"))).isEqualTo("path-odd");
        assertThat(refusal(one("path: '" + "/**/a".repeat(3) + "'"))).isEqualTo("path-odd");
        assertThat(refusal(one("path: /" + "a".repeat(300)))).isEqualTo("path-odd");
        assertThat(refusal(one("path: /a\nstewards: [amara, amara]"))).isEqualTo("steward-twice");
        assertThat(refusal(one("path: /a\nstewards: [Amara Okafor]"))).isEqualTo("handle-odd");
        assertThat(refusal(one("path: /a\nstewards: [[amara]]"))).isEqualTo("shape");
        assertThat(refusal(one("path: /a\nstewards: [{since: 2026-01-01}]"))).isEqualTo("no-handle");
        assertThat(refusal(one("path: /a\nstewards: [{handle: a, since: 2026-02-30}]")))
                .isEqualTo("date-odd");
        assertThat(refusal(one("path: /a\nstewards: [{handle: a, since: 2026-02-03, until: 2026-02-01}]")))
                .isEqualTo("term-odd");
        assertThat(refusal(one("path: /a\nrules: {approvals: 0}"))).isEqualTo("number-odd");
        assertThat(refusal(one("path: /a\nrules: {approvals: -1}"))).isEqualTo("number-odd");
        assertThat(refusal(one("path: /a\nrules: {approvals: 99999999999999999999}")))
                .isEqualTo("number-odd");
        assertThat(refusal(one("path: /a\nrules: {cooling: 3650 days}"))).isEqualTo("cooling-odd");
        assertThat(refusal(one("path: /a\nrules: {cooling: soon}"))).isEqualTo("cooling-odd");
        assertThat(refusal(one("path: /a\nrules: {largest: 200}"))).isEqualTo("largest-odd");
        assertThat(refusal(one("path: /a\nrules: {files: ['*']}"))).isEqualTo("files-odd");
        assertThat(refusal("areas:\n  - path: /a\n  - path: /a/**\n")).isEqualTo("area-twice");
        assertThat(refusal("areas: []\n---\nareas: []\n")).isEqualTo("documents");
        assertThat(refusal("areas: [\n")).isEqualTo("syntax");
        assertThat(refusal("areas:\n  - path: '/\u0000'\n")).isEqualTo("not-text");
        assertThat(refusal("areas:\n  - path: /\u2028\n")).isEqualTo("not-text");
    }

    @Test
    void references_tags_depth_and_size_cost_nothing() {
        assertThat(refusal(one("path: &a /\nname: *a"))).isEqualTo("anchor");
        assertThat(refusal(one("path: !!java.net.URL [\"http://localhost\"]"))).isEqualTo("anchor");
        assertThat(refusal(one("<<: {path: /}"))).isEqualTo("key-odd");
        String laughs = "a0: &a0 [x]\n"
                + IntStream.range(1, 30)
                        .mapToObj(n -> "a" + n + ": &a" + n + " [" + ("*a" + (n - 1) + ",").repeat(9) + "]\n")
                        .collect(Collectors.joining());
        assertThat(refusal(laughs)).isEqualTo("anchor");
        assertThat(refusal("areas: " + "[".repeat(60_000))).isEqualTo("deep");
        assertThat(refusal("areas:\n" + "  - path: /a\n".repeat(1_000_000))).isEqualTo("too-big");
        assertThat(refusal("areas:\n"
                        + IntStream.range(0, 300)
                                .mapToObj(n -> "  - path: /a" + n + "\n")
                                .collect(Collectors.joining())))
                .isEqualTo("many");
        Unreadable latin = catchThrowableOfType(
                Unreadable.class, () -> StewardsFile.of(one("path: /café").getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(latin.broken().flaw()).isEqualTo(Flaw.NOT_TEXT);
        Unreadable big = catchThrowableOfType(Unreadable.class, () -> StewardsFile.of(new byte[10 * 1024 * 1024]));
        assertThat(big.broken().flaw()).isEqualTo(Flaw.TOO_BIG);
    }

    @Test
    void who_is_added_stands_below_the_others_and_all_else_stays() {
        StewardsFile file = StewardsFile.of(USUAL);
        Seat seat = new Seat("joaquin", LocalDate.of(2026, 3, 2), LocalDate.of(2027, 3, 2));
        assertThat(file.with("meetings", seat).text())
                .isEqualTo(
                        USUAL.replace(
                                "      - '@ngozi'\n",
                                "      - '@ngozi'\n      - handle: joaquin\n        since: 2026-03-02\n        until: 2027-03-02\n"));
        assertThat(file.with("meetings", new Seat("rosa", null, null)).text())
                .isEqualTo(USUAL.replace("      - '@ngozi'\n", "      - '@ngozi'\n      - rosa\n")
                        .replace("emeriti: [rosa]", "emeriti: []"));
        assertThat(file.with("", new Seat("amara", LocalDate.of(2026, 1, 4), LocalDate.of(2028, 1, 4)))
                        .text())
                .isEqualTo(USUAL.replace("2027-01-04", "2028-01-04"));
        assertThat(file.with("meetings", new Seat("tomas", null, null))).isSameAs(file);
    }

    @Test
    void who_goes_takes_only_their_own_lines_along() {
        StewardsFile file = StewardsFile.of(USUAL);
        assertThat(file.without("meetings", "tomas").text())
                .isEqualTo(USUAL.replace("      - tomas   # since the beginning\n", ""));
        assertThat(file.without("", "amara").text())
                .isEqualTo(USUAL.replace(
                        "    stewards:\n      - handle: amara\n        since: 2026-01-04\n        until: 2027-01-04\n",
                        "    stewards: []\n"));
        assertThat(file.without("", "nobody")).isSameAs(file);
        assertThat(file.retired("meetings", "ngozi").text())
                .isEqualTo(USUAL.replace("      - '@ngozi'\n", "").replace("[rosa]", "[rosa, ngozi]"));
        assertThat(file.retired("", "amara").areas().getFirst().emeriti()).containsExactly("amara");
    }

    @Test
    void a_new_area_stands_at_the_end() {
        StewardsFile file = StewardsFile.of(USUAL);
        assertThat(file.with("policies/money.md", new Seat("ngozi", null, null)).text())
                .isEqualTo(USUAL + "  - path: /policies/money.md\n    stewards:\n      - ngozi\n");
        assertThat(file.withArea("*/minutes/*.md", "Minutes: what we said").text())
                .isEqualTo(USUAL + "  - path: /*/minutes/*.md\n    name: 'Minutes: what we said'\n    stewards: []\n");
    }

    @Test
    void a_file_written_in_an_unusual_way_says_the_same_afterwards() {
        for (String text : List.of(
                "areas: [{path: /, stewards: [amara, {handle: ngozi, until: 2027-01-01}]}]\n",
                "areas:\n- path: /\n  stewards: [amara, ngozi] # both\n- {path: /a, emeriti: [x]}\n",
                "# top\nareas:\n- stewards:\n  - amara\n  - ngozi\n  path: \"/\"\n",
                "areas:\n  - path: /\n    stewards:\n    - amara\n    - ngozi\n\n\n",
                "areas:\n  - path: /\n    stewards:\n      -\n        handle: amara\n      - ngozi\n    emeriti:\n",
                "{\"areas\": [{\"path\": \"/\", \"stewards\": [\"amara\", \"ngozi\"]}]}")) {
            StewardsFile file = StewardsFile.of(text);
            StewardsFile changed = file.with("", new Seat("tomas", null, LocalDate.of(2027, 5, 5)))
                    .without("", "amara")
                    .retired("", "ngozi")
                    .with("b/c", new Seat("007", null, null));
            assertThat(changed.areas().getFirst().stewards())
                    .as(text)
                    .containsExactly(new Seat("tomas", null, LocalDate.of(2027, 5, 5)));
            assertThat(changed.areas().getFirst().emeriti()).containsExactly("ngozi");
            assertThat(changed.areas().getLast().stewards())
                    .extracting(Seat::handle)
                    .containsExactly("007");
            assertThat(StewardsFile.of(changed.text()).areas()).isEqualTo(changed.areas());
        }
    }
}
