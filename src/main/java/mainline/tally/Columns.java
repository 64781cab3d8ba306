package mainline.tally;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What each column of somebody's table is taken for: by its heading alone, and never in silence.
 *
 * @param options columns that are, or hold, options; {@code names} as they are called, without a form's question
 * @param weight the column with the number of voters, or -1
 * @param others columns that tell something else
 * @param question what a form asked in all of them, or empty
 */
record Columns(List<Integer> options, List<String> names, int weight, List<Integer> others, String question) {
    private static final Pattern GRID = Pattern.compile("(?s)(.*\\S)\\s*\\[([^\\[\\]]+)\\]");

    Columns {
        options = List.copyOf(options);
        names = List.copyOf(names);
        others = List.copyOf(others);
    }

    static Columns of(Table table) {
        List<String> head = table.head();
        Map<String, List<Integer>> questions = questions(head);
        refuseSeveral(table, questions);
        int weight = weight(table);
        List<Integer> filled = IntStream.range(0, head.size())
                .filter(column -> isHeaded(table, column))
                .boxed()
                .toList();
        Predicate<Integer> isOption = questions.isEmpty()
                ? column -> !table.isAside(column) && !ColumnWords.isNoOption(head.get(column))
                : questions.values().iterator().next()::contains;
        List<Integer> options = filled.stream()
                .filter(column -> column != weight && isOption.test(column))
                .toList();
        List<Integer> others = filled.stream()
                .filter(column -> column != weight && !isOption.test(column))
                .toList();
        List<String> names = options.stream()
                .map(column -> questions.isEmpty() ? head.get(column) : grid(head.get(column), 2))
                .toList();
        Columns columns = new Columns(
                options,
                names,
                weight,
                others,
                questions.isEmpty() ? "" : questions.keySet().iterator().next());
        columns.refuseTwins(table);
        return columns;
    }

    private static void refuseSeveral(Table table, Map<String, List<Integer>> questions) {
        if (questions.size() > 1)
            throw table.lines()
                    .wrong(
                            table.heading(),
                            "there are several questions in it, " + quoted(questions.keySet())
                                    + "; leave the columns of one");
    }

    /** The question of a form's grid with its columns: one question asked of several. */
    private static Map<String, List<Integer>> questions(List<String> head) {
        Map<String, List<Integer>> questions = new LinkedHashMap<>();
        for (int column = 0; column < head.size(); column++) {
            String question = grid(head.get(column), 1);
            if (!question.isEmpty())
                questions.computeIfAbsent(question, _ -> new ArrayList<>()).add(column);
        }
        questions.values().removeIf(each -> each.size() < 2);
        return questions;
    }

    private static String grid(String heading, int part) {
        Matcher grid = GRID.matcher(heading);
        return grid.matches() ? grid.group(part).strip() : "";
    }

    private static int weight(Table table) {
        List<String> head = table.head();
        List<Integer> weights = IntStream.range(0, head.size())
                .filter(column -> head.get(column).equals("#weight") || ColumnWords.isWeight(head.get(column)))
                .boxed()
                .toList();
        if (weights.size() > 1)
            throw table.lines()
                    .wrong(
                            table.heading(),
                            "both " + table.called(weights.get(0)) + " and " + table.called(weights.get(1))
                                    + " could be the number of voters; begin one heading with #");
        return weights.isEmpty() ? -1 : weights.getFirst();
    }

    /** A column without a heading must be empty: nobody can say what stands in it. */
    private static boolean isHeaded(Table table, int column) {
        if (!table.head().get(column).isEmpty()) return true;
        if (table.isEmpty(column)) return false;
        throw table.lines()
                .wrong(table.heading(), table.called(column) + " has no heading, but something stands below it");
    }

    private void refuseTwins(Table table) {
        var seen = new TreeSet<String>();
        for (String name : names)
            if (!seen.add(name))
                throw table.lines()
                        .wrong(
                                table.heading(),
                                "two columns are called " + TextFile.quoted(name)
                                        + "; give each a name of its own, or begin one with #");
    }

    /**
     * Those headed by a rank, such as “1st choice”: all, or several beside others if words stand in them.
     *
     * @return null when they are none
     */
    @Nullable
    Columns places(Table table) {
        List<Integer> at = IntStream.range(0, names.size())
                .filter(i -> Ordinals.heading(names.get(i)) > 0)
                .boxed()
                .toList();
        List<Integer> places = at.stream().map(options::get).toList();
        boolean mixed = places.size() < options.size();
        if (places.isEmpty() || (mixed && (places.size() < 2 || holdsRanks(table, places)))) return null;
        List<Integer> beside = new ArrayList<>(others);
        options.stream().filter(column -> !places.contains(column)).forEach(beside::add);
        return new Columns(places, at.stream().map(names::get).toList(), weight, beside, question);
    }

    private static boolean holdsRanks(Table table, List<Integer> columns) {
        boolean[] only = {true};
        table.each(row -> columns.forEach(column -> {
            String cell = row.cells().get(column);
            only[0] &= cell.isBlank() || Ordinals.of(cell) > 0;
        }));
        return only[0];
    }

    long weight(Table table, Table.Row row) {
        if (weight < 0) return 1;
        String cell = row.cells().get(weight);
        return table.lines().number(row.number(), cell, "the number of voters in " + table.called(weight), 1);
    }

    /** Tells whoever counts what was taken for what. */
    void note(Sheet sheet, Table table, String taken) {
        if (!question.isEmpty() && sheet.title.isEmpty()) sheet.title = question;
        sheet.notes.add(taken);
        for (int other : others)
            sheet.notes.add("The column " + TextFile.quoted(table.head().get(other)) + " is taken for no option.");
        if (weight >= 0)
            sheet.notes.add(
                    "The column " + TextFile.quoted(table.head().get(weight)) + " is taken for the number of voters.");
        for (int other : options.isEmpty() ? List.<Integer>of() : others) noteTwice(sheet, table, other);
        if (table.emptyRows() > 0)
            sheet.notes.add(
                    table.emptyRows() == 1
                            ? "An empty row is counted as no ballot."
                            : table.emptyRows() + " empty rows are counted as no ballots.");
    }

    /** Somebody may have voted twice; the rows alone cannot tell. */
    private static void noteTwice(Sheet sheet, Table table, int column) {
        if (table.isAside(column) || ColumnWords.identity(table.head().get(column)) == 0) return;
        String twice = table.twice(column);
        if (!twice.isEmpty())
            sheet.notes.add("The column " + TextFile.quoted(table.head().get(column)) + " holds "
                    + TextFile.quoted(twice) + " more than once; each row is counted as a ballot.");
    }

    static String quoted(Collection<String> names) {
        return names.stream().map(TextFile::quoted).collect(Collectors.joining(", "));
    }
}
