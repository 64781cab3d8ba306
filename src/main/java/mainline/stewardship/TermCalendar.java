package mainline.stewardship;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import mainline.community.Communities;
import mainline.handbook.Areas;
import mainline.handbook.Handbook;
import mainline.handbook.StewardsFile;
import mainline.handbook.StewardsFile.Seat;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.people.People;
import mainline.people.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Looks through the files of stewards for terms that end soon, or are over. */
@Component
class TermCalendar {
    private static final Logger LOG = LoggerFactory.getLogger(TermCalendar.class);

    private final EndsOfTerms ends;
    private final RosterFile rosterFile;
    private final Areas areas;
    private final Handbook handbook;
    private final Communities communities;
    private final People people;
    private final TransactionOperations transaction;
    private final Clock clock;

    TermCalendar(
            EndsOfTerms ends,
            RosterFile rosterFile,
            Areas areas,
            Handbook handbook,
            Communities communities,
            People people,
            TransactionOperations transaction,
            Clock clock) {
        this.ends = ends;
        this.rosterFile = rosterFile;
        this.areas = areas;
        this.handbook = handbook;
        this.communities = communities;
        this.people = people;
        this.transaction = transaction;
        this.clock = clock;
    }

    void look() {
        // A day of spare, since it is tomorrow already somewhere.
        LocalDate latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(EndsOfTerms.SOON + 1);
        for (CommunityId community : areas.endingBy(latest))
            for (StewardsFile.Entry area : areas.file(community).areas())
                for (Seat seat : area.stewards()) tryToLook(community, area.path(), seat.handle());
    }

    /** Each is an act of its own: who oversees two areas hears that both terms are over. */
    private void tryToLook(CommunityId community, String area, String handle) {
        try {
            transaction.executeWithoutResult(status -> look(community, area, handle));
        } catch (RuntimeException failed) {
            LOG.warn("The term of {} in community {} could not be looked at", handle, community.value(), failed);
        }
    }

    private void look(CommunityId community, String area, String handle) {
        handbook.hold(community);
        LocalDate today = rosterFile.today(community);
        PersonId person = people.byHandle(handle).map(Person::id).orElse(null);
        if (person == null || !communities.isMember(community, person)) return;
        Term term = rosterFile.term(community, area, person).orElse(null);
        if (term == null) return;
        LocalDate lastDay = term.until();
        if (lastDay == null) return;
        if (lastDay.isBefore(today)) ends.lapse(community, area, person, lastDay, term);
        else ends.remind(community, area, person, lastDay, term.daysLeft(today));
    }
}
