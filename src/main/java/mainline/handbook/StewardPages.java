package mainline.handbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import mainline.community.Communities;
import mainline.community.Here;
import mainline.community.Member;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Option;
import mainline.look.Page;
import mainline.people.People;
import mainline.people.Person;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who oversees what; stewards name others and step down. */
@Controller
@RequestMapping("/{community}/stewards")
class StewardPages {
    private static final int MOST_PAGES = 1000;

    private final Areas areas;
    private final Stewards stewards;
    private final Handbook handbook;
    private final Communities communities;
    private final People people;

    StewardPages(Areas areas, Stewards stewards, Handbook handbook, Communities communities, People people) {
        this.areas = areas;
        this.stewards = stewards;
        this.handbook = handbook;
        this.communities = communities;
        this.people = people;
    }

    /** The stewards of one folder, {@code area}. */
    record Overseen(String area, List<Steward> stewards) {}

    record Show(
            Here here,
            Form form,
            Ruling ruling,
            List<Overseen> areas,
            Map<PersonId, Person> people,
            List<String> mine,
            List<Option> folders) {
        boolean isViewer(Steward steward) {
            return here.isMember() && here.isViewer(steward.person());
        }
    }

    @GetMapping
    ModelAndView show(Here here) {
        return Page.show("handbook/stewards", page(here, Form.empty()));
    }

    private Show page(Here here, Form form) {
        Ruling ruling = areas.of(here.id());
        List<Steward> all = ruling.all();
        Map<String, List<Steward>> byArea = new LinkedHashMap<>();
        all.forEach(
                s -> byArea.computeIfAbsent(s.area(), area -> new ArrayList<>()).add(s));
        List<PersonId> named = new ArrayList<>();
        for (Steward steward : all) {
            named.add(steward.person());
            if (steward.appointedBy() != null) named.add(steward.appointedBy());
        }
        List<String> mine = all.stream()
                .filter(s -> here.isMember() && here.isViewer(s.person()))
                .map(Steward::area)
                .toList();
        return new Show(
                here,
                form,
                ruling,
                byArea.entrySet().stream()
                        .map(e -> new Overseen(e.getKey(), e.getValue()))
                        .toList(),
                people.all(named),
                mine,
                folders(here, mine));
    }

    private List<Option> folders(Here here, List<String> mine) {
        TreeSet<String> folders = new TreeSet<>(mine);
        for (HandbookPage page : handbook.within(here.id(), "", "", MOST_PAGES)) {
            for (String folder = PagePaths.folder(page.path()); !folder.isEmpty(); folder = PagePaths.folder(folder)) {
                String below = folder;
                if (mine.stream().anyMatch(area -> PagePaths.isWithin(below, area))) folders.add(below);
            }
        }
        return folders.stream()
                .map(folder -> new Option(folder, folder.isEmpty() ? here.say("steward.whole") : folder))
                .toList();
    }

    @PostMapping
    ModelAndView name(
            Here here, @RequestParam(defaultValue = "") String area, @RequestParam(defaultValue = "") String person) {
        Member by = here.member();
        try {
            Person named = people.byHandle(person.strip().replaceFirst("^@", ""))
                    .filter(found -> communities.isMember(here.id(), found.id()))
                    .orElseThrow(() -> Refused.because("person", "steward.member-only"));
            stewards.name(by, area, named.id());
            return Page.go(here.path("stewards"), "steward.named");
        } catch (Refused refused) {
            Form form = Form.refused(Map.of("area", area, "person", person), refused);
            return Page.refuse("handbook/stewards", page(here, form));
        }
    }

    @DeleteMapping("/mine")
    ModelAndView stepDown(Here here, @RequestParam(defaultValue = "") String area) {
        try {
            stewards.stepDown(here.member(), area);
            return Page.go(here.path("stewards"), "steward.stepped-down");
        } catch (Refused refused) {
            return Page.refuse("handbook/stewards", page(here, Form.refused(Map.of(), refused)));
        }
    }
}
