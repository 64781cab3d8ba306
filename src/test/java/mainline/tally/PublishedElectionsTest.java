package mainline.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainline.SharedData;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real elections come out as they were published. */
final class PublishedElectionsTest {
    private static final Lot LOT = new Lot(new byte[] {1});

    private static JsonNode expected(String name) {
        return JsonMapper.shared().readTree(SharedData.file("decisions/" + name).toFile());
    }

    private static BallotFile file(String name) {
        return BallotFile.read(SharedData.file("decisions/" + name), null);
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> all = Files.list(SharedData.file("decisions/" + folder))) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    @Test
    void debian_votes_have_the_published_winners_matrices_and_dropped_options() {
        var votes = expected("debian/EXPECTED.json").get("elections");
        for (var vote : votes.properties()) {
            JsonNode e = vote.getValue();
            if (!Files.exists(SharedData.file("decisions/debian").resolve(vote.getKey()))) continue;
            BallotFile file = file("debian/" + vote.getKey() + "/tally.txt");
            Map<Integer, Ratio> majorities = new HashMap<>();
            for (JsonNode each : e.get("majority_published"))
                majorities.put(
                        each.get("option").asInt(),
                        new Ratio(each.get("required").asLong(), 1));
            for (int option = 1; option < file.options().size(); option++)
                if (file.options().get(option - 1).contains("3:1")) majorities.put(option, new Ratio(3, 1));
            Quorum quorum = e.get("quorum_Q").isNull()
                    ? Quorum.NONE
                    : Quorum.of(e.get("quorum_Q").decimalValue());
            RankedOutcome outcome = Schulze.count(
                    file.votes(), e.get("default_option").asInt(), new Schulze.Rules(quorum, majorities), LOT);
            assertThat(outcome.winners()).as(vote.getKey()).isEqualTo(ints(e.get("winner_published")));
            assertThat(outcome.voters())
                    .as(vote.getKey())
                    .isEqualTo(e.get("ballots").asLong());
            List<Integer> dropped = outcome.dropped().stream()
                    .map(RankedOutcome.Dropped::option)
                    .toList();
            assertThat(dropped).as(vote.getKey()).containsAll(ints(e.get("dropped_published")));
            for (JsonNode each : e.get("majority_published"))
                if (each.get("passes").asBoolean())
                    assertThat(dropped).doesNotContain(each.get("option").asInt());
            matches(vote.getKey(), e.get("pairwise_published"), outcome.pairwise());
        }
    }

    private static void matches(String name, JsonNode matrix, long[][] pairwise) {
        if (matrix.isNull()) return;
        for (int a = 0; a < pairwise.length; a++)
            for (int b = 0; b < pairwise.length; b++)
                if (a != b && !matrix.get(a).get(b).isNull())
                    assertThat(pairwise[a][b])
                            .as(name + " " + a + " over " + b)
                            .isEqualTo(matrix.get(a).get(b).asLong());
    }

    private static List<Integer> ints(JsonNode array) {
        var ints = new ArrayList<Integer>();
        array.forEach(each -> ints.add(each.asInt()));
        return ints;
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(each -> texts.add(each.asString()));
        return texts;
    }

    @Test
    void the_steering_committees_of_kubernetes_come_in_the_published_order() throws IOException {
        for (var year :
                expected("kubernetes-steering/EXPECTED.json").get("elections").properties()) {
            Path folder = SharedData.file("decisions/kubernetes-steering").resolve(year.getKey());
            if (!Files.exists(folder)) continue;
            Path ballots = Files.exists(folder.resolve("BALLOTS.csv"))
                    ? folder.resolve("BALLOTS.csv")
                    : folder.resolve("ballots.csv");
            BallotFile file = BallotFile.read(ballots, null);
            RankedOutcome outcome = Schulze.count(file.votes(), 0, Schulze.Rules.NONE, LOT);
            JsonNode e = year.getValue();
            List<String> order = outcome.order().stream()
                    .flatMap(Set::stream)
                    .map(option -> file.options().get(option - 1))
                    .toList();
            assertThat(order).as(year.getKey()).isEqualTo(texts(e.get("ranking_by_csv_header_schulze_winning_votes")));
            assertThat(file.votes().total()).isEqualTo(e.get("ballots_in_file").asLong());
            assertThat(file.options()).isEqualTo(texts(e.get("pairwise").get("candidates")));
            matches(year.getKey(), e.get("pairwise").get("matrix"), outcome.pairwise());
        }
    }

