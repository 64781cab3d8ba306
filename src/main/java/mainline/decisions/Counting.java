package mainline.decisions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mainline.kernel.Reason;
import mainline.kernel.Sha256;
import mainline.tally.ApprovalOutcome;
import mainline.tally.ApprovalVote;
import mainline.tally.Ballot;
import mainline.tally.DatePoll;
import mainline.tally.DatePollOutcome;
import mainline.tally.EqualShares;
import mainline.tally.Hands;
import mainline.tally.HandsOutcome;
import mainline.tally.Lot;
import mainline.tally.Outcome;
import mainline.tally.Plurality;
import mainline.tally.PluralityOutcome;
import mainline.tally.Quorum;
import mainline.tally.RankedOutcome;
import mainline.tally.Ratio;
import mainline.tally.Schulze;
import mainline.tally.Score;
import mainline.tally.ScoreOutcome;
import mainline.tally.ScottishStv;
import mainline.tally.SeatsOutcome;
import mainline.tally.SharesOutcome;
import mainline.tally.Temperature;
import mainline.tally.TemperatureOutcome;
import mainline.tally.TooFew;
import mainline.tally.Votes;

/** Counts the ballots of a decision by its terms and says in a sentence what came of it. */
final class Counting {
    private Counting() {}

    static Settling.Settled settle(Decision decision, List<BallotStore.Row> cast) {
        Outcome outcome = count(decision, decision.terms(), cast);
        List<Integer> winners = winners(decision, outcome);
        boolean passed = decision.method() != Method.TEMPERATURE && !winners.isEmpty();
        return new Settling.Settled(passed, winners, cast.size(), sentence(decision, outcome, winners, cast.size()));
    }

    /** Those that won something; keeping to discuss is no win. */
    static List<Integer> winners(Decision decision, Outcome outcome) {
        return outcome.winners().stream()
                .filter(winner -> winner != decision.keepDiscussing())
                .toList();
    }

    /** @param cast ballots in the order of their receipts, from which the lot is drawn */
    static Outcome count(Decision decision, Terms terms, List<BallotStore.Row> cast) {
        return TooFew.unless(terms.leastTurnout(decision.eligible()), cast.size(), byMethod(decision, terms, cast));
    }

    private static Outcome byMethod(Decision decision, Terms terms, List<BallotStore.Row> cast) {
        Method method = decision.method();
        List<Ballot> ballots =
                cast.stream().map(row -> BallotCodec.read(method, row.choice())).toList();
        Lot lot = lot(decision, cast);
        return switch (method) {
            case TEMPERATURE -> Temperature.count(only(ballots, Ballot.Degree.class));
            case SHOW_OF_HANDS ->
                Hands.count(only(ballots, Ballot.Hand.class), quorum(terms), new Ratio(terms.ratio(), 1));
            case PLURALITY -> Plurality.count(votes(decision, ballots), terms.least());
            case DATES -> DatePoll.count(decision.numbers(), only(ballots, Ballot.Points.class), terms.least());
            case SCORE, DOTS ->
                Score.count(decision.numbers(), only(ballots, Ballot.Points.class), terms.seats(), terms.least());
            case APPROVAL -> ApprovalVote.count(votes(decision, ballots), terms.seats(), terms.least());
            case RANKED ->
                Schulze.count(votes(decision, ballots), decision.keepDiscussing(), rules(decision, terms), lot);
            case EQUAL_SHARES ->
                EqualShares.count(
                        decision.options().stream().map(Choice::quarterHours).toList(),
                        terms.budgetQuarterHours(),
                        votes(decision, ballots),
                        terms.completion().counted(),
                        lot);
            case SEATS -> ScottishStv.count(votes(decision, ballots), terms.seats(), lot);
            case LAZY_CONSENSUS, CONSENT -> throw new IllegalArgumentException(method + " is not counted");
        };
    }

    /** SHA-256 of what the record held from the opening and, one a line, the receipts in order. */
    static Lot lot(Decision decision, List<BallotStore.Row> cast) {
        String receipts = cast.stream().map(BallotStore.Row::receipt).collect(Collectors.joining("\n"));
        return new Lot(Sha256.of(decision.poll().lot() + "\n" + receipts));
    }

    static Votes votes(Decision decision, List<Ballot> ballots) {
        return Votes.of(decision.numbers(), ballots);
    }

    static Schulze.Rules rules(Decision decision, Terms terms) {
        Map<Integer, Ratio> ratios = new HashMap<>();
        decision.options().forEach(option -> ratios.put(option.number(), new Ratio(terms.ratio(), 1)));
        return new Schulze.Rules(quorum(terms), ratios);
    }

    private static Quorum quorum(Terms terms) {
        return Quorum.of(BigDecimal.valueOf(terms.quorum()));
    }

    private static <B extends Ballot> List<B> only(List<Ballot> ballots, Class<B> kind) {
        return ballots.stream().map(kind::cast).toList();
    }

