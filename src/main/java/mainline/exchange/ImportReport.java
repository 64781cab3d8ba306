package mainline.exchange;

import java.util.List;

/**
 * What an import did.
 *
 * @param leftOut one line for each kind of thing that was not taken, with its number and reason
 */
public record ImportReport(String community, int ideas, int comments, int people, int known, List<String> leftOut) {

    public String told() {
        StringBuilder told =
                new StringBuilder("%s: %d ideas, %d comments and %d people came in; %d things were here already."
                        .formatted(community, ideas, comments, people, known));
        leftOut.forEach(
                line -> told.append(System.lineSeparator()).append("Left out: ").append(line));
        return told.toString();
    }
}
