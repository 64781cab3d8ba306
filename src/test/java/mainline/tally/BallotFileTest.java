package mainline.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        refused("A,B\n1,x\n", "f:2: column “B”: a rank must be a whole number, not “x”");
        refused("A,B\n1,2\n3,1\n", "f:3: column “A”: the rank “3” goes beyond the number of options, which is 2");
        refused("1\n1,A\n,\n1,1\n", "f:3: the number of voters must be a whole number, not “”");
        refused("> A\nB > A\n", "f:1: the name of a candidate is missing");
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

    private static List<String> lines(String text) {
        BallotFile file = read(text);
        List<String> lines = new ArrayList<>(file.options());
        for (int row = 0; row < file.votes().size(); row++)
            lines.add(file.votes().weight(row) + " " + file.votes().places(row));
        return lines;
    }

    @Test
    void names_in_a_ballot_file_may_be_quoted_in_pieces_or_stand_on_one_line() {
        String ballots = "2 1\n3 1 2 0\n0\n";
        assertThat(lines(ballots + "\"Ann\" \"Green Party\"\n\"Bo \"\"Red\"\"\"\nWard 1\n"))
                .containsExactly("Ann Green Party", "Bo \"Red\"", "3 [[1], [2]]");
        assertThat(lines(ballots + "\"Ann\" \"Bo\" \"Title\"\n")).startsWith("Ann", "Bo");
        assertThat(lines("2 1,,,\n3 1 2 0,,\n0,,,\nAnn (G),,\n# ALTERNATIVE NAME 2: Bo (R)\nWard,\n"))
                .containsExactly("Ann (G)", "Bo (R)", "3 [[1], [2]]");
        refused("2 1\n-3 1 2 0\n0\n", "f:2: the number of voters at the beginning must be at least 1, not -3");
        refused("2 1\n-2 1\n0\n", "f:2: a line of withdrawn options holds negative numbers only");
    }

    @Test
    void tables_of_scottish_wards_are_read() {
        String ward = "3,2,\n40,1,\n7,2,3,1,\n\"Candidate 1\",\"Ann Dow\",\"Green (Gr)\",\n"
                + "\"Candidate 2\",\"Bo Ross\",\"Labour (Lab)\",\n\"Candidate 3\",\"Cy Orr\",\"Independent (Ind)\",\n";
        assertThat(lines(ward + "\"\"Ward 1 - Hill, Dale\"\","))
                .containsExactly(
                        "Ann Dow, Green (Gr)",
                        "Bo Ross, Labour (Lab)",
                        "Cy Orr, Independent (Ind)",
                        "40 [[1]]",
                        "7 [[2], [3], [1]]");
        assertThat(read(ward).seats()).isEqualTo(2);
        refused(ward.replace("7,2,3,1", "7,2,4,1"), "f:3: there is no option 4: the options are 1 to 3");
        refused(ward.replace("3,2,\n", "4,2,\n"), "f:6: there are names for 3 of 4 options only");
    }

    @Test
    void columns_that_tell_the_voter_or_the_number_of_voters_are_no_options() {
        BallotFile file = read("Timestamp,Voter ID,Ann,Bo,Count\n3 May,1,2,1,5\n4 May,2,1,,3\n");
        assertThat(file.options()).containsExactly("Ann", "Bo");
        assertThat(file.votes().total()).isEqualTo(8);
        assertThat(file.notes())
                .contains(
                        "The column “Voter ID” is taken for no option.",
                        "The column “Count” is taken for the number of voters.");
        assertThat(lines("1st choice,Second choice,3rd\nAnn,Bo,\nBo,undervote,Ann\n"))
                .containsExactly("Ann", "Bo", "1 [[1], [2]]", "1 [[2], [1]]");
        assertThat(lines("\"Ann,\nthe elder\",Bo\n1,2\n2,1\n"))
                .containsExactly("Ann, the elder", "Bo", "1 [[1], [2]]", "1 [[2], [1]]");
    }

    @Test
    void tables_of_civs_keep_what_a_voter_has_no_opinion_of_apart() {
        BallotFile file = read("# Candidates: Ann / Bo A/B / Cy\n1,2,3\n2X3,2,-\n");
        assertThat(file.options()).containsExactly("Ann", "Bo A/B", "Cy");
        assertThat(file.votes().total()).isEqualTo(3);
        assertThat(Schulze.count(file.votes(), 0, Schulze.Rules.NONE, file.lot())
                        .prefer(2, 3))
                .isEqualTo(1);
        refused("# Candidates: Ann / Bo\n1,2\n1\n", "f:3: the ballot has 1 ranks for 2 candidates");
        refused("# Candidates: Ann / Bo\n1,3\n", "f:2: the rank 3 of “Bo” goes beyond the 2 candidates");
    }

    @Test
    void aggregated_ballots_are_read_as_orders_or_as_scores() {
        assertThat(lines("# Three\n=D:[Doña Q]\n{title: \"Town\"}\n27: D > Bo = Cy\n3: Cy\n2:\n"))
                .containsExactly("Doña Q", "Bo", "Cy", "27 [[1], [2, 3]]", "3 [[3]]", "2 []");
        assertThat(lines("[Doña Q]: D\n26: D/3, Bo/5, [Cy]/3\n"))
                .containsExactly("Doña Q", "Bo", "Cy", "26 [[2], [1, 3]]");
        assertThat(read("27: A > B\n").format()).isEqualTo(Format.ABIF);
        refused("27: A > B\n3: A > > B\n", "f:2: the name of a candidate is missing");
        refused("27: A > B\n3: A > B > A\n", "f:2: option 1 comes twice on this ballot");
        refused("27: A/5, B/2\n3: A/5, B\n", "f:2: the score is missing after “B”");
    }

    @Test
    void a_quoted_cell_of_a_budget_may_go_on_over_lines() {
        String budget = "META\nkey;value\ndescription;\"Town; \"\"2027\"\"\nand after\"\nnum_projects;2\nnum_votes;2\n"
                + "budget;10\nvote_type;approval\nPROJECTS\nproject_id;cost;name\n1;5;\"A bench;\na tree\"\n"
                + "2;7;\"open mark\nVOTES\nvoter_id;vote\n1;\"1,2\"\n2;2\n";
        BallotFile file = read(budget);
        assertThat(file.title()).isEqualTo("Town; \"2027\" and after");
        assertThat(file.options()).containsExactly("1 A bench; a tree", "2 \"open mark");
        assertThat(file.votes().places(0)).containsExactly(Set.of(1, 2));
        refused(budget.replace("\n2;2\n", "\n2;3\n"), "f:17: there is no project “3”");
    }

    @Test
    void a_project_named_twice_counts_once() {
        String budget = "META\nkey;value\nnum_projects;2\nnum_votes;3\nbudget;10\nvote_type;approval\nPROJECTS\n"
                + "project_id;cost\n1;5\n2;7\nVOTES\nvoter_id;vote;points\n1;1,2,1;1,1,1\n2;2,2;1,1\n3;1;1\n";
        BallotFile file = read(budget);
        assertThat(ApprovalVote.count(file.votes(), 1, 0).approvals()).containsExactly(2L, 2L);
        assertThat(file.notes())
                .containsExactly("On 2 ballots an option comes more than once and counts once, first “1” in line 13.");
        for (String type : List.of("ordinal", "cumulative", "scoring"))
            refused(budget.replace("approval", type), "f:13: the project “1” comes twice in this vote");
        BallotFile committee = read("num_cand: 2\ncommitteesize: 1\nprofile: [[1, 1, 0], [1]]\n");
        assertThat(lines("num_cand: 2\ncommitteesize: 1\nprofile: [[1, 1, 0], [1]]\n"))
                .endsWith("1 [[1, 2]]", "1 [[2]]");
        assertThat(committee.notes())
                .containsExactly(
                        "On one ballot an option comes more than once and counts once: “Candidate 1” in line 3.");
    }

    @Test
    void whatever_is_cut_off_is_refused_in_one_line_or_counts_only_what_is_there() {
        for (String whole : List.of(
                "# town\n3 2\n-2\n[tie 1 2 3]\n2 1=2 3 0 # two\n(x) 3 - 1 0\n1 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"T\"\n",
                "# FILE NAME: x\n# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 5\n# ALTERNATIVE NAME 1: A\n2: 1,{2,3}\n3: 3\n",
                "3\n1,A\n2,B\n3,C\n5,5,2\n2,1,{2,3}\n3,3\n",
                "META\nkey;value\nnum_projects;2\nnum_votes;2\nbudget;10\nvote_type;cumulative\nPROJECTS\n"
                        + "project_id;cost\n1;5\n2;6.5\nVOTES\nvoter_id;vote;points\n1;1,2;3,2\n2;2;5\n",
                "   Option 1--->: A\n / Option 2-->: B\n |/ Option 3: C\nV: 1-2 \tabc\nV: -21 \tdef\n",
                "#/Candidates: A ; B ; C\n#/Implicit Ranking: false\nA > B = C * 3\nx || C ^ 2\n/EMPTY_RANKING/\n",
                "27: A > B = C\n26: B/5, C/3\n",
                "A,\"B, b\",C\n1,,2\n3,1,No opinion\n",
                "# Candidates: A / B / C\n1,2,3\n2X3,-,1\n",
                "3,2,\n40,1,2,\n\"Candidate 1\",\"A\"\n\"Candidate 2\",\"B\"\n\"Candidate 3\",\"C\"\n\"T\"\n",
                "num_cand: 3\ncommitteesize: 2\nprofile: [[0, 1], [2],\n [1, 2]]\n",
                "title=T\nseats=2\ncandidate=a A\ncandidate=b B\ncandidate=c C\nballots=2\n2X a b\nc\nend\n")) {
            byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
            long total = BallotFile.read("f", bytes, null).votes().total();
            for (int length = 0; length < bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                if (!isRefused(cut))
                    assertThat(BallotFile.read("f", cut, null).votes().total())
                            .as(new String(cut, StandardCharsets.UTF_8))
                            .isLessThanOrEqualTo(total);
            }
        }
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
                10,
                EqualShares.Completion.ADD1);
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
