package mainline.mission;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mainline.community.Visibility;
import mainline.look.Option;
import mainline.look.Shell;

/** Who may read a community, as the field {@code visibility} of a form. */
public final class VisibilityChoice {
    private VisibilityChoice() {}

    public static List<Option> options(Shell shell) {
        return Stream.of(Visibility.values())
                .map(each -> new Option(
                        each.name(),
                        shell.say("community.visibility." + each),
                        shell.say("community.visibility." + each + ".note")))
                .toList();
    }

    public static Visibility read(Map<String, String> fields, Visibility otherwise) {
        return switch (fields.getOrDefault("visibility", "")) {
            case "EVERYBODY" -> Visibility.EVERYBODY;
            case "MEMBERS" -> Visibility.MEMBERS;
            default -> otherwise;
        };
    }
}
