package mainline.founding;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mainline.community.Visibility;
import mainline.look.Option;
import mainline.look.Shell;
import mainline.mission.FoundingDraft;
import mainline.mission.VisibilityChoice;

/** What every form asks by which a community begins. */
public record FoundingFields(List<Option> zones, List<Option> visibilities, List<Option> starts) {
    /** What stands in them before anybody chose. */
    public static final Map<String, String> USUAL =
            Map.of("zone", "UTC", "visibility", Visibility.EVERYBODY.name(), "start", Start.ASSOCIATION.name());

    /** The zones people know by a city, without abbreviations and offsets. */
    private static final List<Option> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.equals("UTC")
                    || zone.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
            .sorted()
            .map(zone -> new Option(zone, zone.replace('_', ' ')))
            .toList();

    public static FoundingFields of(Shell shell) {
        List<Option> starts = Stream.of(Start.values())
                .map(start -> new Option(
                        start.name(),
                        shell.say("founding.start." + start),
                        shell.say("founding.start." + start + ".note")))
                .toList();
        return new FoundingFields(ZONES, VisibilityChoice.options(shell), starts);
    }

    /** Nothing ready where the form does not say. */
    public static Start start(Map<String, String> fields) {
        return Stream.of(Start.values())
                .filter(start -> start.name().equals(fields.get("start")))
                .findFirst()
                .orElse(Start.EMPTY);
    }

    /** @param name what the field for the name of the community is called */
    public static FoundingDraft read(Map<String, String> fields, String name) {
        return new FoundingDraft(
                fields.getOrDefault(name, ""),
                fields.getOrDefault("slug", ""),
                fields.getOrDefault("zone", "UTC"),
                fields.getOrDefault("statement", ""),
                VisibilityChoice.read(fields, Visibility.EVERYBODY),
                List.of());
    }
}
