package mainline.stewardship;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.changes.Change;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.community.MemberLeft;
import mainline.handbook.Areas;
import mainline.handbook.Handbook;
import mainline.handbook.StewardsFile;
import mainline.handbook.StewardsFile.Seat;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.people.Person;
import mainline.record.Act;
import mainline.record.PublicRecord;
import mainline.record.Verb;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The terms of stewards: how they end by the person's own word, by leaving, or by the calendar, and that their end is told in
 * time. The whole handbook never loses its last steward by any of them.
 */
@Component
public class Tenures {
    private static final Logger LOG = LoggerFactory.getLogger(Tenures.class);
    private static final int SOON = 30;
    private static final int VERY_SOON = 7;
    private static final int HELD_OVER = -1;

    private final TermStore store;
    private final RosterFile rosterFile;
    private final Nominations nominations;
    private final Areas areas;
    private final Handbook handbook;
    private final Communities communities;
    private final People people;
    private final StewardNotices notices;
    private final PublicRecord record;
    private final TransactionOperations transaction;
    private final Clock clock;

    Tenures(
            TermStore store,
            RosterFile rosterFile,
            Nominations nominations,
            Areas areas,
            Handbook handbook,
            Communities communities,
            People people,
            StewardNotices notices,
            PublicRecord record,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.rosterFile = rosterFile;
        this.nominations = nominations;
        this.areas = areas;
        this.handbook = handbook;
        this.communities = communities;
        this.people = people;
        this.notices = notices;
        this.record = record;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The term for which somebody is named for an area, whether or not it is over. */
    public Optional<Term> of(CommunityId community, String area, PersonId person) {
        return rosterFile.term(community, area, person);
    }

    /**
     * Gives an area back, at once.
     *
     * @param thanked whether to be named among those who oversaw it; after a whole year one is in any case
     * @throws Refused as a whole, for the last one over the whole handbook or somebody who does not oversee it
     */
    @Transactional
    public void stepDown(Member member, String area, boolean thanked) {
        CommunityId community = member.community();
        handbook.hold(community);
        Term term = rosterFile
                .term(community, area, member.person())
                .orElseThrow(() -> Refused.because("", "steward.not-there"));
        if (rosterFile.isLast(community, area, member.person())) throw Refused.because("", "steward.last");
        boolean emeritus = thanked || term.isFullYear(rosterFile.today(community));
        end(community, area, member.person(), new Change.ByPerson(member.person()), emeritus);
        notices.steppedDown(community, area, member.person());
    }

    private void end(CommunityId community, String area, PersonId person, Change.Origin origin, boolean emeritus) {
        String handle = people.get(person).handle();
        String name = people.get(person).name();
        PersonId author = origin instanceof Change.ByPerson ? person : null;
        String key = switch (origin) {
            case Change.ByPerson own -> "steward.words.stepped-down";
            case Change.ByRule rule -> "steward.words." + rule.name();
            case Change.ByDecision decided -> throw new IllegalArgumentException("decided elsewhere");
        };
        Optional<Subject> change = rosterFile.change(
                community,
                origin,
                author,
                rosterFile.say(key, name, rosterFile.name(community, area)),
                rosterFile.say(emeritus ? "steward.why.emeritus" : "steward.why.ended", name),
                file -> emeritus ? file.retired(area, handle) : file.without(area, handle));
        if (change.isPresent()) tell(verb(origin), author, community, name, area);
    }

    private static Verb verb(Change.Origin origin) {
        return switch (origin) {
            case Change.ByPerson own -> StewardshipVerb.STEWARD_STEPPED_DOWN;
            case Change.ByRule rule ->
                rule.name().equals("left") ? StewardshipVerb.STEWARD_LEFT : StewardshipVerb.STEWARD_TERM_OVER;
            case Change.ByDecision decided -> StewardshipVerb.STEWARD_RECALLED;
        };
    }

    private void tell(Verb verb, @Nullable PersonId by, CommunityId community, String name, String area) {
        Subject about = new Subject(community, Subject.Kind.AREA, 0);
        Map<String, String> facts = Map.of("title", name, "note", rosterFile.written(community, area));
        record.add(new Act(verb, by, about, facts));
    }

    /** Who leaves oversees nothing any more, except that the file does not lose its last name for the whole handbook. */
    @EventListener
    @Order(2)
    @Transactional(propagation = Propagation.MANDATORY)
    public void left(MemberLeft left) {
        handbook.hold(left.community());
        LocalDate today = rosterFile.today(left.community());
        for (String area : rosterFile.areasOf(left.community(), left.person())) {
            Term term = rosterFile.term(left.community(), area, left.person()).orElseThrow();
            if (rosterFile.isLast(left.community(), area, left.person())) continue;
            end(left.community(), area, left.person(), new Change.ByRule("left"), term.isFullYear(today));
        }
    }

    /** Looks at every community in which a term ends soon, or is over. */
    void look() {
        // A day of spare, since it is tomorrow already somewhere.
        LocalDate latest =
                LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC).plusDays(SOON + 1);
        for (CommunityId community : areas.endingBy(latest)) {
            try {
                transaction.executeWithoutResult(status -> look(community));
            } catch (RuntimeException failed) {
                LOG.warn("The terms in community {} could not be looked at", community.value(), failed);
            }
        }
    }

    private void look(CommunityId community) {
        handbook.hold(community);
        LocalDate today = rosterFile.today(community);
        for (StewardsFile.Entry area : areas.file(community).areas())
            for (Seat seat : area.stewards()) {
                PersonId person = people.byHandle(seat.handle()).map(Person::id).orElse(null);
                LocalDate lastDay = seat.until();
                if (person == null || lastDay == null || !communities.isMember(community, person)) continue;
                if (lastDay.isBefore(today)) lapse(community, area.path(), person, lastDay, Term.of(seat));
                else
                    remind(
                            community,
                            area.path(),
                            person,
                            lastDay,
                            Term.of(seat).daysLeft(today));
            }
    }

    private void remind(CommunityId community, String area, PersonId person, LocalDate lastDay, long days) {
        if (days > SOON || nominations.isOpen(community, area, person)) return;
        boolean told = days <= VERY_SOON && tell(community, area, person, lastDay, VERY_SOON);
        // Whoever hears of the last week needs not hear of the month as well.
        if (tell(community, area, person, lastDay, SOON) || told) notices.endsSoon(community, area, person, lastDay);
    }

    private void lapse(CommunityId community, String area, PersonId person, LocalDate lastDay, Term term) {
        if (rosterFile.isLast(community, area, person)) {
            if (!tell(community, area, person, lastDay, HELD_OVER)) return;
            tell(
                    StewardshipVerb.STEWARD_HELD_OVER,
                    null,
                    community,
                    people.get(person).name(),
                    area);
            notices.heldOver(community, person);
            return;
        }
        boolean emeritus = term.isFullYear(rosterFile.today(community));
        end(community, area, person, new Change.ByRule("term-over"), emeritus);
        notices.over(community, area, person);
    }

    private boolean tell(CommunityId community, String area, PersonId person, LocalDate lastDay, int days) {
        return store.tell(community, area, person, lastDay, days, clock.instant());
    }

    /** The areas a member oversees, with the term for each. */
    List<Held> held(CommunityId community, PersonId person) {
        return rosterFile.areasOf(community, person).stream()
                .map(area ->
                        new Held(area, rosterFile.term(community, area, person).orElseThrow()))
                .toList();
    }

    record Held(String area, Term term) {}
}
