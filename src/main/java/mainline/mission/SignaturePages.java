package mainline.mission;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainline.community.Here;
import mainline.kernel.Cursor;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.look.Page;
import mainline.people.People;
import mainline.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The names under a ratified version. */
@Controller
@RequestMapping("/{community}/mission/signatures")
class SignaturePages {
    private static final int SIZE = 100;

    private final Signatories signatories;
    private final Charters charters;
    private final People people;

    SignaturePages(Signatories signatories, Charters charters, People people) {
        this.signatories = signatories;
        this.charters = charters;
        this.people = people;
    }

    record Index(
            Here here,
            Charter charter,
            int count,
            List<Person> people,
            @Nullable Cursor next) {}

    @GetMapping
    ModelAndView list(
            Here here, @RequestParam(defaultValue = "0") int version, @RequestParam(defaultValue = "0") long after) {
        Charter charter = version > 0
                ? charters.find(here.id(), version).orElseThrow(() -> new Missing("version " + version))
                : charters.current(here.id());
        Paged<PersonId> page = signatories.list(here.id(), charter.version(), after, SIZE);
        Map<PersonId, Person> known = people.all(page.items());
        List<Person> signed =
                page.items().stream().map(known::get).filter(Objects::nonNull).toList();
        return Page.show(
                "mission/signatures",
                new Index(here, charter, signatories.count(here.id(), charter.version()), signed, page.next()));
    }

    @PostMapping
    ModelAndView sign(Here here, @RequestParam(defaultValue = "0") int version) {
        signatories.sign(here.member(), version);
        return Page.go(here.path("mission"), "mission.signed");
    }

    @DeleteMapping
    ModelAndView takeBack(Here here, @RequestParam(defaultValue = "0") int version) {
        signatories.takeBack(here.member(), version);
        return Page.go(here.path("mission"), "mission.unsigned");
    }
}
