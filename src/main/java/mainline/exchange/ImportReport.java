package mainline.exchange;

import java.util.List;

/**
 * What an import did.
 *
 * @param known how many things were here already
 * @param leftOut one line for each kind of thing that was not taken, with its number
 * @param changed one line for each kind of thing that reads or leads otherwise now, with its number
 */
public record ImportReport(
        String community, int ideas, int comments, int people, int known, List<String> leftOut, List<String> changed) {

    public String told() {
        StringBuilder told = new StringBuilder("%s: %s, %s and %s came in."
                .formatted(
                        community,
                        Told.counted(ideas, "idea", "ideas"),
                        Told.counted(comments, "comment", "comments"),
                        Told.counted(people, "person", "people")));
        if (known > 0)
            told.append(" ")
                    .append(Told.counted(known, "thing was", "things were"))
                    .append(" here already.");
        leftOut.forEach(
                line -> told.append(System.lineSeparator()).append("Left out: ").append(line));
        changed.forEach(
                line -> told.append(System.lineSeparator()).append("Changed: ").append(line));
        return told.toString();
    }
}
