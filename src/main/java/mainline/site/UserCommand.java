package mainline.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import mainline.kernel.Missing;
import mainline.kernel.Refused;
import mainline.people.People;
import mainline.platform.Refusal;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "user",
        description = "Make accounts and let people back in.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {UserCommand.Create.class, UserCommand.ResetPassword.class})
final class UserCommand {
    @Command(name = "create", description = "Make an account; the first one of all runs the installation.")
    static final class Create implements Callable<Integer> {
        @Mixin
        private DataOption folder = new DataOption();

        @Parameters(index = "0", paramLabel = "NAME", description = "The name people see.")
        private String name = "";

        @Parameters(index = "1", paramLabel = "MAIL", description = "The address to sign in with.")
        private String mail = "";

        @Option(names = "--password-stdin", description = "Read the password from the standard input.")
        private boolean fromInput;

        @Override
        public Integer call() throws IOException {
            var password = password(fromInput);
            return new Launch().data(folder.data).work(context -> {
                var person = said(context, () -> context.getBean(People.class).create(name, mail, password));
                System.out.println("Created " + person.name() + " (" + person.handle() + ").");
                return 0;
            });
        }
    }

    @Command(
            name = "reset-password",
            description = "Print a link that sets a new password once, or set it from the standard input.")
    static final class ResetPassword implements Callable<Integer> {
        @Mixin
        private DataOption folder = new DataOption();

        @Parameters(paramLabel = "MAIL", description = "The address the person signs in with.")
        private String mail = "";

        @Option(names = "--password-stdin", description = "Set the password read from the standard input.")
        private boolean fromInput;

        @Override
        public Integer call() throws IOException {
            var password = fromInput ? password(true) : "";
            return new Launch().data(folder.data).work(context -> {
                var people = context.getBean(People.class);
                System.out.println(said(context, () -> {
                    if (!fromInput) return people.resetLink(mail);
                    people.setPassword(mail, password);
                    return "The password is set, and every session of this person is ended.";
                }));
                return 0;
            });
        }
    }

    private static String password(boolean fromInput) throws IOException {
        if (fromInput) {
            var line = new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
            if (line == null) throw new Refusal("There is no password on the standard input.");
            return line;
        }
        var console = Objects.requireNonNull(System.console());
        if (!console.isTerminal())
            throw new Refusal("There is no terminal to ask for a password on; use --password-stdin.");
        var first = console.readPassword("Password: ");
        var second = console.readPassword("Once more: ");
        if (first == null || second == null || !new String(first).equals(new String(second)))
            throw new Refusal("The two passwords differ.");
        return new String(first);
    }

    private static <T> T said(ApplicationContext context, Supplier<T> act) {
        try {
            return act.get();
        } catch (Refused refused) {
            throw new Refusal(
                    refused.problems().values().stream()
                            .map(reason -> context.getMessage(
                                    reason.key(), reason.gaps().toArray(), Locale.ENGLISH))
                            .collect(joining(" ")),
                    refused);
        } catch (Missing missing) {
            throw new Refusal("Nobody has this address.", missing);
        }
    }
}
