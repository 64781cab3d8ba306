package mainline.stewardship;

import java.time.Clock;
import java.time.LocalDate;
import mainline.changes.Change;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.springframework.stereotype.Component;

/** What happens when a term ends by the calendar: it is told in time, and then it is over. */
@Component
class EndsOfTerms {
    /** So many days before, whoever holds it hears of it. */
    static final int SOON = 30;

    private static final int VERY_SOON = 7;
    private static final int HELD_OVER = -1;

    private final TermStore store;
    private final RosterFile rosterFile;
    private final Nominations nominations;
    private final Tenures tenures;
    private final StewardNotices notices;
    private final StewardActs acts;
    private final Clock clock;

    EndsOfTerms(
            TermStore store,
            RosterFile rosterFile,
            Nominations nominations,
            Tenures tenures,
            StewardNotices notices,
            StewardActs acts,
            Clock clock) {
        this.store = store;
        this.rosterFile = rosterFile;
        this.nominations = nominations;
        this.tenures = tenures;
        this.notices = notices;
        this.acts = acts;
        this.clock = clock;
    }

    void remind(CommunityId community, String area, PersonId person, LocalDate lastDay, long days) {
        if (days > SOON || nominations.isOpen(community, area, person)) return;
        boolean told = days <= VERY_SOON && tell(community, area, person, lastDay, VERY_SOON);
        // Whoever hears of the last week needs not hear of the month as well.
        if (tell(community, area, person, lastDay, SOON) || told) notices.endsSoon(community, area, person, lastDay);
    }

    void lapse(CommunityId community, String area, PersonId person, LocalDate lastDay, Term term) {
        if (rosterFile.isLast(community, area, person)) {
            if (!tell(community, area, person, lastDay, HELD_OVER)) return;
            acts.byItself(
                    StewardshipVerb.STEWARD_HELD_OVER, new Subject(community, Subject.Kind.AREA, 0), person, area);
            notices.heldOver(community, person);
            return;
        }
        boolean emeritus = term.isFullYear(rosterFile.today(community));
        tenures.end(community, area, person, new Change.ByRule("term-over"), emeritus);
        notices.over(community, area, person);
    }

    private boolean tell(CommunityId community, String area, PersonId person, LocalDate lastDay, int days) {
        return store.tell(community, area, person, lastDay, days, clock.instant());
    }
}
