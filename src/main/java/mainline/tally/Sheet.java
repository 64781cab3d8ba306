package mainline.tally;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a reader gathers line by line, checked as it comes; every complaint names the line. */
final class Sheet {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final long MOST_CELLS = 1_000_000_000;

    private final TextFile lines;
    private final Format format;
    private final List<String> options;
    private final Votes.Builder votes;
    private final List<long[]> points = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    String title = "";
    int seats;
    boolean approvals;
    private int repeated;
    private String firstRepeated = "";
    List<BigDecimal> costs = List.of();

    @Nullable
    BigDecimal budget;

    Sheet(TextFile lines, Format format, int options) {
        this.lines = lines;
        this.format = format;
        this.options = new ArrayList<>();
        for (int option = 1; option <= options; option++) this.options.add("");
        votes = new Votes.Builder(options);
    }

    int count() {
        return options.size();
    }

    void name(int option, String name) {
        options.set(option - 1, name.strip());
    }

    /** An option by its number on this line. */
    int option(int line, String text) {
        String digits = text.strip();
        if (!NUMBER.matcher(digits).matches())
            throw lines.wrong(line, "an option must be a number, not " + TextFile.quoted(digits));
        int option = Integer.parseInt(digits);
        if (option < 1 || option > count())
            throw lines.wrong(line, "there is no option " + option + ": the options are 1 to " + count());
        return option;
    }

    void withdraw(int option) {
        votes.withdraw(option);
    }

    void ranking(int line, long weight, List<? extends Iterable<Integer>> places) {
        int[] ranks = new int[count()];
        Arrays.fill(ranks, Votes.LAST);
        int place = 0;
        for (Iterable<Integer> alike : places) {
            place++;
            for (int option : alike) {
                if (ranks[option - 1] != Votes.LAST)
                    throw lines.wrong(line, "option " + option + " comes twice on this ballot");
                ranks[option - 1] = place;
            }
        }
        ranks(line, weight, ranks);
    }

    /** Options in order of preference; one that comes again counts where it came first, and a note says so. */
    void order(int line, long weight, List<Integer> options) {
        places(line, weight, options.stream().map(List::of).toList());
    }

    /** The options that a ballot approves; one that comes again counts once, and a note says so. */
    void approval(int line, long weight, List<Integer> options) {
        places(line, weight, List.of(options));
    }

    /** The same as a ranking, but an option that comes again counts where it came first, and a note says so. */
    void places(int line, long weight, List<List<Integer>> places) {
        Set<Integer> seen = new TreeSet<>();
        List<List<Integer>> once = new ArrayList<>();
        int again = 0;
        for (List<Integer> alike : places) {
            List<Integer> kept = new ArrayList<>();
            for (int option : alike) {
                if (seen.add(option)) kept.add(option);
                else again = option;
            }
            once.add(kept);
        }
        ranking(line, weight, once);
        if (again == 0) return;
        if (repeated++ == 0) firstRepeated = TextFile.quoted(options.get(again - 1)) + " in line " + line;
    }

    void ranks(int line, long weight, int[] ranks) {
        try {
            votes.merge(weight, ranks);
            if ((long) votes.size() * count() > MOST_CELLS)
                throw lines.wrong(line, "these are more ballots than can be counted");
        } catch (ArithmeticException e) {
            throw lines.wrong(line, "with this ballot there are more voters than can be counted");
        }
    }

    void points(long[] given) {
        points.add(given);
    }

    BallotFile done() {
        Votes counted = votes.build();
        if (counted.total() == 0) throw lines.wrong(lines.count(), "there are no ballots in it");
        List<String> names = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (int option = 1; option <= count(); option++) {
            String name = options.get(option - 1).isEmpty() ? "Option " + option : options.get(option - 1);
            names.add(name);
            if (!seen.add(name))
                notes.add("Two options are called " + TextFile.quoted(name) + "; they are told apart by number.");
        }
        if (repeated == 1)
            notes.add("On one ballot an option comes more than once and counts once: " + firstRepeated + ".");
        if (repeated > 1)
            notes.add("On " + repeated + " ballots an option comes more than once and counts once, first "
                    + firstRepeated + ".");
        return new BallotFile(
                lines.name(),
                format,
                title.strip(),
                List.copyOf(names),
                counted,
                seats,
                approvals,
                costs,
                budget,
                List.copyOf(points),
                List.copyOf(notes),
                new Lot(lines.bytes()).digest());
    }
}
