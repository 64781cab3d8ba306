package mainline.decisions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mainline.community.Here;
import mainline.look.Bars;
import mainline.look.Pairwise;
import mainline.look.Rounds;
import mainline.tally.ApprovalOutcome;
import mainline.tally.HandsOutcome;
import mainline.tally.Outcome;
import mainline.tally.RankedOutcome;
import mainline.tally.SeatsOutcome;
import mainline.tally.SharesOutcome;
import mainline.tally.TemperatureOutcome;
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
        return new Teller(here, decision).tell(outcome);
    }

    /** What won beside what came closest to it. */
    record Decisive(String caption, Bars bars) {}

    private record Teller(Here here, Decision decision) {
        Explained tell(Outcome outcome) {
            return switch (outcome) {
                case HandsOutcome hands -> hands(hands);
                case TemperatureOutcome degrees -> degrees(degrees);
                case ApprovalOutcome approvals -> approvals(approvals);
                case RankedOutcome ranked -> ranked(ranked);
                case SharesOutcome shares -> shares(shares);
                case SeatsOutcome seats -> seats(seats);
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
            return new Bars.Bar(here.say("vote.hand." + hand), here.say("outcome.votes", votes), votes, mark(won));
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

        private Explained approvals(ApprovalOutcome outcome) {
            List<Bars.Bar> bars = options()
                    .sorted(Comparator.comparingLong((Integer option) -> -outcome.approvals(option)))
                    .map(option -> new Bars.Bar(
                            label(option),
                            here.say("outcome.votes", outcome.approvals(option)),
                            outcome.approvals(option),
                            mark(outcome.winners().contains(option))))
                    .toList();
            List<String> said = outcome.border().isEmpty()
                    ? List.of()
                    : List.of(here.say("outcome.border", names(outcome.border())));
            return bars("outcome.approvals", bars, outcome.least(), said);
        }

        private Explained ranked(RankedOutcome outcome) {
            int keep = outcome.defaultOption();
            List<Bars.Bar> bars = options()
                    .map(option -> new Bars.Bar(
                            label(option),
                            here.say("outcome.votes", outcome.prefer(option, keep)),
                            outcome.prefer(option, keep),
                            mark(outcome.winners().contains(option))))
                    .toList();
            List<Integer> numbers =
                    IntStream.rangeClosed(1, outcome.pairwise().length).boxed().toList();
            return new Explained(
                    caption("outcome.above-default"),
                    bars(bars, decision.terms().quorum()),
                    Duel.decisive(outcome).map(this::duel).orElse(null),
                    new Pairwise(numbers, numbers.stream().map(this::label).toList(), outcome.pairwise()),
                    null,
                    steps(outcome));
        }

        private Decisive duel(Duel duel) {
            List<Bars.Bar> bars = List.of(
                    new Bars.Bar(
                            label(duel.winner()), here.say("outcome.votes", duel.votes()), duel.votes(), mark(true)),
                    new Bars.Bar(label(duel.rival()), here.say("outcome.votes", duel.against()), duel.against(), ""));
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
                            name(weak.winner()),
                            name(weak.loser()),
                            weak.votes(),
                            weak.against()));
            if (outcome.byDefault()) said.add(here.say("outcome.by-default"));
            for (RankedOutcome.Draw draw : outcome.draws())
                said.add(here.say("outcome.lot", names(draw.among()), inOrder(draw.chosen())));
            return said;
        }

        private String dropped(RankedOutcome.Dropped dropped) {
            return dropped.why() == RankedOutcome.Why.QUORUM
                    ? here.say(
                            "outcome.dropped-quorum",
                            name(dropped.option()),
                            dropped.votes(),
                            dropped.quorum().least())
                    : here.say(
                            "outcome.dropped-majority",
                            name(dropped.option()),
                            dropped.votes(),
                            dropped.against(),
                            dropped.ratio().votes().longValueExact());
        }

        private Explained shares(SharesOutcome outcome) {
            List<Bars.Bar> bars = options()
                    .sorted(Comparator.comparingLong(
                            (Integer option) -> -outcome.approvals().get(option - 1)))
                    .map(option -> new Bars.Bar(
                            label(option),
                            here.say(
                                    "outcome.supporters",
                                    outcome.approvals().get(option - 1),
                                    hours(outcome.amount(outcome.costs().get(option - 1)))),
                            outcome.approvals().get(option - 1),
                            mark(outcome.winners().contains(option))))
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
                                name(choice.option()),
                                here.shell().hours(choice.effectiveVotes()),
                                choice.supporters(),
                                hours(outcome.amount(choice.pays())),
                                hours(outcome.amount(outcome.share())))
                        + drawn(choice.tied(), List.of(choice.option())));
            if (!outcome.unaffordable().isEmpty())
                said.add(here.say("outcome.unaffordable", names(outcome.unaffordable())));
            return said;
        }

        private Explained seats(SeatsOutcome outcome) {
            List<SeatsOutcome.Stage> stages = outcome.stages();
            List<Rounds.Row> rows =
                    options().map(option -> row(option, outcome)).toList();
            List<String> said = new ArrayList<>();
            for (int i = 0; i < stages.size(); i++) {
                SeatsOutcome.Stage stage = stages.get(i);
                said.add(
                        here.say("outcome.stage." + stage.act(), i + 1, stage.option() == 0 ? "" : name(stage.option()))
                                + drawn(
                                        stage.tie() == SeatsOutcome.Tie.LOT ? stage.tied() : List.of(),
                                        List.of(stage.option())));
            }
            if (!stages.isEmpty() && stages.getLast().exhausted() > 0)
                said.add(here.say("outcome.exhausted", votes(stages.getLast().exhausted())));
            if (!stages.isEmpty() && stages.getLast().lost() > 0)
                said.add(here.say("outcome.cut-off", votes(stages.getLast().lost())));
            return new Explained(
                    here.say("outcome.rounds"),
                    null,
                    null,
                    null,
                    new Rounds(rows, outcome.quota(), stages.size()),
                    said);
        }

        private Rounds.Row row(int option, SeatsOutcome outcome) {
            List<Double> votes = new ArrayList<>();
            int elected = 0;
            for (int i = 0; i < outcome.stages().size(); i++) {
                SeatsOutcome.Stage stage = outcome.stages().get(i);
                if (stage.elected().contains(option)) elected = i + 1;
                if (stage.act() == SeatsOutcome.Act.EXCLUSION && stage.option() == option)
                    return new Rounds.Row(label(option), votes, here.say("outcome.out", i + 1), false);
                votes.add(SeatsOutcome.votes(stage.votes().get(option - 1)).doubleValue());
            }
            boolean won = outcome.winners().contains(option);
            return new Rounds.Row(
                    label(option),
                    votes,
                    won && elected > 0 ? here.say("outcome.elected", elected) : here.say("outcome.left"),
                    won);
        }

        /** Votes, with the decimals that transfers leave, in the reader's language. */
        private String votes(long hundredThousandths) {
            return here.shell().exactly(SeatsOutcome.votes(hundredThousandths));
        }

        private String drawn(Collection<Integer> among, Collection<Integer> chosen) {
            return among.isEmpty() ? "" : " " + here.say("outcome.lot", names(among), inOrder(chosen));
        }

        private String inOrder(Collection<Integer> options) {
            return options.stream().map(this::name).collect(Collectors.joining(", "));
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

        private Stream<Integer> options() {
            return decision.options().stream().map(Choice::number);
        }

        private String label(int option) {
            return Marks.label(here, decision, option);
        }

        private String name(int option) {
            return Marks.name(here, decision, option);
        }

        private String names(Collection<Integer> options) {
            return options.stream().sorted().map(this::name).collect(Collectors.joining(", "));
        }

        private String hours(BigDecimal quarters) {
            return here.shell().hours(quarters.divide(BigDecimal.valueOf(4)));
        }

        private String mark(boolean won) {
            return won ? here.say("outcome.chosen") : "";
        }
    }
}
