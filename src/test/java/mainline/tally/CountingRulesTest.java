package mainline.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import mainline.tally.RankedOutcome.Dropped;
import mainline.tally.RankedOutcome.Why;
import org.junit.jupiter.api.Test;

final class CountingRulesTest {
    private static final Lot LOT = new Lot(new byte[] {7});

    private static Votes rankings(int options, int[]... ballots) {
        var list = new ArrayList<Ballot>();
        for (int[] ballot : ballots)
            list.add(new Ballot.Ranking(Arrays.stream(ballot).mapToObj(Set::of).toList()));
        return Votes.of(options, list);
    }

    private static Schulze.Rules rules(long quorum, Map<Integer, Ratio> majorities) {
        return new Schulze.Rules(Quorum.of(BigDecimal.valueOf(quorum)), majorities);
    }

    @Test
    void an_option_below_the_quorum_is_dropped_even_if_it_beats_all() {
        RankedOutcome outcome =
                Schulze.count(rankings(2, new int[] {1, 2}, new int[] {1, 2}), 2, rules(3, Map.of()), LOT);
        assertThat(outcome.winners()).containsExactly(2);
        assertThat(outcome.dropped()).extracting(Dropped::why).containsExactly(Why.QUORUM);
    }

    @Test
    void a_ratio_reached_exactly_is_reached() {
        int[] yes = {1, 2};
        int[] no = {2, 1};
        var three = rules(0, Map.of(1, new Ratio(3, 1)));
        assertThat(Schulze.count(rankings(2, yes, yes, yes, no), 2, three, LOT).winners())
                .containsExactly(1);
        assertThat(Schulze.count(rankings(2, yes, yes, no), 2, three, LOT).winners())
                .containsExactly(2);
        assertThat(Schulze.count(rankings(2, yes, no), 2, rules(0, Map.of()), LOT)
                        .winners())
                .containsExactly(2);
    }

    @Test
    void the_weakest_defeat_of_a_cycle_is_dropped() {
        var ballots = new ArrayList<int[]>();
        for (int i = 0; i < 8; i++) ballots.add(new int[] {1, 2, 3});
        for (int i = 0; i < 7; i++) ballots.add(new int[] {2, 3, 1});
        for (int i = 0; i < 5; i++) ballots.add(new int[] {3, 1, 2});
        RankedOutcome outcome = Schulze.count(rankings(3, ballots.toArray(int[][]::new)), 0, Schulze.Rules.NONE, LOT);
        assertThat(outcome.rounds().getFirst().schwartz()).containsExactly(1, 2, 3);
        assertThat(outcome.rounds().getFirst().weakest()).containsExactly(new RankedOutcome.Defeat(3, 1, 12, 8));
        assertThat(outcome.winners()).containsExactly(1);
    }

    @Test
    void a_plurality_needs_no_majority_and_a_tie_elects_nothing() {
        assertThat(plurality(1, 1, 2, 2, 2, 3, 4).winners()).containsExactly(2);
        PluralityOutcome tie = plurality(1, 1, 3, 2, 2);
        assertThat(tie.votes()).containsExactly(2L, 2L, 1L, 0L);
        assertThat(tie.tied()).containsExactly(1, 2);
        assertThat(tie.winners()).isEmpty();
        PluralityOutcome few = plurality(1, 2);
        assertThat(few.tied()).isEmpty();
        assertThat(few.winners()).isEmpty();
    }

    @Test
    void with_too_few_nothing_wins_and_the_count_stays_to_be_seen() {
        PluralityOutcome count = plurality(1, 1, 1);
        assertThat(TooFew.unless(3, 3, count)).isSameAs(count);
        Outcome few = TooFew.unless(4, 3, count);
        assertThat(few.winners()).isEmpty();
        assertThat(CountJson.of(few)).containsEntry("turnout", 4L).containsEntry("votes", List.of(3L, 0L, 0L, 0L));
    }

    @Test
    void most_points_in_all_win_and_what_is_left_out_gets_none() {
        List<Ballot.Points> ballots = List.of(
                new Ballot.Points(Map.of(1, 10)),
                new Ballot.Points(Map.of(2, 6)),
                new Ballot.Points(Map.of(2, 5, 3, 10)));
        ScoreOutcome outcome = Score.count(3, ballots, 1, 0);
        assertThat(outcome.points()).containsExactly(10L, 11L, 10L);
        assertThat(outcome.supporters()).containsExactly(1L, 2L, 1L);
        assertThat(outcome.winners()).containsExactly(2);
        ScoreOutcome two = Score.count(3, ballots, 2, 0);
        assertThat(two.border()).containsExactly(1, 3);
        assertThat(two.winners()).containsExactly(2, 1, 3);
        assertThat(Score.count(3, ballots, 2, 2).winners()).containsExactly(2);
    }

