package mainline.site;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import mainline.platform.Refusal;
import mainline.tally.ApprovalVote;
import mainline.tally.BallotFile;
import mainline.tally.CountReport;
import mainline.tally.DatePoll;
import mainline.tally.EqualShares;
import mainline.tally.EqualShares.Completion;
import mainline.tally.Format;
import mainline.tally.Lot;
import mainline.tally.Majority;
import mainline.tally.Malformed;
import mainline.tally.Outcome;
import mainline.tally.Plurality;
import mainline.tally.Quorum;
import mainline.tally.Ratio;
import mainline.tally.Schulze;
import mainline.tally.Score;
import mainline.tally.ScottishStv;
import mainline.tally.TooFew;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Counts a file of ballots offline: neither the application nor a database is started. */
@Command(
        name = "tally",
        description = "Count a file of ballots, offline, and print every round.",
        footer = {
            "",
            "An OPTION is its number in the file, from 1, or its exact name. The format is recognised from the content.",
            "A tie that nothing else breaks goes to a lot whose seed is the SHA-256 of the file, or --lot."
        })
final class TallyCommand implements Callable<Integer> {
    /** The work grows with its third power. */
    private static final int MOST_BY_SCHULZE = 1_000;

    private static final Pattern NUMBER =
            Pattern.compile("([0-9]{1,1000}(\\.[0-9]{0,1000})?|\\.[0-9]{1,1000})([eE][-+]?[0-9]{1,3})?");

    private enum Way {
        SCHULZE,
        STV,
        EQUAL_SHARES,
        APPROVAL,
        MAJORITY,
        PLURALITY,
        SCORE,
        DATES
    }

    @Parameters(
            paramLabel = "FILE",
            description = "BLT, PrefLib, Pabulib, Debian tally, cvotes, ABIF, CSV, abc.yaml or OpenSTV text.")
    private Path file = Path.of("");

    @Option(
            names = "--method",
            required = true,
            paramLabel = "METHOD",
            description = "schulze, stv (Scottish), equal-shares, approval, majority, plurality, score or dates.")
    private String method = "";

    @Option(names = "--seats", paramLabel = "N", description = "How many are elected; what the file says, or 1.")
    private @Nullable Integer seats;

    @Option(
            names = "--quorum",
            paramLabel = "X",
            description = "Votes that an option needs, over the default option with schulze.")
    private @Nullable String quorum;

    @Option(names = "--turnout", paramLabel = "N", description = "So many ballots it takes, or nothing wins.")
    private long turnout;

    @Option(
            names = "--majority",
            paramLabel = "OPTION=RATIO",
            description =
                    "The majority an option needs, such as 2=3:1 or 2=3; with schulze, against the default option.")
    private List<String> majorities = List.of();

    @Option(
            names = "--default",
            paramLabel = "OPTION",
            description = "The default option (Further Discussion) of schulze.")
    private @Nullable String defaultOption;

    @Option(
            names = "--budget",
            paramLabel = "X",
            description = "What the projects of equal-shares may cost, if not as the file says.")
    private @Nullable String budget;

