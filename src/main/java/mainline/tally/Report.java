package mainline.tally;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A count told: line by line for people, and as one object for programs. */
public final class Report {
    private final BallotFile file;
    private final String method;
    private final Outcome outcome;

    /** @param method the name under which it was asked for */
    public Report(BallotFile file, String method, Outcome outcome) {
        this.file = file;
        this.method = method;
        this.outcome = outcome;
    }

    /** The whole count as lines: options, matrix, every round, and the outcome in the last sentence. */
    public String text() {
        var text = new Text(file);
        text.line(file.title().isEmpty() ? file.name() : file.title());
        text.line(file.votes().total() + " ballots, " + file.options().size() + " options, counted by " + method + ".");
        for (int option = 1; option <= file.options().size(); option++)
            text.line("  " + text.name(option) + (file.votes().withdrawn().contains(option) ? " (withdrawn)" : ""));
        text.line("");
        switch (outcome) {
            case RankedOutcome ranked -> text.ranked(ranked);
            case SeatsOutcome seats -> text.seats(seats);
            case SharesOutcome shares -> text.shares(shares);
            case ApprovalOutcome approval -> text.approval(approval);
            case MajorityOutcome majority -> text.majority(majority);
            default -> {}
        }
        for (String note : notes()) text.line("Note: " + note);
        text.line(sentence());
        return text.toString();
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(file.notes());
        int last = file.options().size();
        if (file.format() == Format.DEBIAN && outcome instanceof RankedOutcome ranked && ranked.defaultOption() == 0)
            notes.add("The last option of a Debian vote is customarily the default option, here "
                    + Lines.quoted(file.options().getLast()) + ": with --default " + last
                    + " majority and quorum apply.");
        if (outcome instanceof ApprovalOutcome && !file.approvals())
            notes.add("These ballots rank; every option that a ballot names is counted as approved.");
        if (outcome instanceof SeatsOutcome && tied() > 0)
            notes.add(tied() + " ballots put several options in one place; stv counts such a ballot up to there.");
        if (outcome instanceof SharesOutcome && !file.approvals())
            notes.add("These ballots rank; every option that a ballot names is counted as supported.");
        return notes;
    }

    private long tied() {
        long tied = 0;
        for (int row = 0; row < file.votes().size(); row++)
            if (file.votes().places(row).stream().anyMatch(place -> place.size() > 1))
                tied += file.votes().weight(row);
        return tied;
    }

    /** The outcome in one sentence. */
    public String sentence() {
        var text = new Text(file);
        List<Integer> winners = outcome.winners();
        if (winners.isEmpty()) return "Nothing wins.";
        if (outcome instanceof RankedOutcome ranked && winners.getFirst() == ranked.defaultOption())
            return "The default option wins, so nothing changes: " + text.name(winners.getFirst()) + ".";
        String names = text.names(winners);
        if (outcome instanceof SharesOutcome shares)
            return "Chosen: " + names + "; together they cost " + shares.amount(shares.spent()) + " of "
                    + shares.amount(shares.budget()) + ".";
        return (winners.size() == 1 ? "The winner is " : "The winners are ") + names + ".";
    }

