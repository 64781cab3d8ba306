package mainline.decisions;

import java.util.ArrayList;
import java.util.List;
import mainline.tally.Format;

/**
 * The ballots of a closed decision as a file for anybody's software, and how it is counted again offline.
 *
 * @param command empty for all but one
 */
record BallotFile(String name, Format format, String command) {
    private static final int MOST_DEBIAN = 35;

    /** The ending of its name, which is also that of its address. */
    String ending() {
        return switch (format) {
            case BLT -> "blt";
            case PREFLIB -> "soi";
            case PABULIB -> "pb";
            case DEBIAN -> "txt";
            default -> "csv";
        };
    }

    /** @param lot the seed from which the public lot was drawn, in hexadecimal digits */
    static List<BallotFile> of(Decision decision, String lot) {
        Terms terms = decision.terms();
        String way = switch (decision.method()) {
            case RANKED ->
                "schulze --default " + decision.keepDiscussing() + " --quorum " + terms.quorum() + majorities(decision);
            case SEATS -> "stv --seats " + terms.seats();
            case EQUAL_SHARES ->
                "equal-shares --completion " + terms.completion().counted().word();
            case PLURALITY -> "plurality --quorum " + terms.least();
            case DATES -> "dates --quorum " + terms.least();
            case SCORE, DOTS -> "score --seats " + terms.seats() + " --quorum " + terms.least();
            case APPROVAL -> "approval --seats " + terms.seats() + " --quorum " + terms.least();
            case SHOW_OF_HANDS -> "majority --quorum " + terms.quorum() + " --majority 1=" + terms.ratio();
            case TEMPERATURE, LAZY_CONSENSUS, CONSENT -> "";
        };
        boolean drawn = decision.method().drawsLots();
        List<BallotFile> files = new ArrayList<>();
        for (Format format : formats(decision)) {
            BallotFile plain = new BallotFile("", format, "");
            String name = "decision-" + decision.subject().number() + "." + plain.ending();
            String command = "bin/mainline tally " + name + " --method " + way + (drawn ? " --lot " + lot : "")
                    + (decision.leastTurnout() > 0 ? " --turnout " + decision.leastTurnout() : "");
            files.add(new BallotFile(name, format, files.isEmpty() && !way.isEmpty() ? command : ""));
        }
        return List.copyOf(files);
    }

    private static String majorities(Decision decision) {
        int ratio = decision.terms().ratio();
        StringBuilder all = new StringBuilder();
        if (ratio > 1)
            decision.options()
                    .forEach(choice -> all.append(" --majority ")
                            .append(choice.number())
                            .append('=')
                            .append(ratio));
        return all.toString();
    }

    /** The first is the one to count from. */
    private static List<Format> formats(Decision decision) {
        return switch (decision.method()) {
            case RANKED ->
                decision.numbers() > MOST_DEBIAN
                        ? List.of(Format.PREFLIB, Format.CSV)
                        : List.of(Format.PREFLIB, Format.DEBIAN, Format.CSV);
            case SEATS -> List.of(Format.BLT, Format.PREFLIB, Format.CSV);
            case EQUAL_SHARES -> List.of(Format.PABULIB, Format.CSV);
            case PLURALITY, DATES, APPROVAL, SCORE, DOTS, SHOW_OF_HANDS, TEMPERATURE -> List.of(Format.CSV);
            case LAZY_CONSENSUS, CONSENT -> List.of();
        };
    }
}
