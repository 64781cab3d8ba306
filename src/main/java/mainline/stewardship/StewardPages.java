package mainline.stewardship;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mainline.community.Here;
import mainline.decisions.Decisions;
import mainline.decisions.Stage;
import mainline.handbook.Area;
import mainline.handbook.Roster;
import mainline.handbook.Steward;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.look.Bars;
import mainline.look.Form;
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

/** Who oversees what, for how long, and what is being asked about it; stewards stay on or step down here. */
@Controller
@RequestMapping("/{community}/stewards")
class StewardPages {
    private static final int MOST = 50;
    private static final int VERSIONS = 10;

    private final RosterFile rosterFile;
    private final Nominations nominations;
    private final NominationStore store;
    private final Recalls recalls;
    private final Tenures tenures;
    private final Warnings warnings;
    private final StewardHistory history;
    private final Decisions decisions;
    private final People people;

    StewardPages(
            RosterFile rosterFile,
            Nominations nominations,
            NominationStore store,
            Recalls recalls,
            Tenures tenures,
            Warnings warnings,
            StewardHistory history,
            Decisions decisions,
            People people) {
        this.rosterFile = rosterFile;
        this.nominations = nominations;
        this.store = store;
        this.recalls = recalls;
        this.tenures = tenures;
        this.warnings = warnings;
        this.history = history;
        this.decisions = decisions;
        this.people = people;
    }

    /** @param nomination by which they came, if they came by one */
    record Seated(Steward steward, Person person, @Nullable Nomination nomination) {}

    /** @param around those of the areas around it, who oversee it as well */
    record Overseen(
            Area area,
            String title,
            List<Seated> stewards,
            List<Person> emeriti,
            List<Person> around,
            List<Reason> rules) {}

    /** An area of the viewer's own. */
    record Own(String area, String title, Term term, boolean renewable, boolean thanked) {}

    record Show(
            Here here,
            Form form,
            List<Warning> warnings,
            List<Overseen> areas,
            Bars coverage,
            List<Own> own,
            List<Nomination> nominations,
            List<Recall> recalls,
            List<StewardHistory.Version> versions,
            Map<PersonId, Person> people,
            Map<String, String> titles,
            Map<Subject, Instant> ending) {
        /** When the decision ends; null when it is over, or none was opened. */
        @Nullable
        Instant ends(@Nullable Subject decision) {
            return decision == null ? null : ending.get(decision);
        }

        boolean isViewer(PersonId person) {
            return here.isViewer(person);
        }

        String title(String area) {
            return titles.getOrDefault(area, "/" + area);
        }
    }

    @GetMapping
    ModelAndView show(Here here) {
        return Page.show("stewardship/stewards", page(here, Form.empty()));
    }

    private Show page(Here here, Form form) {
        Roster roster = rosterFile.roster(here.id());
        List<Nomination> open = open(here);
        List<Recall> asked = recalls.open(here.id(), MOST);
        Map<PersonId, Person> known = people.all(named(roster, open, asked));
        Map<String, Nomination> came = store.lastConfirmed(here.id());
        List<Overseen> areas = roster.areas().stream()
                .map(area -> overseen(here, roster, area, known, came))
                .toList();
        return new Show(
                here,
                form,
                warnings.of(roster),
                areas,
                coverage(here, roster, areas),
                own(here),
                open,
                asked,
                history.of(here.id(), VERSIONS),
                known,
                titles(here, open, asked),
                ending(open, asked));
    }

    /** Those that wait for an answer, which only the two concerned may see, and those that the community decides. */
    private List<Nomination> open(Here here) {
        List<Nomination> open = new ArrayList<>();
        if (here.isMember())
            nominations.concerning(here.member(), MOST).stream()
                    .filter(each -> each.decision() == null)
                    .forEach(open::add);
        open.addAll(nominations.deciding(here.id(), MOST));
        return open;
    }

    private Map<String, String> titles(Here here, List<Nomination> open, List<Recall> asked) {
        Map<String, String> titles = new HashMap<>();
        for (Nomination each : open) titles.putIfAbsent(each.area(), inSentence(here, each.area()));
        for (Recall each : asked) titles.putIfAbsent(each.area(), inSentence(here, each.area()));
        return titles;
    }