    /** {@code winners} are numbers from 1 in order of election. */
    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("winners", outcome.winners());
        json.put("method", method);
        json.put("format", file.format().name().toLowerCase(java.util.Locale.ROOT));
        json.put("title", file.title());
        json.put("options", file.options());
        json.put("withdrawn", file.votes().withdrawn().stream().sorted().toList());
        json.put("ballots", file.votes().total());
        json.put("sentence", sentence());
        switch (outcome) {
            case RankedOutcome ranked -> ranked(json, ranked);
            case SeatsOutcome seats -> seats(json, seats);
            case SharesOutcome shares -> shares(json, shares);
            case ApprovalOutcome approval -> {
                json.put("seats", approval.seats());
                json.put("approvals", approval.approvals());
                json.put("tiedAtTheBorder", approval.border());
            }
            case MajorityOutcome majority -> {
                json.put("firstPreferences", majority.votes());
                json.put("valid", majority.valid());
                json.put("quorum", majority.quorum().figure());
            }
            default -> {}
        }
        json.put("notes", notes());
        return json;
    }

    private static void ranked(Map<String, Object> json, RankedOutcome ranked) {
        json.put("pairwise", ranked.pairwise());
        json.put("defaultOption", ranked.defaultOption());
        json.put("dropped", ranked.dropped().stream().map(Report::dropped).toList());
        json.put("rounds", ranked.rounds());
        json.put("undefeated", ranked.undefeated());
        json.put("decidedByVotesAgainstDefault", ranked.byDefault());
        json.put("lot", ranked.byLot());
        json.put("draws", ranked.draws());
        json.put("order", ranked.order());
    }

    private static Map<String, Object> dropped(RankedOutcome.Dropped each) {
        return Map.of(
                "option", each.option(),
                "why", each.why().name().toLowerCase(java.util.Locale.ROOT),
                "votes", each.votes(),
                "against", each.against(),
                "quorum", each.quorum().figure(),
                "ratio", each.ratio().toString());
    }

    private static void seats(Map<String, Object> json, SeatsOutcome seats) {
        json.put("seats", seats.seats());
        json.put("valid", seats.valid());
        json.put("quota", seats.quota());
        List<Map<String, Object>> rounds = new ArrayList<>();
        for (SeatsOutcome.Stage stage : seats.stages()) {
            var round = new LinkedHashMap<String, Object>();
            round.put("act", stage.act().name().toLowerCase(java.util.Locale.ROOT));
            round.put("option", stage.option());
            round.put("votes", stage.votes().stream().map(SeatsOutcome::votes).toList());
            round.put(
                    "transfers",
                    stage.transfers().stream().map(SeatsOutcome::votes).toList());
            round.put("exhausted", SeatsOutcome.votes(stage.exhausted()));
            round.put("lost", SeatsOutcome.votes(stage.lost()));
            round.put("elected", stage.elected());
            round.put("tied", stage.tied());
            round.put("tie", stage.tie().name().toLowerCase(java.util.Locale.ROOT));
            rounds.add(round);
        }
        json.put("rounds", rounds);
    }

    private static void shares(Map<String, Object> json, SharesOutcome shares) {
        json.put("completion", shares.completion().word());
        json.put("completionMeans", means(shares.completion()));
        json.put(
                "stopped",
                shares.why().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        json.put("budget", shares.amount(shares.budget()));
        json.put("spent", shares.amount(shares.spent()));
        json.put("share", shares.amount(shares.share()));
        json.put("reruns", shares.reruns());
        json.put(
                "rounds",
                shares.chosen().stream().map(each -> choice(shares, each)).toList());
        json.put(
                "filled",
                shares.filled().stream().map(each -> filled(shares, each)).toList());
        json.put("unaffordable", shares.unaffordable());
        json.put("approvals", shares.approvals());
    }

    private static Map<String, Object> choice(SharesOutcome shares, SharesOutcome.Choice each) {
        var choice = new LinkedHashMap<String, Object>();
        choice.put("option", each.option());
        choice.put("cost", shares.amount(each.cost()));
        choice.put("supporters", each.supporters());
        choice.put("effectiveVotes", each.effectiveVotes());
        choice.put("pays", shares.amount(each.pays()));
        choice.put("tied", each.tied());
        return choice;
    }

    private static Map<String, Object> filled(SharesOutcome shares, SharesOutcome.Filled each) {
        var filled = new LinkedHashMap<String, Object>();
        filled.put("option", each.option());
        filled.put("cost", shares.amount(each.cost()));
        filled.put("supporters", each.supporters());
        filled.put("earned", shares.amount(each.earned()));
        filled.put("tied", each.tied());
        return filled;
    }

    private static String means(EqualShares.Completion completion) {
        return switch (completion) {
            case NONE -> "nothing is done with what the first round leaves";
            case ADD1 -> "reruns with one more for every voter, up to the budget";
            case EXHAUSTIVE -> "reruns with one more for every voter, until nothing more fits";
            case FULL -> "reruns with more for every voter, until the seats are full";
            case PHRAGMEN -> "seats left over go by Phragmén's sequential rule";
            case APPROVALS -> "what is left goes to the most approved that fits";
        };
    }

    /** The lines for people. */
    private static final class Text {
        private final StringBuilder text = new StringBuilder();
        private final BallotFile file;

        Text(BallotFile file) {
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

        void ranked(RankedOutcome ranked) {
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

        void seats(SeatsOutcome seats) {
            line(seats.valid() + " valid, " + seats.seats() + " seats, quota " + seats.quota() + ".");
            int number = 0;
            for (SeatsOutcome.Stage stage : seats.stages()) {
                line("Stage " + ++number + ": "
                        + switch (stage.act()) {
                            case FIRST_PREFERENCES -> "first preferences";
                            case SURPLUS ->
                                "the surplus of " + name(stage.option()) + " is passed on, a full paper at "
                                        + SeatsOutcome.votes(stage.perPaper());
                            case EXCLUSION -> name(stage.option()) + " is excluded";
                        }
                        + ".");
                if (stage.tie() != SeatsOutcome.Tie.NONE)
                    line("  Tied: " + names(stage.tied()) + "; "
                            + (stage.tie() == SeatsOutcome.Tie.LOT
                                    ? "the lot was drawn and fell on "
                                    : "an earlier stage tells them apart, it is ")
                            + name(stage.option()) + ".");
                for (int option = 1; option <= file.options().size(); option++)
                    if (stage.votes().get(option - 1) != 0 || stage.transfers().get(option - 1) != 0)
                        line("  "
                                + cell(
                                        SeatsOutcome.votes(stage.votes().get(option - 1))
                                                .toPlainString(),
                                        16)
                                + cell(
                                        change(
                                                number == 1
                                                        ? 0
                                                        : stage.transfers().get(option - 1)),
                                        16) + "  " + name(option));
                line("  " + cell(SeatsOutcome.votes(stage.exhausted()).toPlainString(), 16)
                        + "                  not transferable");
                if (stage.lost() > 0)
                    line("  " + cell(SeatsOutcome.votes(stage.lost()).toPlainString(), 16)
                            + "                  cut off after five decimals");
                if (!stage.elected().isEmpty()) line("  Elected: " + names(stage.elected()) + ".");
            }
        }

        private static String change(long transfer) {
            return transfer == 0
                    ? ""
                    : (transfer > 0 ? "+" : "") + SeatsOutcome.votes(transfer).toPlainString();
        }

        void shares(SharesOutcome shares) {
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
            if (!among.isEmpty())
                line("  The lot was drawn among " + names(among) + " and fell on " + name(option) + ".");
        }

        void approval(ApprovalOutcome approval) {
            for (int option = 1; option <= file.options().size(); option++)
                line(cell(approval.approvals(option), 10) + "  " + name(option));
            if (!approval.border().isEmpty())
                line("A tie at the border keeps all of " + names(approval.border()) + ".");
        }

        void majority(MajorityOutcome majority) {
            for (int option = 1; option <= file.options().size(); option++)
                line(cell(majority.votes(option), 10) + "  " + name(option));
            line(majority.valid() + " of " + majority.voters() + " ballots have one first preference.");
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
