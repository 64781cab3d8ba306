package mainline.tally;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Pabulib: the sections META, PROJECTS and VOTES, each a table with semicolons. */
final class PabulibReader {
    private final TextFile lines;
    private final Map<String, String> meta = new HashMap<>();
    private final Map<String, Integer> metaLines = new HashMap<>();
    private final Map<String, Integer> projects = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<BigDecimal> costs = new ArrayList<>();
    private int at = 1;

    PabulibReader(TextFile lines) {
        this.lines = lines;
    }

    BallotFile read() {
        while (at <= lines.count() && lines.get(at).isBlank()) at++;
        if (!section("META")) throw lines.wrong(Math.min(at, lines.count()), "the file must begin with META");
        readMeta();
        if (!section("PROJECTS")) throw lines.wrong(Math.min(at, lines.count()), "PROJECTS should come after META");
        readProjects();
        if (!section("VOTES")) throw lines.wrong(Math.min(at, lines.count()), "VOTES should come after PROJECTS");
        return readVotes();
    }

    private boolean section(String name) {
        if (at > lines.count() || !isSection(name)) return false;
        at++;
        return true;
    }

    private boolean isSection(String name) {
        return lines.get(at).strip().replaceAll(";+$", "").equalsIgnoreCase(name);
    }

    private List<String> row(int columns) {
        Cells row = Cells.read(lines, at, ';', columns);
        at = row.last() + 1;
        return row.cells();
    }

    private void readMeta() {
        for (; at <= lines.count() && !isSection("PROJECTS"); ) {
            int number = at;
            List<String> row = row(2);
            if (row.size() < 2) continue;
            meta.put(row.get(0).strip().toLowerCase(Locale.ROOT), row.get(1).strip());
            metaLines.put(row.get(0).strip().toLowerCase(Locale.ROOT), number);
        }
    }

    private BigDecimal money(int number, String text, String what) {
        try {
            BigDecimal money = new BigDecimal(text.strip().replace(',', '.'));
            if (money.signum() < 0 || money.precision() > 15 || Math.abs(money.scale()) > 15)
                throw lines.wrong(number, what + " cannot be " + TextFile.quoted(text));
            return money;
        } catch (NumberFormatException e) {
            throw lines.wrong(number, what + " must be a number, not " + TextFile.quoted(text));
        }
    }

    private void readProjects() {
        int heading = at;
        List<String> head = head("PROJECTS");
        int id = column(head, heading, "project_id");
        int cost = column(head, heading, "cost");
        int name = head.indexOf("name");
        for (; at <= lines.count() && !isSection("VOTES"); ) {
            int number = at;
            List<String> row = row(head.size());
            if (row.stream().allMatch(String::isBlank)) continue;
            if (row.size() <= Math.max(id, cost))
                throw lines.wrong(number, "the project has no " + (row.size() <= id ? "id" : "cost"));
            if (projects.put(row.get(id).strip(), projects.size() + 1) != null)
                throw lines.wrong(number, "the project " + TextFile.quoted(row.get(id)) + " comes twice");
            String called = name >= 0 && name < row.size() ? row.get(name).strip() : "";
            names.add(called.isEmpty() ? row.get(id).strip() : row.get(id).strip() + " " + called);
            costs.add(money(number, row.get(cost), "the cost"));
        }
        if (costs.isEmpty()) throw lines.wrong(heading, "there are no projects");
        said("num_projects", costs.size(), "projects");
    }

    private List<String> head(String section) {
        if (at > lines.count()) throw lines.wrong(lines.count(), "the file ends before the columns of " + section);
        return row(0).stream()
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private int column(List<String> head, int number, String name) {
        int column = head.indexOf(name);
        if (column < 0) throw lines.wrong(number, "the column " + name + " is missing");
        return column;
    }

    private int line(String key) {
        return metaLines.getOrDefault(key, 1);
    }

    private void said(String key, long counted, String what) {
        String said = meta.get(key);
        if (said != null && !said.isEmpty() && lines.number(line(key), said, key, 0) != counted)
            throw lines.wrong(line(key), "the file says " + said + " " + what + ", but there are " + counted);
    }

    private BallotFile readVotes() {
        int heading = at;
        List<String> head = head("VOTES");
        int vote = column(head, heading, "vote");
        int points = head.indexOf("points");
        String type = meta.getOrDefault("vote_type", "approval").toLowerCase(Locale.ROOT);
        if (!List.of("approval", "ordinal", "cumulative", "scoring", "choose-1").contains(type))
            throw lines.wrong(line("vote_type"), "the vote_type " + TextFile.quoted(type) + " is not known");
        boolean pointed = (type.equals("cumulative") || type.equals("scoring"));
        if (pointed && points < 0)
            throw lines.wrong(heading, "the column points is missing, which vote_type " + type + " needs");
        Sheet sheet = sheet(type);
        long votes = 0;
        while (at <= lines.count()) {
            int number = at;
            List<String> row = row(head.size());
            if (row.stream().allMatch(String::isBlank)) continue;
            if (row.size() != head.size() && row.size() <= Math.max(vote, pointed ? points : 0))
                throw lines.wrong(number, "the vote has " + row.size() + " of " + head.size() + " columns");
            List<Integer> chosen = chosen(number, row.get(vote));
            if (pointed || type.equals("ordinal")) refuseTwice(number, chosen);
            if (pointed) sheet.points(points(number, row.get(points), chosen));
            if (type.equals("ordinal"))
                sheet.ranking(number, 1, chosen.stream().map(List::of).toList());
            else sheet.approval(number, 1, chosen);
            votes++;
        }
        said("num_votes", votes, "votes");
        return sheet.done();
    }

    private Sheet sheet(String type) {
        Sheet sheet = new Sheet(lines, Format.PABULIB, costs.size());
        for (int option = 1; option <= costs.size(); option++) sheet.name(option, names.get(option - 1));
        sheet.approvals = !type.equals("ordinal");
        sheet.costs = List.copyOf(costs);
        sheet.title = meta.getOrDefault("description", "");
        if (meta.containsKey("budget"))
            sheet.budget = money(line("budget"), meta.getOrDefault("budget", ""), "the budget");
        return sheet;
    }

    private List<Integer> chosen(int number, String cell) {
        List<Integer> chosen = new ArrayList<>();
        for (String id : cell.split(",")) {
            if (id.isBlank()) continue;
            Integer project = projects.get(id.strip());
            if (project == null) throw lines.wrong(number, "there is no project " + TextFile.quoted(id.strip()));
            chosen.add(project);
        }
        return chosen;
    }

    /** Which of two ranks or points would hold nobody can say. */
    private void refuseTwice(int number, List<Integer> chosen) {
        Set<Integer> seen = new TreeSet<>();
        for (int project : chosen)
            if (!seen.add(project))
                throw lines.wrong(
                        number, "the project " + TextFile.quoted(names.get(project - 1)) + " comes twice in this vote");
    }

    private long[] points(int number, String cell, List<Integer> chosen) {
        long[] given = new long[costs.size()];
        List<String> words =
                Arrays.stream(cell.split(",")).filter(word -> !word.isBlank()).toList();
        if (words.size() != chosen.size())
            throw lines.wrong(number, "there are points for " + words.size() + " of " + chosen.size() + " projects");
        for (int i = 0; i < words.size(); i++) {
            long point = lines.number(number, words.get(i), "points", Long.MIN_VALUE);
            if (Math.abs(point) > 1_000_000) throw lines.wrong(number, "so many points cannot be: " + point);
            given[chosen.get(i) - 1] = Math.max(0, point);
        }
        return given;
    }
}
