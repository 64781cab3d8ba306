package mainline.tally;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A count line by line, for people. */
final class CountText {
    private final StringBuilder text = new StringBuilder();
    private final BallotFile file;

    CountText(BallotFile file) {
        this.file = file;
    }

    void line(String line) {
        text.append(line).append('\n');
    }

    String name(int option) {
        return option + " " + file.options().get(option - 1);
    }

    String names(Collection<Integer> options) {
        return options.stream().map(this::name).collect(Collectors.joining(", "));
    }

    private static String cell(Object value, int width) {
        return " ".repeat(Math.max(0, width - value.toString().length())) + value;
    }

    void outcome(Outcome outcome) {
        switch (outcome) {
            case TooFew few -> {
                outcome(few.count());
                line("Too few took part: " + few.voters() + " of the " + few.least() + " that it takes.");
            }
            case RankedOutcome ranked -> ranked(ranked);
            case SeatsOutcome seats -> seats(seats);
            case SharesOutcome shares -> shares(shares);
            case ApprovalOutcome approval -> approval(approval);
            case PluralityOutcome plurality -> plurality(plurality);
            case DatePollOutcome dates -> dates(dates);
            case ScoreOutcome score -> score(score);
            case MajorityOutcome majority -> majority(majority);
            default -> {}
        }
    }

    private void ranked(RankedOutcome ranked) {
        matrix(ranked);
        for (RankedOutcome.Dropped each : ranked.dropped())
            line("Dropped: " + name(each.option())
                    + (each.why() == RankedOutcome.Why.QUORUM
                            ? ", which " + each.votes() + " prefer to the default option; the quorum is "
                                    + each.quorum().figure()
                            : ", " + each.votes() + " against " + each.against() + "; it needs " + each.ratio())
                    + ".");
        int number = 0;
        for (RankedOutcome.Round round : ranked.rounds()) {
            line("Round " + ++number + ": nobody outside beats " + names(round.schwartz()) + ".");
            for (RankedOutcome.Defeat defeat : round.weakest())
                line("  Weakest defeat, dropped: " + name(defeat.winner()) + " over " + name(defeat.loser()) + ", "
                        + defeat.votes() + " to " + defeat.against() + ".");
        }
        if (ranked.byDefault()) line("Told apart by the votes against the default option.");
        for (RankedOutcome.Draw draw : ranked.draws())
            line("The lot was drawn among " + names(draw.among()) + " and fell on " + names(draw.chosen()) + ".");
        line("Order: "
                + ranked.order().stream()
                        .map(alike -> alike.stream().map(this::name).collect(Collectors.joining(" = ")))
                        .collect(Collectors.joining(" > ")));
    }

    private void matrix(RankedOutcome ranked) {
        int options = ranked.pairwise().length;
        int width = String.valueOf(ranked.voters()).length() + 2;
        line("So many prefer the option of the row to that of the column:");
        line("    "
                + IntStream.rangeClosed(1, options)
                        .mapToObj(b -> cell(b, width))
                        .collect(Collectors.joining()));
        for (int a = 1; a <= options; a++) {
            int row = a;
            line(cell(a, 4)
                    + IntStream.rangeClosed(1, options)
                            .mapToObj(b -> cell(row == b ? "·" : ranked.prefer(row, b), width))
                            .collect(Collectors.joining()));
        }
    }

    private void seats(SeatsOutcome seats) {
        line(seats.valid() + " valid, " + seats.seats() + " seats, quota " + seats.quota() + ".");
        int number = 0;
        for (SeatsOutcome.Stage stage : seats.stages()) stage(++number, stage);
    }

    private void stage(int number, SeatsOutcome.Stage stage) {
        line("Stage " + number + ": " + act(stage) + ".");
        if (stage.tie() != SeatsOutcome.Tie.NONE)
            line("  Tied: " + names(stage.tied()) + "; "
                    + (stage.tie() == SeatsOutcome.Tie.LOT
                            ? "the lot was drawn and fell on "
                            : "an earlier stage tells them apart, it is ")
                    + name(stage.option()) + ".");
        for (int option = 1; option <= file.options().size(); option++) {
            long votes = stage.votes().get(option - 1);
            long transfer = stage.transfers().get(option - 1);
            if (votes != 0 || transfer != 0)
                line("  " + cell(plain(votes), 16) + cell(change(number == 1 ? 0 : transfer), 16) + "  "
                        + name(option));
        }
        line("  " + cell(plain(stage.exhausted()), 16) + "                  not transferable");
        if (stage.lost() > 0)
            line("  " + cell(plain(stage.lost()), 16) + "                  cut off after five decimals");
        if (!stage.elected().isEmpty()) line("  Elected: " + names(stage.elected()) + ".");
    }