    @Test
    void points_are_read_back_as_they_were_written() {
        BallotSheet sheet = new BallotSheet(
                "What first?",
                List.of("The #1 roof", "Doors"),
                List.of(
                        new BallotSheet.Entry(new Ballot.Points(Map.of(1, 7, 2, 3)), "a1"),
                        new BallotSheet.Entry(new Ballot.Points(Map.of()), "a2"),
                        new BallotSheet.Entry(new Ballot.Points(Map.of(2, 10)), "a3")),
                List.of(),
                1,
                List.of(),
                0,
                EqualShares.Completion.ADD1);
        ScoreOutcome outcome = Score.count(sheet.file(), 1, 0);
        assertThat(outcome.points()).containsExactly(7L, 13L);
        assertThat(outcome.voters()).isEqualTo(3);
        assertThat(sheet.fits(Format.BLT)).isFalse();
    }

    @Test
    void most_yes_find_a_date_and_if_need_be_only_breaks_a_tie() {
        List<Ballot.Points> ballots =
                List.of(dates(2, 2, 1), dates(2, 0, 1), dates(0, 2, 1), dates(1, 1, 1), dates(0, 1, 1));
        DatePollOutcome outcome = DatePoll.count(3, ballots, 2);
        assertThat(outcome.yes()).containsExactly(2L, 2L, 0L);
        assertThat(outcome.ifNeedBe()).containsExactly(1L, 2L, 5L);
        assertThat(outcome.winners()).containsExactly(2);
        assertThat(DatePoll.count(3, ballots, 3).winners()).isEmpty();
        DatePollOutcome tie = DatePoll.count(3, List.of(dates(2, 2, 0), dates(1, 1, 2)), 1);
        assertThat(tie.winners()).isEmpty();
        assertThat(tie.tied()).containsExactly(1, 2);
    }

    private static Ballot.Points dates(int first, int second, int third) {
        return new Ballot.Points(Map.of(1, first, 2, second, 3, third));
    }

    private static PluralityOutcome plurality(int... picks) {
        return Plurality.count(
                Votes.of(4, Arrays.stream(picks).mapToObj(Ballot.Pick::new).toList()), 2);
    }

    @Test
    void a_full_tie_goes_to_the_lot_and_says_so() {
        RankedOutcome outcome =
                Schulze.count(rankings(2, new int[] {1, 2}, new int[] {2, 1}), 0, Schulze.Rules.NONE, LOT);
        assertThat(outcome.byLot()).containsExactly(1, 2);
        assertThat(outcome.winners()).containsExactly(LOT.draw(List.of(1, 2)));
    }

    @Test
    void two_draws_for_two_seats_say_which_filled_which() {
        Votes votes = rankings(4, new int[] {1, 2, 3, 4}, new int[] {2, 1, 4, 3});
        RankedOutcome outcome = Schulze.count(votes, 3, 0, Schulze.Rules.NONE, LOT);
        assertThat(outcome.draws())
                .containsExactly(
                        new RankedOutcome.Draw(
                                Set.of(1, 2),
                                Stream.of(1, 2).sorted(LOT.order()).toList()),
                        new RankedOutcome.Draw(Set.of(3, 4), List.of(LOT.draw(List.of(3, 4)))));
        BallotFile file = read("When?\nA;C\nB;D\nA;C\nB;D\n", Format.CSV).withBudget(BigDecimal.TWO);
        String text =
                new CountReport(file, "equal-shares", EqualShares.count(file, EqualShares.usual(file), LOT)).text();
        assertThat(text.lines().filter(line -> line.contains("The lot was drawn among")))
                .hasSize(2)
                .allMatch(line -> line.matches("  The lot was drawn among \\d \\w, \\d \\w.* and fell on \\d \\w\\."));
    }

    private static BallotFile read(String text, Format format) {
        return BallotFile.read("f", text.getBytes(StandardCharsets.UTF_8), format);
    }

