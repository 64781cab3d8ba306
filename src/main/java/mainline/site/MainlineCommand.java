package mainline.site;

import mainline.platform.Refusal;
import mainline.platform.Stopping;
import mainline.platform.WrongSetting;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The command line. Every error is one line; {@code --verbose} adds where it came from. */
@Command(
        name = "mainline",
        description = "Run a community like an open-source project.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            ImportCommand.class,
            RecordCommand.class,
            UserCommand.class,
            VerifyCommand.class,
            TallyCommand.class,
            VersionCommand.class
        })
public final class MainlineCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show what a command does and takes.")
    @SuppressWarnings("UnusedVariable") // Its being there is what counts.
    private boolean help;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show where an error came from.")
    private boolean verbose;

    /** Work of some seconds on every processor must not keep the others from theirs: the system shares time among these. */
    private static final int AT_THE_SAME_TIME = 16;

    public static void main(String[] arguments) {
        Stopping.watch();
        System.setProperty(
                "jdk.virtualThreadScheduler.parallelism",
                Integer.toString(Math.max(AT_THE_SAME_TIME, Runtime.getRuntime().availableProcessors())));
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        var command = new MainlineCommand();
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, line, parsed) -> command.refuse(e))
                .setParameterExceptionHandler(MainlineCommand::explain)
                .execute(arguments);
    }

    private int refuse(Exception e) {
        if (verbose) e.printStackTrace();
        System.err.println("mainline: " + reason(e));
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static int explain(ParameterException e, String[] arguments) {
        System.err.println("mainline: " + firstLine(e) + " (see: "
                + e.getCommandLine().getCommandSpec().qualifiedName() + " --help)");
        return CommandLine.ExitCode.USAGE;
    }

    private static String reason(Throwable error) {
        Throwable root = error;
        for (Throwable at = error; at != null; at = at.getCause()) {
            if (at instanceof Refusal) return firstLine(at);
            if (at instanceof PortInUseException taken) return "Port " + taken.getPort() + " is already in use.";
            root = at;
        }
        Refusal setting = WrongSetting.in(error);
        if (setting != null) return firstLine(setting);
        return firstLine(root) + " (" + root.getClass().getSimpleName() + "; --verbose shows more)";
    }

    private static String firstLine(Throwable error) {
        return String.valueOf(error.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
