package mainline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mainline.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Counting as somebody meets it who has a file of ballots and nothing else. */
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
final class TallyCommandTest {
    @TempDir
    private Path folder;

    private static Ended tally(String... arguments) {
        var words = new ArrayList<>(List.of("tally"));
        words.addAll(Arrays.asList(arguments));
        return Ended.here(words.toArray(String[]::new));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static JsonNode json(String... arguments) {
        var words = new ArrayList<>(Arrays.asList(arguments));
        words.add("--json");
        Ended ran = tally(words.toArray(String[]::new));
        assertThat(ran.exit()).as(ran.err()).isZero();
        return JsonMapper.shared().readTree(ran.out());
    }

    private static List<Integer> ints(JsonNode array) {
        List<Integer> ints = new ArrayList<>();
        array.forEach(each -> ints.add(each.asInt()));
        return ints;
    }

    @Test
    void debian_votes_come_out_as_published_with_the_figures_as_they_are_published() {
        Path folder = SharedData.file("decisions/debian");
        JsonNode votes = JsonMapper.shared()
                .readTree(folder.resolve("EXPECTED.json").toFile())
                .get("elections");
        for (var vote : votes.properties()) {
            JsonNode published = vote.getValue();
            String file = folder.resolve(vote.getKey()).resolve("tally.txt").toString();
            List<String> words = new ArrayList<>(List.of(file, "--method", "schulze", "--default"));
            words.add(published.get("default_option").asString());
            if (!published.get("quorum_Q").isNull())
                words.addAll(List.of(
                        "--quorum", published.get("quorum_Q").decimalValue().toPlainString()));
            for (JsonNode each : published.get("majority_published"))
                words.addAll(List.of(
                        "--majority",
                        each.get("option").asString() + "="
                                + each.get("required").asString()));
            int option = 0;
            for (JsonNode name : published.get("options"))
                if (++option > 0 && name.asString().contains("3:1"))
                    words.addAll(List.of("--majority", option + "=3:1"));
            JsonNode counted = json(words.toArray(String[]::new));
            assertThat(ints(counted.get("winners")))
                    .as(vote.getKey())
                    .isEqualTo(ints(published.get("winner_published")));
            assertThat(counted.get("ballots").asLong())
                    .isEqualTo(published.get("ballots").asLong());
            List<Integer> dropped = new ArrayList<>();
            counted.get("dropped")
                    .forEach(each -> dropped.add(each.get("option").asInt()));
            assertThat(dropped).as(vote.getKey()).containsAll(ints(published.get("dropped_published")));
            for (JsonNode each : published.get("majority_published"))
                assertThat(dropped.contains(each.get("option").asInt()))
                        .as(vote.getKey() + " " + each)
                        .isNotEqualTo(each.get("passes").asBoolean());
        }
        assertThat(votes.size()).isGreaterThanOrEqualTo(29);
    }

    @Test
    void numbers_are_taken_as_people_publish_them_or_refused_in_one_sentence() throws IOException {
        String votes = file("votes", "3: A > D\n2: D > A\n");
        for (String quorum : List.of("3", "3.0", "2.00000000000000000000000000001", ".5", "3e0", "0003"))
            assertThat(winners(votes, "--method", "schulze", "--default", "2", "--quorum", quorum))
                    .containsExactly(1);
        assertThat(winners(
                        votes, "--method", "schulze", "--default", "2", "--quorum", "3.00000000000000000000000000001"))
                .containsExactly(2);
        assertThat(winners(votes, "--method", "schulze", "--default", "2", "--majority", "A=1.5"))
                .containsExactly(1);
        assertThat(winners(votes, "--method", "schulze", "--default", "2", "--majority", "A=1.500000000000001:1"))
                .containsExactly(2);
        for (String odd : List.of("-1", "47,5", "NaN", "1e9999", "0x10", ""))
            refused(
                    "mainline: --quorum must be a number such as 47.5, not " + odd + ".",
                    votes,
                    "--method",
                    "approval",
                    "--quorum",
                    odd);
        refused(
                "mainline: --quorum 1e40 is more than any number of votes.",
                votes,
                "--method",
                "approval",
                "--quorum",
                "1e40");
    }

    @Test
    void the_completion_of_equal_shares_is_named_and_chosen() throws IOException {
        StringBuilder pb =
                new StringBuilder("META\nkey;value\nbudget;100\nvote_type;approval\nPROJECTS\nproject_id;cost\n"
                        + "a;100\nb;10\nVOTES\nvoter_id;vote\n");
        for (int voter = 1; voter <= 10; voter++)
            pb.append(voter)
                    .append(';')
                    .append(voter < 5 ? "a" : voter < 8 ? "a,b" : "")
                    .append('\n');
        String file = file("two.pb", pb.toString());
        JsonNode usual = json(file, "--method", "equal-shares");
        assertThat(usual.get("completion").asString()).isEqualTo("add1");
        assertThat(ints(usual.get("winners"))).containsExactly(1);
        JsonNode other = json(file, "--method", "equal-shares", "--completion", "exhaustive");
        assertThat(other.get("completion").asString()).isEqualTo("exhaustive");
        assertThat(other.get("stopped").asString()).isEqualTo("nothing-fits");
        assertThat(ints(other.get("winners"))).containsExactly(2);
        assertThat(tally(file, "--method", "equal-shares", "--completion", "exhaustive")
                        .out())
                .contains("completion exhaustive: reruns with one more for every voter, until nothing more fits.");
        refused(
                "mainline: --completion phragmen fills seats, but the options of this file have costs.",
                file,
                "--method",
                "equal-shares",
                "--completion",
                "phragmen");
        refused(
                "mainline: The options of this file have costs: say --budget X instead of --seats.",
                file,
                "--method",
                "equal-shares",
                "--seats",
                "2");
        String dates = SharedData.file("faults/tally/approvals.csv").toString();
        JsonNode seats = json(dates, "--method", "equal-shares", "--seats", "2");
        assertThat(seats.get("completion").asString()).isEqualTo("phragmen");
        assertThat(ints(seats.get("winners"))).containsExactly(2, 1);
        assertThat(seats.get("spent").asInt()).isEqualTo(2);
    }

    @Test
    void the_command_says_which_columns_were_taken_for_what() {
        String grid = SharedData.file("faults/tally/forms-grid.csv").toString();
        assertThat(tally(grid, "--method", "schulze").out())
                .contains("Note: Taken for options: “Town hall”, “Library”, “Boat house”.")
                .contains("Note: The column “Email Address” is taken for no option.")
                .endsWith("The winner is 2 Library.\n");
        assertThat(json(grid, "--method", "schulze").get("notes").size()).isEqualTo(3);
    }

    private static List<Integer> winners(String... arguments) {
        var words = new ArrayList<>(Arrays.asList(arguments));
        words.add("--json");
        Ended ran = tally(words.toArray(String[]::new));
        assertThat(ran.exit()).as(ran.err()).isZero();
        List<Integer> winners = new ArrayList<>();
        for (JsonNode each : JsonMapper.shared().readTree(ran.out()).get("winners")) winners.add(each.asInt());
        return winners;
    }

    private static void refused(String message, String... arguments) {
        Ended ran = tally(arguments);
        assertThat(ran.err()).isEqualTo(message + System.lineSeparator());
        assertThat(ran.out()).isEmpty();
        assertThat(ran.exit()).isEqualTo(1);
    }

    private static String shared(String name) {
        return SharedData.file("decisions/" + name).toString();
    }

    @Test
    void a_debian_vote_is_counted_with_its_quorum_and_majorities() {
        String file = shared("debian/2004_gr_non_free/tally.txt");
        Ended ran = tally(file, "--method", "schulze", "--default", "3", "--quorum", "45.3", "--majority", "1=3:1");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("Dropped: 1 ").endsWith(System.lineSeparator());
        assertThat(winners(file, "--method", "schulze", "--default", "Choice 3: Further Discussion"))
                .containsExactly(2);
    }

    @Test
    void every_method_counts_its_files_and_prints_the_rounds() {
        assertThat(winners(shared("scottish-stv/torry-ferryhill-2019.blt"), "--method", "stv"))
                .hasSize(1);
        assertThat(tally(shared("scottish-stv/leith-walk-2017.blt"), "--method", "stv")
                        .out())
                .contains("Stage 1: first preferences", "is excluded");
        assertThat(tally(shared("pabulib-equalshares/Poland_Swiecie_2023.pb"), "--method", "equal-shares")
                        .out())
                .contains("Round 1: ", "Chosen: ");
        assertThat(winners(shared("kubernetes-steering/2023/ballots.csv"), "--method", "schulze", "--seats", "4"))
                .hasSize(4);
        assertThat(winners(shared("abcvoting/instanceS0002.abc.yaml"), "--method", "approval"))
                .isNotEmpty();
        assertThat(tally(shared("preflib/00004-00000006.soc"), "--method", "majority")
                        .exit())
                .isZero();
    }

    @Test
    void options_that_the_method_cannot_heed_are_refused() throws IOException {
        String file = file("a.blt", "2 1\n3 1 2 0\n0\n\"A\"\n\"B\"\n\"T\"\n");
        refused("mainline: --quorum does not go with --method stv.", file, "--method", "stv", "--quorum", "3");
        refused("mainline: --default does not go with --method stv.", file, "--method", "stv", "--default", "1");
        refused(
                "mainline: --majority does not go with --method approval.",
                file,
                "--method",
                "approval",
                "--majority",
                "1=2");
        refused("mainline: --seats must be at least 1.", file, "--method", "stv", "--seats", "0");
        refused(
                "mainline: --quorum must be a number such as 47.5, not many.",
                file,
                "--method",
                "majority",
                "--quorum",
                "many");
        refused("mainline: There is no option 99 in " + file + ".", file, "--method", "schulze", "--default", "99");
        refused("mainline: There is no method borda (see: mainline tally --help).", file, "--method", "borda");
        assertThat(tally(file).exit()).isEqualTo(2);
        assertThat(tally(file, "--method", "stv", "--seats", "many").exit()).isEqualTo(2);
        assertThat(winners(file, "--method", "stv", "--seats", "9")).containsExactly(1, 2);
    }

    @Test
    void a_file_that_cannot_be_counted_is_refused_in_one_line_that_says_where() throws IOException {
        String bad = file("bad.blt", "2 1\n1 1 0\n1 3 0\n0\n");
        refused(bad + ":3: there is no option 3: the options are 1 to 2", bad, "--method", "stv");
        String missing = folder.resolve("missing").toString();
        refused(missing + ": there is no such file", missing, "--method", "stv");
        refused(folder + ": this is a folder, not a file of ballots", folder.toString(), "--method", "stv");
        Path packed = folder.resolve("packed.gz");
        Files.write(packed, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0});
        refused(packed + ": this is compressed; unpack it first", packed.toString(), "--method", "stv");
        Path zeros = folder.resolve("zeros");
        Files.write(zeros, new byte[1_000_000]);
        refused(zeros + ":1: there is a NUL byte; this is not text", zeros.toString(), "--method", "stv");
        String lines = file("lines", "\n".repeat(1_000_000));
        refused(lines + ":1: the file is empty", lines, "--method", "stv");
        String wide = file("wide.blt", "3000 1\n1 1 0\n0\n");
        refused(
                "mainline: schulze compares up to 1000 options with each other, not 3000.",
                wide,
                "--method",
                "schulze");
        String text = file("text", "Minutes of the meeting\n");
        refused(
                text + ":1: this is none of the formats known: blt, preflib, pabulib, debian, condorcet, abif, csv,"
                        + " abc, stv",
                text,
                "--method",
                "schulze");
    }
}
