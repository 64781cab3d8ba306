package mainline.tally;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ballots as read from a file.
 *
 * @param options names in the file's order; option 1 first
 * @param seats as the file says, or 0
 * @param approvals whether the ballots approve rather than rank
 * @param costs of projects, in the file's order, or empty
 * @param points given by each ballot to each option, where ballots give points; or empty
 * @param notes what a reader of the count should know about the file
 * @param lot drawn from nothing but the file: its SHA-256 is the seed
 */
public record BallotFile(
        String name,
        Format format,
        String title,
        List<String> options,
        Votes votes,
        int seats,
        boolean approvals,
        List<BigDecimal> costs,
        @Nullable BigDecimal budget,
        List<long[]> points,
        List<String> notes,
        Lot lot) {

    /**
     * @param format null to find out from the content
     * @throws Malformed saying in which line and why it cannot be counted
     */
    public static BallotFile read(Path file, @Nullable Format format) {
        return read(TextFile.of(file), format);
    }

    /**
     * The same from bytes.
     *
     * @param name what messages call it
     */
    public static BallotFile read(String name, byte[] bytes, @Nullable Format format) {
        return read(new TextFile(name, bytes), format);
    }

    /** The same ballots under another budget. */
    public BallotFile withBudget(BigDecimal other) {
        return new BallotFile(name, format, title, options, votes, seats, approvals, costs, other, points, notes, lot);
    }

    private static BallotFile read(TextFile lines, @Nullable Format format) {
        if (lines.count() == 0) throw lines.wrong(1, "the file is empty");
        return switch (format == null ? Format.of(lines) : format) {
            case BLT -> new BltReader(lines).read();
            case PREFLIB -> new PrefLibReader(lines).read();
            case PABULIB -> new PabulibReader(lines).read();
            case DEBIAN -> new DebianReader(lines).read();
            case CONDORCET -> new CondorcetReader(lines).read();
            case ABIF -> new AbifReader(lines).read();
            case CSV -> new CsvReader(lines).read();
            case ABC -> new AbcReader(lines).read();
            case STV -> new StvReader(lines).read();
        };
    }
}
