package mainline.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import mainline.SharedData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class BallotFileTest {
    private static BallotFile read(String text) {
        return BallotFile.read("f", text.getBytes(StandardCharsets.UTF_8), null);
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Malformed.class).hasMessage(message);
    }

    @Test
    void every_file_of_ballots_that_lies_there_is_recognised() throws IOException {
        try (Stream<Path> all = Files.walk(SharedData.file("decisions"))) {
            List<Path> files = all.filter(
                            file -> file.toString()
                                    .matches(
                                            ".*(\\.blt|\\.so[ci]|\\.toc|\\.pb|\\.cvotes|\\.abc\\.yaml|\\.stv|tally\\.txt|(?i:ballots)\\.csv)"))
                    .toList();
            assertThat(files).hasSizeGreaterThan(150);
            for (Path file : files)
                assertThat(BallotFile.read(file, null).votes().total())
                        .as(file.toString())
                        .isPositive();
        }
    }

    @Test
    void what_is_wrong_is_said_with_its_line() {
        refused("", "f:1: the file is empty");
        refused("2 1\n1 1 2\n0\n", "f:2: the ballot does not end with 0");
        refused("2 1\n1 3 0\n0\n", "f:2: there is no option 3: the options are 1 to 2");
        refused("2 1\n1 1 1 0\n0\n", "f:2: option 1 comes twice on this ballot");
        refused("2 1\n1 1 2 0\n", "f:2: the file ends before the 0 that ends the ballots");
        refused(
                "2 1\n99999999999999999999 1 0\n0\n",
                "f:2: the number of voters at the beginning is too large: “99999999999999999999”");
        refused(
                "2 1\n9000000000000000000 1 0\n9000000000000000000 1 0\n0\n",
                "f:3: with this ballot there are more voters than can be counted");
        refused("2 1\n1 1 0\n0\n\"A\n", "f:4: the quotation mark is not closed");
        refused("2 1\n1 1 0\n0\n\"A\"\n", "f:4: there are names for 1 of 2 options only");
        refused("2 1\n1 1\0 0\n0\n", "f:2: there is a NUL byte; this is not text");
        refused("Option 1: A\nOption 2: B\nV: 12\nV: 1\n", "f:4: the ballot has 1 marks for 2 options");
        refused(
                "# NUMBER ALTERNATIVES: 2\n# NUMBER VOTERS: 3\n2: 1,2\n",
                "f:2: the file says 3 voters, but its ballots are 2");
        refused("A,B\n1,2\n1\n", "f:3: the ballot has 1 columns, the heading 2");
        refused("A,B\n1,x\n", "f:2: a rank must be a whole number, not “x”");
        refused("#/Candidates: A ; B\nA > C\n", "f:2: there is no candidate “C”");
    }

    @Test
    void encodings_and_ends_of_line_make_no_difference() {
        String text = "2 1\r\n3 1 2 0\r\n0\r\n\"Åsa\"\r\n\"Bö\"\r\n\"T\"";
        assertThat(read(text).options()).containsExactly("Åsa", "Bö");
        assertThat(read("\ufeff" + text).options()).containsExactly("Åsa", "Bö");
        assertThat(BallotFile.read("f", text.getBytes(StandardCharsets.ISO_8859_1), null)
                        .options())
                .containsExactly("Åsa", "Bö");
        assertThat(BallotFile.read("f", ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE), null)
                        .options())
                .containsExactly("Åsa", "Bö");
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"BLT", "PREFLIB", "PABULIB", "DEBIAN", "CSV"})
    void what_is_written_is_read_back_the_same(Format format) {
        List<Ballot> ballots = format == Format.PABULIB
                ? List.of(
                        new Ballot.Approvals(Set.of(1, 3)),
                        new Ballot.Approvals(Set.of()),
                        new Ballot.Approvals(Set.of(2)))
                : List.of(
                        new Ballot.Ranking(List.of(Set.of(2), Set.of(1, 3))),
                        new Ballot.Ranking(List.of()),
                        new Ballot.Ranking(List.of(Set.of(3))));
        var sheet = new BallotSheet(
                "Where, \"exactly\"; #1?",
                List.of("=SUM(A1); \"here\"", "#there, 2027", "2026 ñ"),
                ballots.stream()
                        .map(ballot -> new BallotSheet.Entry(ballot, "r-1"))
                        .toList(),
                List.of("Quorum 3.", "Ratio 3:1."),
                2,
                List.of(4L, 5L, 6L),
                10);
        BallotFile back = BallotFile.read("f", sheet.as(format).getBytes(StandardCharsets.UTF_8), null);
        assertThat(back.format()).isEqualTo(format);
        Votes votes = Votes.of(3, ballots);
        assertThat(back.votes().size()).isEqualTo(3);
        for (int row = 0; row < 3; row++) assertThat(back.votes().places(row)).isEqualTo(votes.places(row));
        for (int option = 1; option <= 3; option++)
            assertThat(back.options().get(option - 1)).endsWith(sheet.options().get(option - 1));
    }

    @Test
    void a_damaged_file_is_refused_in_one_line_or_read() throws IOException {
        var random = new Random(11);
        int refused = 0;
        for (String name : List.of(
                "droop/blt/42t.blt",
                "votelib/atwood_so.blt",
                "preflib/00002-00000001.soi",
                "tideman/A16.cvotes",
                "abcvoting/instanceL0000.abc.yaml",
                "votelib/unordered.stv",
                "kubernetes-coc/2023/ballots.csv",
                "preflib/00003-00000001.toc",
                "debian/2003_gr_voting/tally.txt")) {
            byte[] whole = Files.readAllBytes(SharedData.file("decisions/" + name));
            int step = Math.max(1, whole.length / 400);
            for (int length = 0; length < whole.length; length += step)
                if (isRefused(Arrays.copyOf(whole, length))) refused++;
            for (int flip = 0; flip < 400; flip++) {
                byte[] damaged = whole.clone();
                damaged[random.nextInt(whole.length)] = (byte) random.nextInt(256);
                damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
                if (isRefused(damaged)) refused++;
            }
        }
        assertThat(refused).isGreaterThan(500);
    }

    private static boolean isRefused(byte[] bytes) {
        @Nullable BallotFile file;
        try {
            file = BallotFile.read("f", bytes, null);
        } catch (Malformed e) {
            assertThat(e.getMessage()).startsWith("f").hasLineCount(1);
            return true;
        }
        Schulze.count(file.votes(), 0, Schulze.Rules.NONE, file.lot());
        return false;
    }
}
