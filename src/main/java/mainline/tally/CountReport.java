package mainline.tally;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A count told: line by line for people, and as one object for programs. */
public final class CountReport {
    private final BallotFile file;
    private final String method;
    private final Outcome outcome;

    /** @param method the name under which it was asked for */
    public CountReport(BallotFile file, String method, Outcome outcome) {
        this.file = file;
        this.method = method;
        this.outcome = outcome;
    }

    /** The whole count as lines: options, matrix, every round, and the outcome in the last sentence. */
    public String text() {
        var text = new CountText(file);
        text.line(file.title().isEmpty() ? file.name() : file.title());
        text.line(file.votes().total() + " ballots, " + file.options().size() + " options, counted by " + method + ".");
        for (int option = 1; option <= file.options().size(); option++)
            text.line("  " + text.name(option) + (file.votes().withdrawn().contains(option) ? " (withdrawn)" : ""));
        text.line("");
        text.outcome(outcome);
        for (String note : notes()) text.line("Note: " + note);
        text.line(sentence());
        return text.toString();
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(file.notes());
        int last = file.options().size();
        if (file.format() == Format.DEBIAN && outcome instanceof RankedOutcome ranked && ranked.defaultOption() == 0)
            notes.add("The last option of a Debian vote is customarily the default option, here "
                    + TextFile.quoted(file.options().getLast()) + ": with --default " + last
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
        var text = new CountText(file);
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
        json.putAll(CountJson.of(outcome));
        json.put("notes", notes());
        return json;
    }
}
