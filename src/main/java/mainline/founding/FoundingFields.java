package mainline.founding;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import mainline.community.Visibility;
import mainline.look.Option;
import mainline.look.Shell;
import mainline.mission.FoundingDraft;
import mainline.mission.VisibilityChoice;

/** What every form asks by which a community begins. */
public record FoundingFields(List<Option> zones, List<Option> visibilities) {
    /** What stands in them before anybody chose. */
    public static final Map<String, String> USUAL = Map.of("zone", "UTC", "visibility", Visibility.EVERYBODY.name());

    /** The zones people know by a city, without abbreviations and offsets. */
    private static final List<Option> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.equals("UTC")
                    || zone.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
            .sorted()
            .map(zone -> new Option(zone, zone.replace('_', ' ')))
            .toList();

    public static FoundingFields of(Shell shell) {
        return new FoundingFields(ZONES, VisibilityChoice.options(shell));
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
