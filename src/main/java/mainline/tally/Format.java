package mainline.tally;

/** The formats in which ballots travel. */
public enum Format {
    /** Ranked ballots of STV counts, as OpenSTV, OpaVote and the Scottish councils write them. */
    BLT,
    /** PrefLib: {@code .soc}, {@code .soi}, {@code .toc}, {@code .toi} and {@code .cat}, with {@code #} headers or the older ones. */
    PREFLIB,
    /** Participatory budgets of Pabulib, {@code .pb}. */
    PABULIB,
    /** Tally sheets of the Debian project. */
    DEBIAN,
    /** The Condorcet Election Format, {@code .cvotes}. */
    CONDORCET,
    /** Lines of so many voters, a colon and an order, {@code 27: A > B = C}, or scores, {@code 27: A/5, B/2}. */
    ABIF,
    /** A column per option with the ranks given, or a column per rank with the options chosen; also the tables of CIVS. */
    CSV,
    /** Approval committees of abcvoting, {@code .abc.yaml}. */
    ABC,
    /** Text files of OpenSTV with {@code candidate=} lines, {@code .stv}. */
    STV;

    /** By what is in it, whatever the file is called. */
    static Format of(TextFile lines) {
        String first = "";
        for (int number = 1; number <= lines.count(); number++) {
            String line = lines.get(number).strip();
            if (line.isEmpty()) continue;
            if (first.isEmpty()) {
                first = line;
                if (first.equalsIgnoreCase("META")) return PABULIB;
                if (Table.isInstruction(lines.get(number))) return CSV;
            }
            if (line.matches("V:\\s+[-0-9A-Za-z]+(\\s.*)?") || DebianReader.isOption(line)) return DEBIAN;
            if (line.matches("(?i)#\\s*(FILE NAME|NUMBER ALTERNATIVES|ALTERNATIVE NAME 1)\\s*:.*")) return PREFLIB;
            if (line.matches("(?i)#/\\s*Candidates\\s*:.*")) return CONDORCET;
            if (line.matches("(profile|num_cand)\\s*:.*")) return ABC;
            if (line.matches("(?i)(candidate|title)\\s*=.*") && first.matches("(?i)[a-z#].*")) return STV;
            if (BltReader.isHeader(line)) return BLT;
            if (AbifReader.isOne(line)) return ABIF;
            if (line.matches("\\d+") && PrefLibReader.isOld(lines, number)) return PREFLIB;
            if (number > 400) break;
        }
        if (first.isEmpty()) throw lines.wrong(1, "the file is empty");
        if (first.contains(">") && !first.contains(",")) return CONDORCET;
        if (first.matches("(?s).*[,;\\t].*")) return CSV;
        for (int number = 1; number <= Math.min(lines.count(), 400); number++) {
            String line = lines.get(number).strip();
            if (line.matches("[^#].*[,;\\t].*")) return CSV;
        }
        throw lines.wrong(
                1, "this is none of the formats known: blt, preflib, pabulib, debian, condorcet, abif, csv, abc, stv");
    }
}
