package mainline.invitations;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mainline.community.Here;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Option;
import mainline.look.Page;
import mainline.people.People;
import mainline.people.Person;
import mainline.people.Secret;
import mainline.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For members: the invitations that hold, a new one, and ending one. */
@Controller
@RequestMapping("/{community}/invitations")
class InvitationPages {
    /**
     * @param made the address of the one just made, shown this once
     * @param join where everybody can join a community that everybody may read
     */
    record Show(
            Here here,
            List<InvitationLink> links,
            Map<PersonId, Person> people,
            List<Option> days,
            Form form,
            @Nullable String made,
            String join) {}

    private final InvitationLinks links;
    private final People people;
    private final Settings settings;

    InvitationPages(InvitationLinks links, People people, Settings settings) {
        this.links = links;
        this.people = people;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView list(Here here) {
        here.member();
        return Page.show("invitations/invitations", page(here, Form.of(Map.of("days", "7")), null));
    }

    @PostMapping
    ModelAndView make(Here here, @RequestParam Map<String, String> fields) {
        try {
            Secret key = links.make(here.member(), fields.getOrDefault("note", ""), Form.whole(fields.get("days")));
            String address = settings.address("/join/" + key.text());
            return Page.show("invitations/invitations", page(here, Form.of(Map.of("days", "7")), address));
        } catch (Refused refused) {
            return Page.refuse("invitations/invitations", page(here, Form.refused(fields, refused), null));
        }
    }

    @DeleteMapping("/{n:\\d{1,9}}")
    ModelAndView end(Here here, @PathVariable int n) {
        links.end(here.member(), n);
        return Page.go(here.path("invitations"), "invitations.ended");
    }

    private Show page(Here here, Form form, @Nullable String made) {
        List<InvitationLink> held = links.of(here.id());
        List<Option> days = Stream.of(1, 7, 30)
                .map(n -> new Option("" + n, here.say("invitations.days", n)))
                .toList();
        return new Show(
                here,
                held,
                people.all(held.stream().map(InvitationLink::by).toList()),
                days,
                form,
                made,
                settings.address(here.path("join")));
    }
}