    private String act(SeatsOutcome.Stage stage) {
        return switch (stage.act()) {
            case FIRST_PREFERENCES -> "first preferences";
            case SURPLUS ->
                "the surplus of " + name(stage.option()) + " is passed on, a full paper at "
                        + SeatsOutcome.votes(stage.perPaper());
            case EXCLUSION -> name(stage.option()) + " is excluded";
        };
    }

    private static String plain(long hundredThousandths) {
        return SeatsOutcome.votes(hundredThousandths).toPlainString();
    }

    private static String change(long transfer) {
        return transfer == 0 ? "" : (transfer > 0 ? "+" : "") + plain(transfer);
    }

    private void shares(SharesOutcome shares) {
        line("Budget " + shares.amount(shares.budget()) + "; completion "
                + shares.completion().word() + ": " + means(shares.completion()) + ".");
        line("The share of every voter is " + shares.amount(shares.share()) + reruns(shares) + ".");
        int number = 0;
        for (SharesOutcome.Choice each : shares.chosen()) {
            line("Round " + ++number + ": " + name(each.option()) + ", cost " + shares.amount(each.cost()) + ", "
                    + each.supporters() + " supporters, " + each.effectiveVotes()
                    + " effective votes, each pays up to " + shares.amount(each.pays()) + ".");
            drawn(each.option(), each.tied());
        }
        for (SharesOutcome.Filled each : shares.filled()) {
            line("Filled: " + name(each.option()) + ", cost " + shares.amount(each.cost()) + ", "
                    + each.supporters() + " supporters"
                    + (shares.completion() == EqualShares.Completion.PHRAGMEN
                            ? ", when everybody had earned " + shares.amount(each.earned()) + " more"
                            : "")
                    + ".");
            drawn(each.option(), each.tied());
        }
        List<Integer> without = shares.unaffordable().stream()
                .filter(option -> !shares.winners().contains(option))
                .toList();
        if (!without.isEmpty()) line("Out of reach of their supporters: " + names(without) + ".");
        line(stopped(shares.why()));
    }

    static String means(EqualShares.Completion completion) {
        return switch (completion) {
            case NONE -> "nothing is done with what the first round leaves";
            case ADD1 -> "reruns with one more for every voter, up to the budget";
            case EXHAUSTIVE -> "reruns with one more for every voter, until nothing more fits";
            case FULL -> "reruns with more for every voter, until the seats are full";
            case PHRAGMEN -> "seats left over go by Phragmén's sequential rule";
            case APPROVALS -> "what is left goes to the most approved that fits";
        };
    }

    private static String reruns(SharesOutcome shares) {
        if (shares.reruns() == 0) return "";
        return " after " + (shares.reruns() == 1 ? "a rerun" : shares.reruns() + " reruns, each") + " with "
                + shares.amount(shares.step()) + " more";
    }

    private static String stopped(SharesOutcome.Stop why) {
        return switch (why) {
            case ONCE -> "The first round counts.";
            case OVER_BUDGET -> "With more for every voter the cost would go over the budget.";
            case ALL_CHOSEN -> "Everything that anybody supports is chosen.";
            case NOTHING_FITS -> "Nothing else that anybody supports fits into what is left.";
            case FILLED -> "The rest is filled as far as it goes.";
        };
    }

    private void drawn(int option, Collection<Integer> among) {
        if (!among.isEmpty()) line("  The lot was drawn among " + names(among) + " and fell on " + name(option) + ".");
    }

    private void approval(ApprovalOutcome approval) {
        for (int option = 1; option <= file.options().size(); option++)
            line(cell(approval.approvals(option), 10) + "  " + name(option));
        if (!approval.border().isEmpty()) line("A tie at the border keeps all of " + names(approval.border()) + ".");
    }

    private void plurality(PluralityOutcome plurality) {
        for (int option = 1; option <= file.options().size(); option++)
            line(cell(plurality.votes(option), 10) + "  " + name(option));
        if (!plurality.tied().isEmpty()) line("A tie for the most votes: " + names(plurality.tied()) + ".");
    }

    private void dates(DatePollOutcome dates) {
        for (int option = 1; option <= file.options().size(); option++)
            line(cell(dates.yes(option), 10) + " yes, " + dates.ifNeedBe(option) + " if need be  " + name(option));
        if (!dates.tied().isEmpty()) line("A tie: " + names(dates.tied()) + ".");
    }

    private void score(ScoreOutcome score) {
        for (int option = 1; option <= file.options().size(); option++)
            line(cell(score.points(option), 10) + " points, " + score.supporters(option) + " supporters  "
                    + name(option));
        if (!score.border().isEmpty()) line("A tie at the border keeps all of " + names(score.border()) + ".");
    }

    private void majority(MajorityOutcome majority) {
        for (int option = 1; option <= file.options().size(); option++)
            line(cell(majority.votes(option), 10) + "  " + name(option));
        line(majority.valid() + " of " + majority.voters() + " ballots have one first preference.");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
