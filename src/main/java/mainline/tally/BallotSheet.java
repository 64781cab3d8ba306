package mainline.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Ballots to be written in the formats that {@link BallotFile} reads; who reads them back counts the same.
 *
 * @param options names, option 1 first
 * @param rules how they were counted, in plain sentences; they go along as remarks
 * @param seats 0 where there are none
 * @param costs per option with equal shares, or empty
 * @param completion of equal shares, with costs only
 */
public record BallotSheet(
        String title,
        List<String> options,
        List<Entry> ballots,
        List<String> rules,
        int seats,
        List<Long> costs,
        long budget,
        EqualShares.Completion completion) {
    private static final int MOST_DEBIAN = 35;

    /** @param receipt by which a voter finds it, or empty */
    public record Entry(Ballot ballot, String receipt) {}

    /** Whether the format can carry them. */
    public boolean fits(Format format) {
        boolean counted = ballots.stream()
                .noneMatch(each -> each.ballot() instanceof Ballot.Degree || each.ballot() instanceof Ballot.Points);
        return switch (format) {
            case CSV -> true;
            case BLT, PREFLIB -> counted;
            case DEBIAN -> counted && options.size() <= MOST_DEBIAN;
            case PABULIB -> counted && costs.size() == options.size();
            case CONDORCET, ABIF, ABC, STV -> false;
        };
    }

    /** @throws IllegalArgumentException when it does not fit */
    public String as(Format format) {
        if (!fits(format)) throw new IllegalArgumentException(format + " cannot carry these ballots");
        return switch (format) {
            case BLT -> blt();
            case PREFLIB -> prefLib();
            case PABULIB -> pabulib();
            case DEBIAN -> debian();
            case CSV -> csv();
            case CONDORCET, ABIF, ABC, STV -> throw new IllegalArgumentException(format.name());
        };
    }

    /** The same as a file read, to be counted at once. */
    public BallotFile file() {
        return BallotFile.read(title, as(Format.CSV).getBytes(java.nio.charset.StandardCharsets.UTF_8), Format.CSV);
    }

    private static List<Set<Integer>> places(Ballot ballot) {
        return switch (ballot) {
            case Ballot.Ranking(var places) ->
                places.stream()
                        .filter(place -> !place.isEmpty())
                        .map(BallotSheet::sorted)
                        .toList();
            case Ballot.Approvals(var approved) -> approved.isEmpty() ? List.of() : List.of(new TreeSet<>(approved));
            case Ballot.Pick(int option) -> List.of(Set.of(option));
            case Ballot.Points(var given) -> given.isEmpty() ? List.of() : List.of(new TreeSet<>(given.keySet()));
            case Ballot.Hand hand -> List.of(Set.of(option(hand)));
            case Ballot.Degree degree -> List.of(Set.of(degree.degree()));
        };
    }

    /** The order in which the options of a show of hands stand in every file. */
    private static int option(Ballot.Hand hand) {
        return switch (hand) {
            case YES -> 1;
            case NO -> 2;
            case ABSTAIN -> 3;
        };
    }

    private static Set<Integer> sorted(Set<Integer> place) {
        return new TreeSet<>(place);
    }

    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private String blt() {
        var text = new StringBuilder();
        text.append(options.size()).append(' ').append(Math.max(1, seats)).append('\n');
        for (Entry entry : ballots) {
            text.append('1');
            for (Set<Integer> place : places(entry.ballot()))
                text.append(' ').append(place.stream().map(String::valueOf).collect(Collectors.joining("=")));
            text.append(" 0\n");
        }
        text.append("0\n");
        for (String option : options) text.append(quoted(option)).append('\n');
        text.append(quoted(title)).append('\n');
        for (String rule : rules) text.append("# ").append(line(rule)).append('\n');
        return text.toString();
    }

    private static String quoted(String text) {
        return '"' + line(text).replace("\"", "\"\"") + '"';
    }

    private String prefLib() {
        boolean ties =
                ballots.stream().flatMap(each -> places(each.ballot()).stream()).anyMatch(place -> place.size() > 1);
        var text = new StringBuilder();
        text.append("# TITLE: ").append(line(title)).append('\n');
        text.append("# DESCRIPTION: ").append(line(String.join(" ", rules))).append('\n');
        text.append("# DATA TYPE: ").append(ties ? "toi" : "soi").append('\n');
        text.append("# NUMBER ALTERNATIVES: ").append(options.size()).append('\n');
        text.append("# NUMBER VOTERS: ").append(ballots.size()).append('\n');
        for (int option = 1; option <= options.size(); option++)
            text.append("# ALTERNATIVE NAME ")
                    .append(option)
                    .append(": ")
                    .append(line(options.get(option - 1)))
                    .append('\n');
        for (Entry entry : ballots)
            text.append("1: ")
                    .append(places(entry.ballot()).stream()
                            .map(place -> place.size() == 1
                                    ? String.valueOf(place.iterator().next())
                                    : place.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
                            .collect(Collectors.joining(",")))
                    .append('\n');
        return text.toString();
    }

    private String pabulib() {
        var text = new StringBuilder("META\nkey;value\n");
        text.append("description;").append(cell(title, ';')).append('\n');
        text.append("num_projects;").append(options.size()).append('\n');
        text.append("num_votes;").append(ballots.size()).append('\n');
        text.append("budget;").append(budget).append('\n');
        text.append("vote_type;approval\nrule;equalshares/")
                .append(completion.word())
                .append('\n');
        text.append("comment;").append(cell(String.join(" ", rules), ';')).append('\n');
        text.append("PROJECTS\nproject_id;cost;name\n");
        for (int option = 1; option <= options.size(); option++)
            text.append(option)
                    .append(';')
                    .append(costs.get(option - 1))
                    .append(';')
                    .append(cell(options.get(option - 1), ';'))
                    .append('\n');
        text.append("VOTES\nvoter_id;vote\n");
        for (int i = 0; i < ballots.size(); i++)
            text.append(i + 1)
                    .append(';')
                    .append(places(ballots.get(i).ballot()).stream()
                            .flatMap(Set::stream)
                            .map(String::valueOf)
                            .collect(Collectors.joining(",")))
                    .append('\n');
        return text.toString();
    }

    private String debian() {
        var text = new StringBuilder("\n    Tally Sheet for the votes cast.\n\n");
        text.append("    ").append(line(title)).append('\n');
        for (String rule : rules) text.append("    ").append(line(rule)).append('\n');
        text.append("\n   The format is:\n       \"V: vote \tReceipt\"\n\n");
        for (int option = 1; option <= options.size(); option++)
            text.append("   ")
                    .append("|".repeat(option - 1))
                    .append(option > 1 ? "/  " : "   ")
                    .append("Option ")
                    .append(option)
                    .append("-->: ")
                    .append(line(options.get(option - 1)))
                    .append('\n');
        for (Entry entry : ballots) {
            var marks = new StringBuilder("-".repeat(options.size()));
            int rank = 0;
            for (Set<Integer> place : places(entry.ballot())) {
                rank++;
                for (int option : place)
                    marks.setCharAt(option - 1, Character.toUpperCase(Character.forDigit(rank, 36)));
            }
            text.append("V: ")
                    .append(marks)
                    .append(" \t\t")
                    .append(line(entry.receipt()))
                    .append('\n');
        }
        return text.toString();
    }

    private String csv() {
        boolean approvals = ballots.stream().allMatch(each -> each.ballot() instanceof Ballot.Approvals);
        boolean degrees = ballots.stream().anyMatch(each -> each.ballot() instanceof Ballot.Degree);
        boolean points =
                !ballots.isEmpty() && ballots.stream().allMatch(each -> each.ballot() instanceof Ballot.Points);
        var text = new StringBuilder("# title: " + line(title) + "\n");
        if (seats > 0) text.append("# seats: ").append(seats).append('\n');
        text.append("# ballots: ")
                .append(degrees ? "degrees" : points ? "points" : approvals ? "approvals" : "rankings")
                .append('\n');
        for (String rule : rules) text.append("# rule: ").append(line(rule)).append('\n');
        List<String> head = new ArrayList<>(List.of("#receipt"));
        if (degrees) head.add("#degree");
        else options.forEach(option -> head.add(heading(option)));
        text.append(String.join(",", head)).append('\n');
        for (Entry entry : ballots) {
            text.append(cell(entry.receipt(), ','))
                    .append(',')
                    .append(String.join(",", row(entry.ballot())))
                    .append('\n');
        }
        return text.toString();
    }

    /** Its degree, or the points or the rank of each option. */
    private String[] row(Ballot ballot) {
        if (ballot instanceof Ballot.Degree(int degree)) return new String[] {String.valueOf(degree)};
        if (ballot instanceof Ballot.Points points)
            return Arrays.stream(points.each(options.size()))
                    .mapToObj(each -> each == 0 ? "" : String.valueOf(each))
                    .toArray(String[]::new);
        String[] row = new String[options.size()];
        Arrays.fill(row, "");
        List<Set<Integer>> places = places(ballot);
        IntStream.range(0, places.size())
                .forEach(rank -> places.get(rank).forEach(option -> row[option - 1] = String.valueOf(rank + 1)));
        return row;
    }

    /** A blank before what a spreadsheet would take for a formula, and before #, which would make it no option. */
    private static String heading(String option) {
        String name = line(option);
        return cell(name.matches("(?s)[-=+@#].*") ? " " + name : name, ',');
    }

    private static String cell(String text, char separator) {
        String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
        return line.indexOf(separator) >= 0 || line.indexOf('"') >= 0 ? '"' + line.replace("\"", "\"\"") + '"' : line;
    }
}
