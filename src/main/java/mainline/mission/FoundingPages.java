package mainline.mission;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import mainline.community.Community;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Option;
import mainline.look.Page;
import mainline.look.Shell;
import mainline.people.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class FoundingPages {
    /** The zones people know by a city, without abbreviations and offsets. */
    static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.equals("UTC")
                    || zone.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
            .sorted()
            .toList();

    private final Founding founding;

    FoundingPages(Founding founding) {
        this.founding = founding;
    }

    @GetMapping("/communities/new")
    ModelAndView compose(Visitor visitor) {
        visitor.id();
        return Page.show("mission/found", found(visitor, Form.of(Map.of("zone", "UTC", "visibility", "EVERYBODY"))));
    }

    record Found(Shell shell, Form form, List<String> zones, List<Option> visibilities) {}

    private static Found found(Visitor visitor, Form form) {
        return new Found(visitor.shell(), form, ZONES, VisibilityPages.options(visitor.shell()));
    }

    @PostMapping("/communities")
    ModelAndView found(Visitor visitor, @RequestParam Map<String, String> fields) {
        try {
            Community community = founding.found(
                    fields.getOrDefault("name", ""),
                    fields.getOrDefault("slug", ""),
                    fields.getOrDefault("zone", "UTC"),
                    fields.getOrDefault("statement", ""),
                    VisibilityPages.chosen(fields),
                    visitor.id());
            return Page.go("/" + community.slug(), "community.founded");
        } catch (Refused refused) {
            return Page.refuse("mission/found", found(visitor, Form.refused(fields, refused)));
        }
    }
}