    @Test
    void seats_are_shared_exactly() {
        BallotFile file = read("num_cand: 3\ncommitteesize: 2\nprofile: [[0], [0], [1], [2]]\n", Format.ABC);
        for (EqualShares.Completion each : EqualShares.Completion.values()) {
            SharesOutcome outcome = EqualShares.count(file, each, LOT);
            assertThat(outcome.winners()).as(each.word()).startsWith(1);
            assertThat(outcome.amount(outcome.spent())).isLessThanOrEqualTo(BigDecimal.TWO);
        }
        SharesOutcome filled = EqualShares.count(file, EqualShares.Completion.PHRAGMEN, LOT);
        assertThat(filled.filled()).singleElement().satisfies(last -> {
            assertThat(last.option()).isEqualTo(LOT.draw(List.of(2, 3)));
            assertThat(last.tied()).containsExactly(2, 3);
            assertThat(filled.amount(last.earned())).isEqualByComparingTo("0.5");
        });
    }

    @Test
    void the_two_completions_of_a_budget_differ_where_they_must() {
        List<Ballot> ballots = new ArrayList<>();
        for (int voter = 1; voter <= 10; voter++) {
            Set<Integer> approved = new TreeSet<>();
            if (voter <= 7) approved.add(1);
            if (voter >= 5 && voter <= 7) approved.add(2);
            ballots.add(new Ballot.Approvals(approved));
        }
        Votes votes = Votes.of(2, ballots);
        SharesOutcome upTo = EqualShares.count(List.of(100L, 10L), 100, votes, EqualShares.Completion.ADD1, LOT);
        assertThat(upTo.winners()).containsExactly(1);
        assertThat(upTo.why()).isEqualTo(SharesOutcome.Stop.OVER_BUDGET);
        SharesOutcome until = EqualShares.count(List.of(100L, 10L), 100, votes, EqualShares.Completion.EXHAUSTIVE, LOT);
        assertThat(until.winners()).containsExactly(2);
        assertThat(until.why()).isEqualTo(SharesOutcome.Stop.NOTHING_FITS);
    }

    @Test
    void any_finite_decimal_is_a_quorum_or_a_ratio_and_compared_exactly() {
        assertThat(Quorum.of(new BigDecimal("48.00000000000000000000001")).reachedBy(48))
                .isFalse();
        assertThat(Quorum.of(new BigDecimal("48.3735464897913")).reachedBy(49)).isTrue();
        var third = new Ratio(new BigDecimal("1.33333333333333333333"), BigDecimal.ONE);
        assertThat(third.holds(4, 3)).isTrue();
        assertThat(new Ratio(new BigDecimal("1.33333333333333333334"), BigDecimal.ONE).holds(4, 3))
                .isFalse();
    }

    @Test
    void a_withdrawn_option_never_wins() {
        Votes votes = new Votes.Builder(3)
                .withdraw(1)
                .add(5, new Ballot.Ranking(List.of(Set.of(1), Set.of(2), Set.of(3))))
                .add(4, new Ballot.Ranking(List.of(Set.of(3))))
                .build();
        assertThat(Schulze.count(votes, 0, Schulze.Rules.NONE, LOT).winners()).containsExactly(2);
        assertThat(ScottishStv.count(votes, 1, LOT).winners()).containsExactly(2);
        assertThat(Majority.count(votes, Quorum.NONE, Map.of()).winners()).containsExactly(2);
        assertThat(ApprovalVote.count(votes, 3, 0).winners()).containsExactly(3, 2);
    }

    /** By the definition: strongest paths over winning votes, and who has none stronger against. */
    private static Set<Integer> naive(long[][] v) {
        int n = v.length;
        long[][] path = new long[n][n];
        for (int a = 0; a < n; a++) for (int b = 0; b < n; b++) path[a][b] = v[a][b] > v[b][a] ? v[a][b] : 0;
        for (int k = 0; k < n; k++)
            for (int a = 0; a < n; a++)
                for (int b = 0; b < n; b++) path[a][b] = Math.max(path[a][b], Math.min(path[a][k], path[k][b]));
        Set<Integer> winners = new TreeSet<>();
        for (int a = 0; a < n; a++) {
            boolean beaten = false;
            for (int b = 0; b < n; b++) beaten |= a != b && path[b][a] > path[a][b];
            if (!beaten) winners.add(a + 1);
        }
        return winners;
    }

    private static boolean allDiffer(long[][] v) {
        Set<Long> seen = new HashSet<>();
        for (int a = 0; a < v.length; a++)
            for (int b = 0; b < a; b++) if (v[a][b] == v[b][a] || !seen.add(Math.max(v[a][b], v[b][a]))) return false;
        return true;
    }

