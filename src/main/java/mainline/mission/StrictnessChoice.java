package mainline.mission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mainline.decisions.Rules;
import mainline.decisions.Strictness;
import mainline.look.Option;
import mainline.look.Shell;

/** How hard it is to decide, as the field {@code strictness} of a form. */
public final class StrictnessChoice {
    static final String OWN = "OWN";

    private StrictnessChoice() {}

    public static List<Option> options(Shell shell) {
        return Stream.of(Strictness.values())
                .map(each -> option(shell, each.name()))
                .toList();
    }

    /** The three, and that each number stands for itself. */
    static List<Option> optionsOrOwn(Shell shell) {
        List<Option> options = new ArrayList<>(options(shell));
        options.add(option(shell, OWN));
        return options;
    }

    private static Option option(Shell shell, String name) {
        return new Option(name, shell.say("rules.strictness." + name), shell.say("rules.strictness." + name + ".note"));
    }

    static String of(Rules rules) {
        return Strictness.of(rules).map(Strictness::name).orElse(OWN);
    }

    public static Optional<Strictness> read(Map<String, String> fields) {
        return find(fields.getOrDefault("strictness", ""));
    }

    /** The choice in a form that shows the numbers as well: they count where the choice is the one that stood there before. */
    static Optional<Strictness> readAnother(Map<String, String> fields) {
        return read(fields).filter(chosen -> !chosen.name().equals(fields.getOrDefault("strictness-before", "")));
    }

    private static Optional<Strictness> find(String name) {
        return Stream.of(Strictness.values())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }
}
