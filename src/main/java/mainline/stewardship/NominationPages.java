package mainline.stewardship;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import mainline.community.Communities;
import mainline.community.Here;
import mainline.community.MeantPeople;
import mainline.community.Member;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.Escalations;
import mainline.decisions.Method;
import mainline.decisions.Stage;
import mainline.handbook.Area;
import mainline.handbook.Handbook;
import mainline.handbook.HandbookPage;
import mainline.handbook.PagePaths;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.look.Form;
import mainline.look.Option;
import mainline.look.Page;
import mainline.people.People;
import mainline.people.Person;
import mainline.record.HandbookPart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Putting somebody forward, their answer, and what the community makes of it. */
@Controller
@RequestMapping("/{community}/stewards/nominations")
class NominationPages {
    private static final int MOST_PAGES = 1000;
    private static final int MOST_NAMES = 100;
    private static final int MOST_DEEDS = 8;
    private static final int FEW = 12;

    private final Nominations nominations;
    private final RosterFile rosterFile;
    private final Handbook handbook;
    private final Decisions decisions;
    private final Escalations escalations;
    private final Communities communities;
    private final People people;
    private final MeantPeople meant;
    private final List<AreaDeeds> deeds;

    NominationPages(
            Nominations nominations,
            RosterFile rosterFile,
            Handbook handbook,
            Decisions decisions,
            Escalations escalations,
            Communities communities,
            People people,
            MeantPeople meant,
            List<AreaDeeds> deeds) {
        this.nominations = nominations;
        this.rosterFile = rosterFile;
        this.handbook = handbook;
        this.decisions = decisions;
        this.escalations = escalations;
        this.communities = communities;
        this.people = people;
        this.meant = meant;
        this.deeds = deeds;
    }

    /** @param members to choose from; empty when there are too many, and a handle is asked for */
    record Compose(Here here, Form form, List<Option> areas, List<Option> members) {}

    @GetMapping("/new")
    ModelAndView compose(
            Here here, @RequestParam(defaultValue = "") String area, @RequestParam(defaultValue = "") String person) {
        here.member();
        return Page.show("stewardship/nominate", compose(here, Form.of(Map.of("area", "/" + area, "person", person))));
    }

    private Compose compose(Here here, Form form) {
        return new Compose(here, form, areas(here, form.value("area")), members(here));
    }

    /** The areas of the file and the folders of the handbook; each begins with a slash, so that the whole has a value too. */
    private List<Option> areas(Here here, String chosen) {
        TreeMap<String, Option> areas = new TreeMap<>();
        for (HandbookPage page : handbook.within(here.id(), "", "", MOST_PAGES))
            for (String folder = PagePaths.folder(page.path()); !folder.isEmpty(); folder = PagePaths.folder(folder))
                areas.putIfAbsent(folder, option(here, "/" + folder));
        for (Area area : rosterFile.roster(here.id()).areas())
            areas.put(area.path(), new Option("/" + area.path(), here.say(area.title())));
        if (!chosen.isEmpty()) areas.putIfAbsent(chosen.substring(1), option(here, chosen));
        return List.copyOf(areas.values());
    }

    private static Option option(Here here, String path) {
        return new Option(path, here.say(HandbookPart.title(path)));
    }

    private List<Option> members(Here here) {
        Paged<PersonId> members = communities.members(here.id(), 0, MOST_NAMES);
        if (members.next() != null) return List.of();
        return people.all(members.items()).values().stream()
                .sorted(Comparator.comparing(Person::name))
                .map(person -> new Option(person.handle(), person.name() + " (@" + person.handle() + ")"))
                .toList();
    }

    @PostMapping
    ModelAndView nominate(
            Here here,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String interest) {
        Member by = here.member();
        try {
            new Refused.Check().text(person, "person", 200).orRefuse();
            Person nominee = meant.member(by.community(), person, "person", "steward.member-only");
            Nomination nomination = nominations.nominate(by, area, nominee.id(), reason, interest);
            String done = nomination.state() instanceof Nomination.Asked ? "nomination.asked" : "nomination.open";
            return Page.go(here.path(nomination.path()), done);
        } catch (Refused refused) {
            Map<String, String> fields = Map.of("area", area, "person", person, "reason", reason, "interest", interest);
            return Page.refuse("stewardship/nominate", compose(here, Form.refused(fields, refused)));
        }
    }