    private Map<Subject, Instant> ending(List<Nomination> open, List<Recall> asked) {
        Map<Subject, Instant> ending = new HashMap<>();
        Stream.concat(open.stream().map(Nomination::decision), asked.stream().map(Recall::decision))
                .filter(Objects::nonNull)
                .map(subject -> decisions.get(subject.community(), subject.number()))
                .filter(decision -> decision.stage() instanceof Stage.Open)
                .forEach(decision -> ending.put(decision.subject(), decision.ends()));
        return ending;
    }

    private static List<PersonId> named(Roster roster, List<Nomination> open, List<Recall> asked) {
        List<PersonId> named = new ArrayList<>();
        roster.areas().forEach(area -> {
            area.stewards().forEach(steward -> named.add(steward.person()));
            named.addAll(area.emeriti());
        });
        open.forEach(each -> named.addAll(List.of(each.nominee(), each.by())));
        asked.forEach(each -> named.addAll(List.of(each.steward(), each.by())));
        return named;
    }

    private Overseen overseen(
            Here here, Roster roster, Area area, Map<PersonId, Person> known, Map<String, Nomination> came) {
        List<Seated> stewards = new ArrayList<>();
        for (Steward steward : area.stewards()) {
            Person person = known.get(steward.person());
            if (person != null)
                stewards.add(new Seated(steward, person, came.get(NominationStore.key(area.path(), person.id()))));
        }
        List<PersonId> own = area.stewards().stream().map(Steward::person).toList();
        List<Person> around = roster.stewardsOf(area.path()).stream()
                .map(Steward::person)
                .filter(person -> !own.contains(person))
                .map(known::get)
                .filter(Objects::nonNull)
                .toList();
        List<Person> emeriti =
                area.emeriti().stream().map(known::get).filter(Objects::nonNull).toList();
        return new Overseen(
                area, here.say(area.title()), stewards, emeriti, around, RuleWords.of(roster.rules(area.path())));
    }

    private String inSentence(Here here, String path) {
        return here.say(rosterFile.area(here.id(), path).words());
    }

    private String title(Here here, String path) {
        return here.say(rosterFile.area(here.id(), path).title());
    }

    private static Bars coverage(Here here, Roster roster, List<Overseen> areas) {
        List<Bars.Bar> bars = areas.stream()
                .map(area -> {
                    int all = roster.stewardsOf(area.area().path()).size();
                    String text = area.around().isEmpty()
                            ? here.say("stewards.coverage.own", all)
                            : here.say(
                                    "stewards.coverage.around",
                                    all,
                                    area.around().size());
                    return new Bars.Bar(area.title(), text, all, "");
                })
                .toList();
        return new Bars(bars, Warnings.ENOUGH, here.say("stewards.coverage.enough", Warnings.ENOUGH));
    }

    private List<Own> own(Here here) {
        if (!here.isMember()) return List.of();
        LocalDate today = rosterFile.today(here.id());
        PersonId viewer = here.member().person();
        return tenures.held(here.id(), viewer).stream()
                .map(held -> new Own(
                        held.area(),
                        title(here, held.area()),
                        held.term(),
                        held.term().daysLeft(today) <= Nominations.RENEWABLE_DAYS
                                && !nominations.isOpen(here.id(), held.area(), viewer),
                        held.term().isFullYear(today)))
                .toList();
    }

    /** Another term: a nomination of oneself. */
    @PostMapping("/terms")
    ModelAndView stayOn(Here here, @RequestParam(defaultValue = "") String area) {
        try {
            Nomination nomination =
                    nominations.nominate(here.member(), area, here.member().person(), here.say("term.stay.reason"), "");
            return Page.go(here.path(nomination.path()), "nomination.open");
        } catch (Refused refused) {
            return refuse(here, refused);
        }
    }

    @DeleteMapping("/mine")
    ModelAndView stepDown(
            Here here, @RequestParam(defaultValue = "") String area, @RequestParam(defaultValue = "") String thanked) {
        try {
            tenures.stepDown(here.member(), area, !thanked.isEmpty());
            return Page.go(here.path("stewards"), "steward.stepped-down");
        } catch (Refused refused) {
            return refuse(here, refused);
        }
    }

    /** The forms here have no fields to stand beside. */
    private ModelAndView refuse(Here here, Refused refused) {
        Refused whole =
                new Refused(Map.of("", refused.problems().values().iterator().next()));
        return Page.refuse("stewardship/stewards", page(here, Form.refused(Map.of(), whole)));
    }
}