    private static Reason sentence(Decision decision, Outcome outcome, List<Integer> winners, int voted) {
        if (voted == 0) return Reason.of("decision.outcome.nobody");
        return switch (outcome) {
            case TooFew few -> Reason.of("decision.outcome.too-few", few.voters(), decision.eligible(), few.least());
            case TemperatureOutcome warmth -> Reason.of("decision.outcome.temperature", warmth.median(), voted);
            case HandsOutcome hands -> hands(hands);
            case PluralityOutcome plurality -> plurality(decision, plurality);
            case DatePollOutcome dates -> dates(decision, dates);
            case ScoreOutcome score -> score(decision, score);
            case ApprovalOutcome approval -> approval(decision, approval);
            case RankedOutcome ranked -> ranked(decision, ranked, winners);
            case SharesOutcome shares ->
                winners.isEmpty()
                        ? Reason.of("decision.outcome.shares-none", voted)
                        : Reason.of(
                                "decision.outcome.shares",
                                names(decision, winners),
                                winners.size(),
                                hours(shares.amount(shares.spent())),
                                hours(shares.amount(shares.budget())));
            case SeatsOutcome seats ->
                winners.isEmpty()
                        ? Reason.of("decision.outcome.seats-none", voted)
                        : Reason.of(
                                "decision.outcome.seats",
                                names(decision, winners),
                                winners.size(),
                                seats.quota(),
                                voted);
            default -> throw new IllegalArgumentException(outcome.getClass().getName());
        };
    }

    private static double hours(BigDecimal quarters) {
        return quarters.divide(BigDecimal.valueOf(4)).doubleValue();
    }

    static Reason hands(HandsOutcome hands) {
        String key = hands.passed()
                ? "decision.outcome.hands-passed"
                : !hands.quorumReached()
                        ? "decision.outcome.hands-quorum"
                        : hands.isTie() ? "decision.outcome.hands-tie" : "decision.outcome.hands-ratio";
        return Reason.of(
                key,
                hands.yes(),
                hands.no(),
                hands.quorum().least(),
                hands.ratio().votes().longValueExact());
    }

    private static Reason plurality(Decision decision, PluralityOutcome plurality) {
        List<Integer> tied = List.copyOf(plurality.tied());
        if (!tied.isEmpty())
            return Reason.of("decision.outcome.plurality-tie", names(decision, tied), plurality.votes(tied.getFirst()));
        if (plurality.winners().isEmpty()) return Reason.of("decision.outcome.plurality-none", plurality.least());
        int winner = plurality.winners().getFirst();
        return Reason.of(
                "decision.outcome.plurality",
                names(decision, plurality.winners()),
                plurality.votes(winner),
                plurality.voters());
    }

    private static Reason dates(Decision decision, DatePollOutcome dates) {
        if (!dates.tied().isEmpty())
            return Reason.of(
                    "decision.outcome.date-tie",
                    dates.tied().size(),
                    dates.yes(dates.tied().iterator().next()));
        if (dates.winners().isEmpty()) return Reason.of("decision.outcome.date-none", dates.least());
        int winner = dates.winners().getFirst();
        return Reason.of(
                "decision.outcome.date",
                decision.options().get(winner - 1).moment(),
                dates.yes(winner),
                dates.ifNeedBe(winner),
                dates.voters());
    }

    private static Reason score(Decision decision, ScoreOutcome score) {
        List<Integer> winners = score.winners();
        if (winners.isEmpty()) return Reason.of("decision.outcome.score-none", score.least());
        int first = winners.getFirst();
        if (winners.size() == 1)
            return Reason.of(
                    "decision.outcome.score", names(decision, winners), score.points(first), score.supporters(first));
        return Reason.of(
                score.border().isEmpty() ? "decision.outcome.scores" : "decision.outcome.score-tie",
                names(decision, winners),
                winners.size());
    }

    private static Reason approval(Decision decision, ApprovalOutcome approval) {
        List<Integer> winners = approval.winners();
        if (winners.isEmpty()) return Reason.of("decision.outcome.approval-none", approval.least());
        if (winners.size() == 1)
            return Reason.of(
                    "decision.outcome.approval",
                    names(decision, winners),
                    approval.approvals(winners.getFirst()),
                    approval.voters());
        return Reason.of(
                approval.border().isEmpty() ? "decision.outcome.approvals" : "decision.outcome.approval-tie",
                names(decision, winners),
                winners.size());
    }

    private static Reason ranked(Decision decision, RankedOutcome ranked, List<Integer> winners) {
        if (winners.isEmpty()) {
            boolean allDropped = ranked.dropped().size() == decision.options().size();
            return Reason.of(allDropped ? "decision.outcome.ranked-dropped" : "decision.outcome.ranked-nothing");
        }
        int winner = winners.getFirst();
        if (!ranked.byLot().isEmpty()) return Reason.of("decision.outcome.ranked-lot", names(decision, winners));
        boolean beatsAll = decision.options().stream()
                .map(Choice::number)
                .filter(other -> other != winner)
                .allMatch(other -> ranked.prefer(winner, other) > ranked.prefer(other, winner));
        int keep = decision.keepDiscussing();
        return Reason.of(
                beatsAll ? "decision.outcome.ranked" : "decision.outcome.ranked-cycle",
                names(decision, winners),
                ranked.prefer(winner, keep),
                ranked.prefer(keep, winner));
    }

    /** The options' words, one after the other. */
    private static String names(Decision decision, List<Integer> numbers) {
        List<String> names = new ArrayList<>();
        for (int number : numbers) names.add(decision.options().get(number - 1).text());
        return String.join(", ", names);
    }
}