    /**
     * @param decision as it stands now; null before the nominee accepted
     * @param agreed who said yes, those who asked and were asked among them
     */
    record Show(
            Here here,
            Form form,
            Nomination nomination,
            Person nominee,
            Person by,
            String area,
            List<Eligibility.Verdict> verdicts,
            List<Reason> summary,
            List<Deed> deeds,
            @Nullable Decision decision,
            List<Person> agreed) {

        boolean asksViewer() {
            return nomination.state() instanceof Nomination.Asked && here.isMember() && here.isViewer(nominee.id());
        }

        boolean isByViewer() {
            return here.isMember() && here.isViewer(by.id());
        }

        boolean isBySilence() {
            return decision != null
                    && decision.method() == Method.LAZY_CONSENSUS
                    && decision.stage() instanceof Stage.Open;
        }

        boolean isVoting() {
            return decision != null && decision.stage() instanceof Stage.Open;
        }

        boolean mayAgree() {
            return isBySilence() && here.isMember() && agreed.stream().noneMatch(person -> here.isViewer(person.id()));
        }

        boolean isYoung() {
            return here.community().isYoung(here.shell().now());
        }

        /** In a large community nobody waits for all to speak. */
        boolean isAmongFew() {
            return decision != null && decision.eligible() <= FEW;
        }
    }

    @GetMapping("/{number:\\d{1,18}}")
    ModelAndView show(Here here, @PathVariable long number) {
        return Page.show("stewardship/nomination", page(here, find(here, number), Form.empty()));
    }

    private Nomination find(Here here, long number) {
        PersonId viewer = here.person() == null ? null : here.person().id();
        return nominations
                .find(here.id(), number)
                .filter(found -> found.isFor(viewer))
                .orElseThrow(() -> new Missing("nomination " + number));
    }

    private Show page(Here here, Nomination nomination, Form form) {
        Area area = rosterFile.area(here.id(), nomination.area());
        List<Deed> done = new ArrayList<>();
        List<Reason> summary = new ArrayList<>();
        for (AreaDeeds source : deeds) {
            done.addAll(source.of(here.id(), nomination.nominee(), area, MOST_DEEDS));
            summary.addAll(source.summary(here.id(), nomination.nominee(), area));
        }
        done.sort(Comparator.comparing(Deed::at).reversed());
        Set<PersonId> agreed = nominations.agreed(nomination.subject());
        Map<PersonId, Person> known = people.all(agreed);
        return new Show(
                here,
                form,
                nomination,
                people.get(nomination.nominee()),
                people.get(nomination.by()),
                here.say(area.words()),
                nomination.isOpen()
                        ? nominations.verdicts(here.id(), nomination.nominee(), nomination.area())
                        : List.of(),
                summary,
                done.stream().limit(MOST_DEEDS).toList(),
                decision(nomination),
                agreed.stream().map(known::get).filter(Objects::nonNull).toList());
    }

    private @Nullable Decision decision(Nomination nomination) {
        Subject asked = nomination.decision();
        if (asked == null) return null;
        return decisions.get(asked.community(), escalations.latest(asked).number());
    }

    @PostMapping("/{number:\\d{1,18}}/acceptance")
    ModelAndView accept(Here here, @PathVariable long number) {
        return act(here, number, "nomination.accepted", nomination -> nominations.accept(here.member(), nomination));
    }

    @PostMapping("/{number:\\d{1,18}}/refusal")
    ModelAndView decline(Here here, @PathVariable long number) {
        return act(here, number, "nomination.declined", nomination -> nominations.decline(here.member(), nomination));
    }

    @PostMapping("/{number:\\d{1,18}}/withdrawal")
    ModelAndView withdraw(Here here, @PathVariable long number) {
        return act(here, number, "nomination.withdrawn", nomination -> nominations.withdraw(here.member(), nomination));
    }

    @PostMapping("/{number:\\d{1,18}}/agreements")
    ModelAndView agree(Here here, @PathVariable long number) {
        return act(here, number, "nomination.agreed", nomination -> nominations.agree(here.member(), nomination));
    }

    private interface Act {
        void on(Subject nomination);
    }

    private ModelAndView act(Here here, long number, String notice, Act act) {
        here.member();
        Nomination nomination = find(here, number);
        try {
            act.on(nomination.subject());
            return Page.go(here.path(nomination.path()), notice);
        } catch (Refused refused) {
            Form form = Form.refused(Map.of(), refused);
            return Page.refuse("stewardship/nomination", page(here, find(here, number), form));
        }
    }
}
