package mainline.decisions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import mainline.community.Here;
import mainline.look.Bars;
import mainline.look.Pairwise;
import mainline.look.Rounds;
import mainline.tally.ApprovalOutcome;
import mainline.tally.DatePollOutcome;
import mainline.tally.HandsOutcome;
import mainline.tally.Outcome;
import mainline.tally.PluralityOutcome;
import mainline.tally.RankedOutcome;
import mainline.tally.ScoreOutcome;
import mainline.tally.SeatsOutcome;
import mainline.tally.SharesOutcome;
import mainline.tally.TemperatureOutcome;
import mainline.tally.TooFew;
import org.jspecify.annotations.Nullable;

/**
 * What a count came to, as pictures and sentences in the reader's language.
 *
 * @param caption what the bars or rounds count
 * @param decisive the comparison that was closest, of a ranked vote
 * @param sentences the steps of the count, in order
 */
record Explained(
        String caption,
        @Nullable Bars bars,
        @Nullable Decisive decisive,
        @Nullable Pairwise pairwise,
        @Nullable Rounds rounds,
        List<String> sentences) {

    private static final int WARM = 4;

    static Explained of(Here here, Decision decision, Outcome outcome) {
        return outcome instanceof TooFew few
                ? tell(here, decision, false, few.count())
                        .saying(here.say("outcome.too-few", few.voters(), decision.eligible(), few.least()))
                : tell(here, decision, true, outcome);
    }

    private static Explained tell(Here here, Decision decision, boolean decides, Outcome outcome) {
        return new Teller(here, decision, new OptionWords(here, decision, decides)).tell(outcome);
    }

    /** The same pictures with that alone beside them. */
    private Explained saying(String sentence) {
        return new Explained(caption, bars, decisive, pairwise, rounds, List.of(sentence));
    }

    /** What won beside what came closest to it. */
    record Decisive(String caption, Bars bars) {}

    private record Teller(Here here, Decision decision, OptionWords words) {
        Explained tell(Outcome outcome) {
            return switch (outcome) {
                case HandsOutcome hands -> hands(hands);
                case TemperatureOutcome degrees -> degrees(degrees);
                case PluralityOutcome plurality -> plurality(plurality);
                case DatePollOutcome dates -> dates(dates);
                case ScoreOutcome score -> score(score);
                case ApprovalOutcome approvals -> approvals(approvals);
                case RankedOutcome ranked -> ranked(ranked);
                case SharesOutcome shares -> shares(shares);
                case SeatsOutcome seats -> new SeatsExplained(here, words).of(seats);
                default -> new Explained("", null, null, null, null, List.of());
            };
        }

        private Explained hands(HandsOutcome hands) {
            List<Bars.Bar> bars = List.of(
                    votes("YES", hands.yes(), hands.passed()),
                    votes("NO", hands.no(), false),
                    votes("ABSTAIN", hands.abstain(), false));
            return bars("outcome.hands", bars, hands.enough(), List.of());
        }

        private Bars.Bar votes(String hand, long votes, boolean won) {
            return new Bars.Bar(
                    here.say("vote.hand." + hand), here.say("outcome.votes", votes), votes, words.mark(won));
        }

        private Explained degrees(TemperatureOutcome outcome) {
            List<Bars.Bar> bars = IntStream.rangeClosed(0, 5)
                    .mapToObj(degree -> {
                        long votes = outcome.degrees().get(degree);
                        return new Bars.Bar(
                                here.say("vote.degree." + degree), here.say("outcome.votes", votes), votes, "");
                    })
                    .toList();
            List<String> said = new ArrayList<>();
            if (outcome.voters() > 0)
                said.add(here.say("outcome.mean", outcome.median(), here.shell().number(outcome.mean())));
            if (outcome.voters() > 0 && outcome.median() >= WARM) said.add(here.say("outcome.warm"));
            return bars("outcome.degrees", bars, 0, said);
        }

        private Explained plurality(PluralityOutcome outcome) {
            List<String> said = outcome.tied().isEmpty()
                    ? List.of()
                    : List.of(here.say("outcome.tied", words.names(outcome.tied())));
            return bars("outcome.approvals", mostFirst(outcome::votes, outcome.winners()), outcome.least(), said);
        }

        private Explained dates(DatePollOutcome outcome) {
            List<Bars.Bar> bars = words.options()
                    .map(option -> new Bars.Bar(
                            words.label(option),
                            here.say("outcome.date", outcome.yes(option), outcome.ifNeedBe(option)),
                            outcome.yes(option),
                            words.mark(outcome.winners().contains(option))))
                    .toList();
            List<String> said = outcome.tied().isEmpty()
                    ? List.of()
                    : List.of(here.say("outcome.date-tied", words.names(outcome.tied())));
            return bars("outcome.dates", bars, outcome.least(), said);
        }

        private Explained score(ScoreOutcome outcome) {
            List<Bars.Bar> bars = words.options()
                    .sorted(Comparator.comparingLong((Integer option) -> -outcome.points(option)))
                    .map(option -> new Bars.Bar(
                            words.label(option),
                            here.say("outcome.points", outcome.points(option), outcome.supporters(option)),
                            outcome.points(option),
                            words.mark(outcome.winners().contains(option))))
                    .toList();
            List<String> said = new ArrayList<>();
            if (!outcome.border().isEmpty()) said.add(here.say("outcome.border", words.names(outcome.border())));
            said.add(here.say("outcome.untouched"));
            return new Explained(
                    here.say("outcome.points-of", outcome.voters()), new Bars(bars, 0, ""), null, null, null, said);
        }

        private Explained approvals(ApprovalOutcome outcome) {
            List<String> said = outcome.border().isEmpty()
                    ? List.of()
                    : List.of(here.say("outcome.border", words.names(outcome.border())));
            return bars("outcome.approvals", mostFirst(outcome::approvals, outcome.winners()), outcome.least(), said);
        }

        private List<Bars.Bar> mostFirst(ToLongFunction<Integer> votes, Collection<Integer> winners) {
            return words.options()
                    .sorted(Comparator.comparingLong(votes).reversed())
                    .map(option -> bar(option, votes.applyAsLong(option), winners.contains(option)))
                    .toList();
        }

        private Bars.Bar bar(int option, long votes, boolean won) {
            return new Bars.Bar(words.label(option), here.say("outcome.votes", votes), votes, words.mark(won));
        }

        private Explained ranked(RankedOutcome outcome) {
            int keep = outcome.defaultOption();
            List<Bars.Bar> bars = words.options()
                    .map(option -> bar(
                            option,
                            outcome.prefer(option, keep),
                            outcome.winners().contains(option)))
                    .toList();
            List<Integer> numbers =
                    IntStream.rangeClosed(1, outcome.pairwise().length).boxed().toList();
            return new Explained(
                    caption("outcome.above-default"),
                    bars(bars, decision.terms().quorum()),
                    Duel.decisive(outcome).map(this::duel).orElse(null),
                    new Pairwise(numbers, numbers.stream().map(words::label).toList(), outcome.pairwise()),
                    null,
                    steps(outcome));
        }

        private Decisive duel(Duel duel) {
            List<Bars.Bar> bars =
                    List.of(bar(duel.winner(), duel.votes(), true), bar(duel.rival(), duel.against(), false));
            return new Decisive(caption("outcome.decisive"), bars(bars, 0));
        }

        private List<String> steps(RankedOutcome outcome) {
            List<String> said = new ArrayList<>();
            outcome.dropped().forEach(dropped -> said.add(dropped(dropped)));
            for (int round = 0; round < outcome.rounds().size(); round++)
                for (RankedOutcome.Defeat weak : outcome.rounds().get(round).weakest())
                    said.add(here.say(
                            "outcome.circle",
                            round + 1,
                            words.name(weak.winner()),
                            words.name(weak.loser()),
                            weak.votes(),
                            weak.against()));
            if (outcome.byDefault()) said.add(here.say("outcome.by-default"));
            for (RankedOutcome.Draw draw : outcome.draws())
                said.add(here.say("outcome.lot", words.names(draw.among()), words.inOrder(draw.chosen())));
            return said;
        }

        private String dropped(RankedOutcome.Dropped dropped) {
            return dropped.why() == RankedOutcome.Why.QUORUM
                    ? here.say(
                            "outcome.dropped-quorum",
                            words.name(dropped.option()),
                            dropped.votes(),
                            dropped.quorum().least())
                    : here.say(
                            "outcome.dropped-majority",
                            words.name(dropped.option()),
                            dropped.votes(),
                            dropped.against(),
                            dropped.ratio().votes().longValueExact());
        }

        private Explained shares(SharesOutcome outcome) {
            List<Bars.Bar> bars = words.options()
                    .sorted(Comparator.comparingLong(
                            (Integer option) -> -outcome.approvals().get(option - 1)))
                    .map(option -> new Bars.Bar(
                            words.label(option),
                            here.say(
                                    "outcome.supporters",
                                    outcome.approvals().get(option - 1),
                                    hours(outcome.amount(outcome.costs().get(option - 1)))),
                            outcome.approvals().get(option - 1),
                            words.mark(outcome.winners().contains(option))))
                    .toList();
            return bars("outcome.approvals", bars, 0, steps(outcome));
        }

        private List<String> steps(SharesOutcome outcome) {
            List<String> said = new ArrayList<>();
            said.add(here.say(
                    "outcome.share",
                    hours(outcome.amount(outcome.share())),
                    hours(outcome.amount(outcome.budget())),
                    hours(outcome.amount(outcome.spent()))));
            said.add(here.say("terms.completion." + decision.terms().completion()));
            for (SharesOutcome.Choice choice : outcome.chosen())
                said.add(here.say(
                                "outcome.paid",
                                words.name(choice.option()),
                                here.shell().hours(choice.effectiveVotes()),
                                choice.supporters(),
                                hours(outcome.amount(choice.pays())),
                                hours(outcome.amount(outcome.share())))
                        + words.drawn(choice.tied(), List.of(choice.option())));
            if (!outcome.unaffordable().isEmpty())
                said.add(here.say("outcome.unaffordable", words.names(outcome.unaffordable())));
            return said;
        }

        private Explained bars(String caption, List<Bars.Bar> bars, long threshold, List<String> sentences) {
            return new Explained(caption(caption), bars(bars, threshold), null, null, null, sentences);
        }

        private String caption(String counted) {
            return here.say("outcome.of-eligible", here.say(counted), decision.eligible());
        }

        private Bars bars(List<Bars.Bar> bars, long threshold) {
            return new Bars(
                    bars, decision.eligible(), threshold, threshold > 0 ? here.say("outcome.enough", threshold) : "");
        }

        private String hours(BigDecimal quarters) {
            return here.shell().hours(quarters.divide(BigDecimal.valueOf(4)));
        }
    }
}
