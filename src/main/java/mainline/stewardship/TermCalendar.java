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
                Term term = Term.of(seat);
                if (lastDay.isBefore(today)) ends.lapse(community, area.path(), person, lastDay, term);
                else ends.remind(community, area.path(), person, lastDay, term.daysLeft(today));
            }
    }
}