    private static long[][] naiveMatrix(int options, List<int[]> ranks) {
        long[][] v = new long[options][options];
        for (int[] ballot : ranks)
            for (int a = 0; a < options; a++) for (int b = 0; b < options; b++) if (ballot[a] < ballot[b]) v[a][b]++;
        return v;
    }

    @Test
    void thousands_of_random_votes_agree_with_schulze_by_definition() {
        for (int seed = 0; seed < 4000; seed++) {
            var random = new Random(seed);
            int options = 2 + random.nextInt(6);
            var ranks = new ArrayList<int[]>();
            var builder = new Votes.Builder(options);
            for (int i = random.nextInt(30); i >= 0; i--) {
                int[] ballot = new int[options];
                for (int j = 0; j < options; j++)
                    ballot[j] = random.nextInt(4) == 0 ? Votes.LAST : 1 + random.nextInt(options);
                ranks.add(ballot);
                builder.add(1, ballot);
            }
            RankedOutcome outcome = Schulze.count(builder.build(), 0, Schulze.Rules.NONE, LOT);
            assertThat(outcome.pairwise()).isDeepEqualTo(naiveMatrix(options, ranks));
            assertThat(naive(outcome.pairwise())).as("seed " + seed).containsAll(outcome.winners());
            if (allDiffer(outcome.pairwise()))
                assertThat(outcome.undefeated()).as("seed " + seed).isEqualTo(naive(outcome.pairwise()));
            assertThat(outcome.order().getFirst()).as("seed " + seed).isEqualTo(naive(outcome.pairwise()));
        }
    }

    @Test
    void many_ballots_are_compared_as_a_few_are() {
        for (int options : new int[] {1, 2, 7, 10, 33, 126, 130}) {
            var random = new Random(options);
            var ranks = new ArrayList<int[]>();
            var builder = new Votes.Builder(options);
            for (int i = 0; i < 2_500; i++) {
                int[] ballot = new int[options];
                for (int j = 0; j < options; j++)
                    ballot[j] = random.nextInt(5) == 0 ? Votes.LAST : 1 + random.nextInt(options);
                ranks.add(ballot);
                builder.add(1, ballot);
            }
            assertThat(Pairwise.of(builder.build()))
                    .as(options + " options")
                    .isDeepEqualTo(naiveMatrix(options, ranks));
        }
    }

    @Test
    void no_vote_is_lost_in_random_counts_for_seats() {
        for (int seed = 0; seed < 1000; seed++) {
            var random = new Random(seed);
            int options = 2 + random.nextInt(8);
            int seats = 1 + random.nextInt(4);
            var builder = new Votes.Builder(options);
            for (int i = random.nextInt(40); i >= 0; i--) {
                var order = new ArrayList<Set<Integer>>();
                for (int option = 1; option <= options; option++) order.add(Set.of(option));
                Collections.shuffle(order, random);
                builder.add(1 + random.nextInt(3), new Ballot.Ranking(order.subList(0, 1 + random.nextInt(options))));
            }
            SeatsOutcome outcome = ScottishStv.count(builder.build(), seats, LOT);
            assertThat(outcome.winners()).hasSize(Math.min(seats, options)).doesNotHaveDuplicates();
            for (SeatsOutcome.Stage stage : outcome.stages())
                assertThat(stage.votes().stream().mapToLong(Long::longValue).sum() + stage.exhausted() + stage.lost())
                        .as("seed " + seed)
                        .isEqualTo(outcome.valid() * SeatsOutcome.UNIT);
        }
    }