    @Option(
            names = "--completion",
            paramLabel = "HOW",
            description = {
                "What equal-shares does with money left over: add1 (reruns up to the budget; the default for projects),",
                "exhaustive (reruns until nothing more fits), approvals (the most approved that fits) or none; for seats also",
                "phragmen (the default for them) and full (reruns until the seats are full)."
            })
    private @Nullable String completion;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "blt, preflib, pabulib, debian, condorcet, abif, csv, abc or stv.")
    private @Nullable String format;

    @Option(names = "--lot", paramLabel = "HEX", description = "The seed of the lot.")
    private @Nullable String lot;

    @Option(names = "--json", description = "Print one JSON object; \"winners\" are numbers in order of election.")
    private boolean json;

    @Override
    public Integer call() {
        try {
            Way way = of(Way.class, method, "method");
            BallotFile ballots = BallotFile.read(file, format == null ? null : of(Format.class, format, "format"));
            CountReport report = new CountReport(
                    ballots,
                    method.toLowerCase(Locale.ROOT),
                    TooFew.unless(turnout, ballots.votes().total(), count(way, ballots)));
            System.out.println(
                    json
                            ? JsonMapper.shared().writeValueAsString(report.json())
                            : report.text().stripTrailing());
            return 0;
        } catch (Malformed e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (OutOfMemoryError e) {
            System.err.println(file + ": these are more ballots than fit into memory (set MAINLINE_HEAP higher)");
            return 1;
        }
    }

    private Outcome count(Way way, BallotFile ballots) {
        refuseWhatDoesNotApply(way);
        Lot draw = lot == null ? ballots.lot() : seed(lot);
        Quorum least = quorum == null ? Quorum.NONE : quorum(quorum);
        Map<Integer, Ratio> ratios = ratios(ballots);
        int byDefault = defaultOption == null ? 0 : option(ballots, defaultOption);
        if (way == Way.SCHULZE && ballots.options().size() > MOST_BY_SCHULZE)
            throw new Refusal("schulze compares up to " + MOST_BY_SCHULZE + " options with each other, not "
                    + ballots.options().size() + ".");
        if (way == Way.SCHULZE && byDefault == 0 && (quorum != null || !ratios.isEmpty()))
            throw new Refusal(
                    "Quorum and majority of schulze are counted against a default option: name it with --default.");
        return switch (way) {
            case SCHULZE ->
                Schulze.count(
                        ballots.votes(),
                        seats == null ? 1 : seats(1),
                        byDefault,
                        new Schulze.Rules(least, ratios),
                        draw);
            case STV -> stv(ballots, draw);
            case EQUAL_SHARES -> shares(ballots, draw);
            case APPROVAL -> ApprovalVote.count(ballots.votes(), seats(ballots.seats()), least.least());
            case PLURALITY -> Plurality.count(ballots.votes(), least.least());
            case SCORE -> Score.count(pointed(ballots), seats(ballots.seats()), least.least());
            case DATES -> DatePoll.count(pointed(ballots), least.least());
            case MAJORITY -> Majority.count(ballots.votes(), least, ratios);
        };
    }

    /** What would be passed over in silence could be taken for counted. */
    private void refuseWhatDoesNotApply(Way way) {
        boolean byRule = way == Way.SCHULZE || way == Way.MAJORITY;
        if (quorum != null && (way == Way.STV || way == Way.EQUAL_SHARES)) throw notFor("--quorum");
        if (!majorities.isEmpty() && !byRule) throw notFor("--majority");
        if (defaultOption != null && way != Way.SCHULZE) throw notFor("--default");
        if (seats != null && (way == Way.MAJORITY || way == Way.PLURALITY || way == Way.DATES)) throw notFor("--seats");
        if (budget != null && way != Way.EQUAL_SHARES) throw notFor("--budget");
        if (completion != null && way != Way.EQUAL_SHARES) throw notFor("--completion");
    }

    private Refusal notFor(String option) {
        return new Refusal(option + " does not go with --method " + method.toLowerCase(Locale.ROOT) + ".");
    }

    private Outcome stv(BallotFile ballots, Lot draw) {
        if (ballots.approvals()) throw new Refusal("The ballots of this file approve; stv needs rankings.");
        try {
            return ScottishStv.count(ballots.votes(), seats(ballots.seats()), draw);
        } catch (ArithmeticException e) {
            throw new Refusal("There are more voters than stv can count to five decimals.", e);
        }
    }

    private BallotFile pointed(BallotFile ballots) {
        if (ballots.points().isEmpty())
            throw new Refusal("The ballots of this file give no points; " + method + " needs them.");
        return ballots;
    }

    private Outcome shares(BallotFile ballots, Lot draw) {
        if (!ballots.approvals() && ballots.format() == Format.PABULIB)
            throw new Refusal("The votes of this file are ordinal; equal-shares needs approvals or points.");
        if (seats != null && budget != null) throw new Refusal("Say --seats or --budget, not both.");
        if (seats != null && !ballots.costs().isEmpty())
            throw new Refusal("The options of this file have costs: say --budget X instead of --seats.");
        BallotFile under = seats != null
                ? ballots.withBudget(BigDecimal.valueOf(seats(1)))
                : budget != null ? ballots.withBudget(figure("--budget", budget)) : ballots;
        Completion how = completion == null ? EqualShares.usual(under) : of(Completion.class, completion, "completion");
        try {
            return EqualShares.count(under, how, draw);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    under.costs().isEmpty()
                            ? "The file has no budget: say --budget X, or --seats N for options that cost one seat each."
                            : "--completion " + how.word() + " fills seats, but the options of this file have costs.",
                    e);
        } catch (ArithmeticException e) {
            throw new Refusal("Costs, budget and voters of this file have more digits than can be counted.", e);
        }
    }

    private int seats(int ofFile) {
        int wanted = seats == null ? Math.max(1, ofFile) : seats;
        if (wanted < 1) throw new Refusal("--seats must be at least 1.");
        return wanted;
    }

    private static Quorum quorum(String text) {
        try {
            return Quorum.of(figure("--quorum", text));
        } catch (ArithmeticException e) {
            throw new Refusal("--quorum " + text + " is more than any number of votes.", e);
        }
    }

    private static BigDecimal figure(String option, String text) {
        if (!NUMBER.matcher(text).matches())
            throw new Refusal(option + " must be a number such as 47.5, not " + text + ".");
        return new BigDecimal(text);
    }

    private static Lot seed(String hex) {
        try {
            return new Lot(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException e) {
            throw new Refusal("--lot must be hexadecimal digits, two a byte.", e);
        }
    }

    private Map<Integer, Ratio> ratios(BallotFile ballots) {
        var ratios = new HashMap<Integer, Ratio>();
        for (String each : majorities) {
            int at = each.lastIndexOf('=');
            String[] parts = each.substring(at + 1).split(":", 2);
            if (at < 0
                    || !Arrays.stream(parts)
                            .allMatch(part -> NUMBER.matcher(part).matches()))
                throw new Refusal("--majority must be OPTION=RATIO, such as 2=3:1 or 2=1.5, not " + each + ".");
            try {
                ratios.put(
                        option(ballots, each.substring(0, at)),
                        new Ratio(
                                new BigDecimal(parts[0]),
                                parts.length == 2 ? new BigDecimal(parts[1]) : BigDecimal.ONE));
            } catch (IllegalArgumentException e) {
                throw new Refusal("A majority is at least 1:1, not " + each.substring(at + 1) + ".", e);
            }
        }
        return ratios;
    }

    private static int option(BallotFile ballots, String text) {
        int named = ballots.options().indexOf(text) + 1;
        if (named > 0) return named;
        if (!text.matches("[0-9]{1,9}")
                || Integer.parseInt(text) < 1
                || Integer.parseInt(text) > ballots.options().size())
            throw new Refusal("There is no option " + text + " in " + ballots.name() + ".");
        return Integer.parseInt(text);
    }

    private static <E extends Enum<E>> E of(Class<E> kind, String text, String what) {
        for (E each : kind.getEnumConstants()) if (each.name().equalsIgnoreCase(text.replace('-', '_'))) return each;
        throw new Refusal("There is no " + what + " " + text + " (see: mainline tally --help).");
    }
}
