package mainline.decisions;

import java.util.List;
import java.util.stream.Stream;

/**
 * The ballots of a closed decision as a file for others' software, and how anyone counts it again.
 *
 * @param ending of the file's name
 * @param command that counts it offline; empty for a form that is only for reading
 */
record BallotFile(String name, String ending, String command) {
    static List<BallotFile> of(Decision decision) {
        if (!decision.method().isCounted()) return List.of();
        String stem = "decision-" + decision.subject().number() + ".";
        Terms terms = decision.terms();
        return switch (decision.method()) {
            case RANKED -> {
                StringBuilder rules = new StringBuilder(" --method schulze --default " + decision.keepDiscussing());
                rules.append(" --quorum ").append(terms.quorum());
                if (terms.ratio() > 1)
                    decision.options()
                            .forEach(choice -> rules.append(" --majority ")
                                    .append(choice.number())
                                    .append('=')
                                    .append(terms.ratio()));
                yield files(stem, rules.toString(), "txt", "soi", "csv");
            }
            case SEATS -> files(stem, " --method stv --seats " + terms.seats(), "blt", "soi", "csv");
            case EQUAL_SHARES -> files(stem, " --method equal-shares", "pb", "csv");
            case APPROVAL -> files(stem, " --method approval --seats " + terms.seats(), "csv", "pb");
            case SHOW_OF_HANDS, TEMPERATURE -> files(stem, "", "csv");
            case LAZY_CONSENSUS, CONSENT -> List.of();
        };
    }

    /** The first of the files is the one the command names. */
    private static List<BallotFile> files(String stem, String rules, String... endings) {
        return Stream.of(endings)
                .map(ending -> new BallotFile(
                        stem + ending,
                        ending,
                        ending.equals(endings[0]) && !rules.isEmpty()
                                ? "bin/mainline tally " + stem + ending + rules
                                : ""))
                .toList();
    }
}