    @Test
    void the_societies_of_tideman_come_in_the_published_order() throws IOException {
        for (var society : expected("tideman/EXPECTED.json").get("elections").properties()) {
            Path path = SharedData.file("decisions/tideman").resolve(society.getKey() + ".cvotes");
            if (!Files.exists(path)) continue;
            BallotFile file = BallotFile.read(path, null);
            RankedOutcome outcome = Schulze.count(file.votes(), 0, Schulze.Rules.NONE, LOT);
            String order = outcome.order().stream()
                    .map(alike -> alike.stream()
                            .map(option -> file.options().get(option - 1))
                            .collect(Collectors.toCollection(TreeSet::new)))
                    .map(alike -> String.join(" = ", alike))
                    .collect(Collectors.joining(" > "));
            String published =
                    society.getValue().get("implicit").get("Schulze Winning").asString();
            assertThat(sorted(order)).as(society.getKey()).isEqualTo(sorted(published));
        }
    }

    private static String sorted(String order) {
        return Arrays.stream(order.split(" > "))
                .map(alike -> Arrays.stream(alike.split(" = ")).sorted().collect(Collectors.joining("=")))
                .collect(Collectors.joining(">"));
    }

    @Test
    void scottish_councils_have_the_published_councillors() {
        for (var ward : expected("scottish-stv/EXPECTED.json").get("elections").properties()) {
            Path path = SharedData.file("decisions/scottish-stv").resolve(ward.getKey() + ".blt");
            if (!Files.exists(path)) continue;
            BallotFile file = BallotFile.read(path, null);
            JsonNode e = ward.getValue();
            assertThat(file.seats()).isEqualTo(e.get("seats").asInt());
            SeatsOutcome outcome = ScottishStv.count(file.votes(), file.seats(), LOT);
            assertThat(outcome.valid())
                    .as(ward.getKey())
                    .isEqualTo(e.get("valid").asLong());
            assertThat(outcome.quota())
                    .as(ward.getKey())
                    .isEqualTo(e.get("quota").asLong());
            List<String> elected = texts(e.get("elected_published"));
            assertThat(outcome.winners()).as(ward.getKey()).hasSameSizeAs(elected);
            for (int winner : outcome.winners())
                assertThat(elected)
                        .as(ward.getKey())
                        .anyMatch(name -> plain(file.options().get(winner - 1)).startsWith(plain(name)));
            for (var stage : e.get("stage_elected_by_independent_count").properties()) {
                int at = stage.getValue().asInt();
                assertThat(outcome.stages().get(at - 1).elected())
                        .as(ward.getKey() + " " + stage.getKey())
                        .anyMatch(
                                option -> plain(file.options().get(option - 1)).startsWith(plain(stage.getKey())));
            }
        }
    }

    private static String plain(String name) {
        return name.replaceAll("\\s+", " ");
    }

    @Test
    void wards_of_glasgow_count_as_published_stage_by_stage() throws IOException {
        int wards = 0;
        for (String folder : List.of("droop/ref/scotland", "droop/ref"))
            for (Path report : files(folder, "-scotland-fixed-p5-d5.txt")) {
                String name = report.getFileName().toString().replace("-scotland-fixed-p5-d5.txt", "");
                Path ballots = SharedData.file("decisions/" + folder.replace("ref", "blt"))
                        .resolve(name + ".blt");
                BallotFile file = BallotFile.read(ballots, null);
                SeatsOutcome outcome = ScottishStv.count(file.votes(), file.seats(), LOT);
                String[] actions = Files.readString(report).split("Action: ");
                int stage = 1;
                for (String action : actions) {
                    if (!action.startsWith("Transfer defeated") && !action.startsWith("Surplus transferred")) continue;
                    if (action.lines().findFirst().orElse("").endsWith("(0.00000)")) continue;
                    agrees(
                            name + " stage " + stage,
                            action,
                            file,
                            outcome.stages().get(stage));
                    stage++;
                }
                assertThat(outcome.stages()).as(name).hasSize(stage);
                wards++;
            }
        assertThat(wards).isGreaterThan(20);
    }