    /** Equal shares with fractions alone and no short cut. */
    private static List<Integer> naiveShares(List<Long> costs, long share, List<Set<Integer>> voters) {
        List<Fraction> left = new ArrayList<>(Collections.nCopies(voters.size(), Fraction.of(share)));
        List<Integer> chosen = new ArrayList<>();
        while (true) {
            int best = 0;
            Fraction bestPay = Fraction.ZERO;
            for (int c = 1; c <= costs.size(); c++) {
                if (chosen.contains(c)) continue;
                List<Fraction> purses = new ArrayList<>();
                for (int i = 0; i < voters.size(); i++) if (voters.get(i).contains(c)) purses.add(left.get(i));
                Collections.sort(purses);
                Fraction missing = Fraction.of(costs.get(c - 1));
                Fraction pay = null;
                for (int i = 0; i < purses.size() && pay == null; i++) {
                    Fraction each = missing.by(purses.size() - i);
                    if (each.compareTo(purses.get(i)) <= 0) pay = each;
                    missing = missing.minus(purses.get(i));
                }
                if (pay == null) continue;
                int order = best == 0 ? -1 : pay.times(costs.get(best - 1)).compareTo(bestPay.times(costs.get(c - 1)));
                if (order == 0) order = Long.compare(supporters(voters, best), supporters(voters, c));
                if (order == 0) order = Long.compare(costs.get(c - 1), costs.get(best - 1));
                if (order == 0) order = LOT.order().compare(c, best);
                if (order < 0) {
                    best = c;
                    bestPay = pay;
                }
            }
            if (best == 0) return chosen;
            chosen.add(best);
            for (int i = 0; i < voters.size(); i++)
                if (voters.get(i).contains(best))
                    left.set(
                            i,
                            left.get(i).compareTo(bestPay) <= 0
                                    ? Fraction.ZERO
                                    : left.get(i).minus(bestPay));
        }
    }

    private static long supporters(List<Set<Integer>> voters, int option) {
        return voters.stream().filter(voter -> voter.contains(option)).count();
    }

    @Test
    void thousands_of_random_budgets_agree_with_equal_shares_in_plain_fractions() {
        for (int seed = 0; seed < 3000; seed++) {
            var random = new Random(seed);
            int options = 1 + random.nextInt(8);
            var costs = new ArrayList<Long>();
            for (int c = 0; c < options; c++) costs.add(1L + random.nextInt(seed % 2 == 0 ? 6 : 60));
            var voters = new ArrayList<Set<Integer>>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                Set<Integer> approved = new HashSet<>();
                for (int c = 1; c <= options; c++) if (random.nextInt(3) == 0) approved.add(c);
                voters.add(approved);
            }
            long budget = random.nextInt(100);
            Votes votes =
                    Votes.of(options, voters.stream().map(Ballot.Approvals::new).toList());
            SharesOutcome outcome = EqualShares.count(costs, budget, votes, EqualShares.Completion.NONE, LOT);
            assertThat(outcome.winners())
                    .as("seed " + seed)
                    .isEqualTo(naiveShares(costs, budget / voters.size(), voters));
            SharesOutcome completed = EqualShares.count(costs, budget, votes, EqualShares.Completion.ADD1, LOT);
            assertThat(completed.spent()).isLessThanOrEqualTo(budget);
            assertThat(completed.winners())
                    .as("seed " + seed)
                    .isEqualTo(naiveShares(costs, completed.share().longValue(), voters));
        }
    }

    @Test
    void a_tie_at_the_border_keeps_all() {
        Votes votes = Votes.of(
                3,
                List.of(
                        new Ballot.Approvals(Set.of(1, 2)),
                        new Ballot.Approvals(Set.of(1, 3)),
                        new Ballot.Approvals(Set.of())));
        assertThat(ApprovalVote.count(votes, 2, 0).winners()).containsExactly(1, 2, 3);
        assertThat(ApprovalVote.count(votes, 2, 2).winners()).containsExactly(1);
        assertThat(ApprovalVote.count(votes, 1, 0).border()).isEmpty();
    }

    @Test
    void the_quorum_is_one_and_a_half_times_the_root_and_never_more_than_all() {
        BigDecimal factor = new BigDecimal("1.5");
        assertThat(Quorum.ofRoot(factor, 1).least()).isEqualTo(1);
        assertThat(Quorum.ofRoot(factor, 2).least()).isEqualTo(2);
        assertThat(Quorum.ofRoot(factor, 4).least()).isEqualTo(3);
        assertThat(Quorum.ofRoot(factor, 16).least()).isEqualTo(6);
        assertThat(Quorum.ofRoot(factor, 17).least()).isEqualTo(7);
        assertThat(Quorum.ofRoot(factor, 17).figure()).isEqualByComparingTo("6.18");
    }

    @Test
    void a_show_of_hands_needs_quorum_and_ratio() {
        Quorum two = Quorum.of(BigDecimal.TWO);
        assertThat(Hands.count(2, 1, 9, two, Ratio.SIMPLE).winners()).containsExactly(1);
        assertThat(Hands.count(2, 2, 0, two, Ratio.SIMPLE).passed()).isFalse();
        assertThat(Hands.count(1, 0, 0, two, Ratio.SIMPLE).quorumReached()).isFalse();
        assertThat(Hands.count(5, 2, 0, two, new Ratio(3, 1)).ratioReached()).isFalse();
    }
}
