package mainline.exchange;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Here;
import mainline.community.Member;
import mainline.community.Visibility;
import mainline.kernel.Missing;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Option;
import mainline.look.Page;
import mainline.people.Person;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** At a handbook that others may begin from: who has, and the ways to do it. */
@Controller
@RequestMapping("/{community}/forks")
class ForkPages {
    /**
     * @param mine communities of the viewer whose handbooks are as they were founded
     * @param visibilities empty where a fork can only be for members
     */
    record Show(Here here, List<Community> forks, List<Option> mine, List<Option> visibilities, Form form) {}

    private final Forks forks;
    private final Communities communities;

    ForkPages(Forks forks, Communities communities) {
        this.forks = forks;
        this.communities = communities;
    }

    @GetMapping
    ModelAndView list(Here here) {
        return Page.show("exchange/forks", page(here, Form.of(Map.of("visibility", "EVERYBODY"))));
    }

    /** A new community, in the time zone of this one until its members say otherwise. */
    @PostMapping
    ModelAndView found(Here here, @RequestParam Map<String, String> fields) {
        try {
            boolean closed = here.community().isForMembersOnly() || "MEMBERS".equals(fields.get("visibility"));
            Community made = forks.found(
                    here.community(),
                    fields.getOrDefault("name", ""),
                    fields.getOrDefault("statement", ""),
                    here.community().zone().getId(),
                    closed ? Visibility.MEMBERS : Visibility.EVERYBODY,
                    here.viewer().id());
            return Page.go("/" + made.slug() + "/handbook", "fork.begun");
        } catch (Refused refused) {
            return Page.refuse("exchange/forks", page(here, Form.refused(fields, refused)));
        }
    }

    /** A community that is there already. */
    @PostMapping("/mine")
    ModelAndView begin(Here here, @RequestParam(defaultValue = "") String into) {
        PersonId person = here.viewer().id();
        Community mine = communities.of(person).stream()
                .filter(community -> community.slug().equals(into))
                .findFirst()
                .orElseThrow(() -> new Missing("community " + into));
        try {
            forks.begin(new Member(mine.id(), person), here.community());
            return Page.go("/" + mine.slug() + "/handbook", "fork.begun");
        } catch (Refused refused) {
            return Page.refuse("exchange/forks", page(here, Form.refused(Map.of("into", into), refused)));
        }
    }

    private Show page(Here here, Form form) {
        Person viewer = here.person();
        PersonId person = viewer == null ? null : viewer.id();
        List<Option> mine = person == null
                ? List.of()
                : communities.of(person).stream()
                        .filter(community -> !community.id().equals(here.id()))
                        .filter(community -> forks.mayBegin(new Member(community.id(), person)))
                        .map(community -> new Option(community.slug(), community.name()))
                        .toList();
        List<Option> visibilities = here.community().isForMembersOnly()
                ? List.of()
                : Stream.of(Visibility.values())
                        .map(each -> new Option(
                                each.name(),
                                here.say("community.visibility." + each),
                                here.say("community.visibility." + each + ".note")))
                        .toList();
        return new Show(here, forks.of(here.id(), person), mine, visibilities, form);
    }
}