    private static void agrees(String what, String action, BallotFile file, SeatsOutcome.Stage stage) {
        Matcher line = Pattern.compile("(?m)^\\s*(Hopeful|Pending|Elected):\\s+(.*?)\\s+\\(([0-9.]+)\\)$")
                .matcher(action);
        while (line.find())
            assertThat(votes(stage.votes().get(number(file, line.group(2)) - 1)))
                    .as(what + " " + line.group(2))
                    .isEqualTo(line.group(3));
        Matcher exhausted = Pattern.compile("Nontransferable votes: ([0-9.]+)").matcher(action);
        assertThat(exhausted.find()).isTrue();
        assertThat(votes(stage.exhausted())).as(what).isEqualTo(exhausted.group(1));
        Matcher lost = Pattern.compile("Residual: ([0-9.]+)").matcher(action);
        assertThat(lost.find()).isTrue();
        assertThat(votes(stage.lost())).as(what).isEqualTo(lost.group(1));
    }

    private static int number(BallotFile file, String name) {
        for (int option = 1; option <= file.options().size(); option++)
            if (plain(file.options().get(option - 1)).equals(plain(name))) return option;
        throw new AssertionError(name);
    }

    private static String votes(long hundredThousandths) {
        return BigDecimal.valueOf(hundredThousandths, 5).toPlainString();
    }

    @Test
    void projects_under_a_budget_are_chosen_as_published() throws IOException {
        for (Path path : files("pabulib-equalshares", ".pb")) {
            JsonNode e = expected("pabulib-equalshares/" + path.getFileName() + ".EXPECTED.json");
            assertThat(shares(BallotFile.read(path, null), EqualShares.Completion.ADD1))
                    .as(path.getFileName().toString())
                    .isEqualTo(new TreeSet<>(texts(e.get("published_selected"))));
            assertThat(shares(BallotFile.read(path, null), EqualShares.Completion.NONE))
                    .as(path.getFileName().toString())
                    .isEqualTo(new TreeSet<>(texts(e.get("mes"))));
            assertThat(shares(BallotFile.read(path, null), EqualShares.Completion.EXHAUSTIVE))
                    .as(path.getFileName().toString())
                    .isEqualTo(new TreeSet<>(texts(e.get("mes_add1"))));
        }
    }

    private static Set<String> shares(BallotFile file, EqualShares.Completion completion) {
        return EqualShares.count(file, completion, LOT).winners().stream()
                .map(option -> file.options().get(option - 1).split(" ")[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void budgets_of_polish_cities_come_out_by_equal_shares_as_computed_elsewhere() {
        int done = 0;
        for (var city : expected("pabulib/EXPECTED.json").get("instances").properties()) {
            Path path = SharedData.file("decisions/pabulib").resolve(city.getKey());
            if (!Files.exists(path) || !city.getValue().has("mes")) continue;
            BallotFile file = BallotFile.read(path, null);
            done++;
            assertThat(shares(file, EqualShares.Completion.NONE))
                    .as(city.getKey())
                    .isEqualTo(new TreeSet<>(texts(city.getValue().get("mes"))));
            assertThat(shares(file, EqualShares.Completion.EXHAUSTIVE))
                    .as(city.getKey())
                    .isEqualTo(new TreeSet<>(texts(city.getValue().get("mes_add1"))));
        }
        assertThat(done).isGreaterThan(15);
    }

    @Test
    void committees_by_approval_are_those_that_abcvoting_finds() throws IOException {
        int done = 0;
        for (Path path : files("abcvoting", ".abc.yaml")) {
            String text = Files.readString(path);
            Matcher committees = Pattern.compile("(?s)- rule_id: av\\s+result: (\\[.*?])\\s+resolute: false")
                    .matcher(text);
            if (!committees.find()) continue;
            BallotFile file = BallotFile.read(path, null);
            ApprovalOutcome outcome = ApprovalVote.count(file.votes(), file.seats(), 0);
            Set<Integer> expected = new TreeSet<>();
            Matcher candidate = Pattern.compile("[0-9]+").matcher(committees.group(1));
            while (candidate.find()) expected.add(Integer.parseInt(candidate.group()) + 1);
            expected.removeIf(option -> outcome.approvals(option) == 0);
            assertThat(new TreeSet<>(outcome.winners()))
                    .as(path.getFileName().toString())
                    .isEqualTo(expected);
            done++;
        }
        assertThat(done).isGreaterThan(50);
    }

    @Test
    void committees_by_equal_shares_are_those_that_abcvoting_finds_however_ties_fall() throws IOException {
        List<Path> instances = files("abcvoting", ".abc.yaml");
        assertThat(instances).hasSize(80);
        for (Path path : instances) {
            String text = Files.readString(path);
            BallotFile file = BallotFile.read(path, null);
            Map<EqualShares.Completion, String> rules = Map.of(
                    EqualShares.Completion.PHRAGMEN, "equal-shares",
                    EqualShares.Completion.APPROVALS, "equal-shares-with-av-completion");
            rules.forEach((completion, rule) -> {
                Set<Set<Integer>> published = committees(text, rule, false, file);
                assertThat(CommitteesByTies.of(file, completion))
                        .as(path + " " + rule)
                        .isEqualTo(published);
                assertThat(committees(text, rule, true, file)).isEqualTo(published);
                for (byte seed = 0; seed < 5; seed++)
                    assertThat(published)
                            .contains(new TreeSet<>(EqualShares.count(file, completion, new Lot(new byte[] {seed}))
                                    .winners()));
            });
            assertThat(committees(text, "equal-shares-with-increment-completion", true, file))
                    .as(path.toString())
                    .containsExactly(CommitteesByTies.lowestFirst(file, EqualShares.Completion.FULL));
        }
    }

    /** Whom nobody approves is left out: there a seat that nobody fills goes to anybody. */
    private static Set<Set<Integer>> committees(String text, String rule, boolean resolute, BallotFile file) {
        Matcher found = Pattern.compile(
                        "(?s)- rule_id: " + rule + "\\n\\s+result:\\s*(\\[\\[.*?]])\\s+resolute: " + resolute)
                .matcher(text);
        assertThat(found.find()).as(rule).isTrue();
        ApprovalOutcome approvals = ApprovalVote.count(file.votes(), 1, 0);
        return Pattern.compile("\\[([0-9, \\n]+)]")
                .matcher(found.group(1))
                .results()
                .map(committee -> Arrays.stream(committee.group(1).split(","))
                        .map(number -> Integer.parseInt(number.strip()) + 1)
                        .filter(option -> approvals.approvals(option) > 0)
                        .collect(Collectors.toCollection(TreeSet::new)))
                .collect(Collectors.toSet());
    }

    private static BallotFile profile(String election) {
        var lines = new StringBuilder();
        for (JsonNode each : expected("votelib/EXPECTED.json").get(election).get("profile")) {
            List<String> order = texts(each.get(0));
            lines.append(each.get(1).asLong())
                    .append(": ")
                    .append(String.join(" > ", order))
                    .append('\n');
        }
        return BallotFile.read(election, lines.toString().getBytes(StandardCharsets.UTF_8), Format.ABIF);
    }

    private static String name(BallotFile file, int option) {
        return file.options().get(option - 1);
    }

    @Test
    void burlington_and_ireland_have_the_winners_known_for_each_method() {
        JsonNode known = expected("votelib/EXPECTED.json").get("burlington_2009");
        BallotFile burlington = profile("burlington_2009");
        assertThat(name(
                        burlington,
                        Schulze.count(burlington.votes(), 0, Schulze.Rules.NONE, LOT)
                                .winners()
                                .getFirst()))
                .isEqualTo(known.get("condorcet").asString());
        assertThat(name(
                        burlington,
                        ScottishStv.count(burlington.votes(), 1, LOT).winners().getFirst()))
                .isEqualTo(known.get("irv").asString());
        assertThat(Majority.count(burlington.votes(), Quorum.NONE, Map.of()).winners())
                .isEmpty();
        BallotFile ireland = profile("ireland_president_1990");
        assertThat(name(
                        ireland,
                        ScottishStv.count(ireland.votes(), 1, LOT).winners().getFirst()))
                .isEqualTo(expected("votelib/EXPECTED.json")
                        .get("ireland_president_1990")
                        .get("stv_droop_1_seat")
                        .asString());
    }
}
