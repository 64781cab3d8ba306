package mainline.live;

import jakarta.servlet.http.HttpServletRequest;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Viewer;
import mainline.kernel.Burden;
import mainline.people.Person;
import mainline.people.SessionFilter;
import mainline.platform.Budget;
import mainline.platform.Busy;
import org.springframework.stereotype.Component;

/**
 * Whether those who were let in some time ago may still be told of what moves. What everybody may read needs no asking: when
 * it is closed, {@link Listeners} sends them all to the front door.
 */
@Component
class StillSeen {
    private final Communities communities;
    private final SessionFilter sessions;
    private final Budget budget;

    StillSeen(Communities communities, SessionFilter sessions, Budget budget) {
        this.communities = communities;
        this.sessions = sessions;
        this.budget = budget;
    }

    /** Many who listen ask at once, when something has moved: each with a place as if for a page, or not at all. */
    boolean by(Viewer viewer, HttpServletRequest request) {
        Community community = viewer.community();
        if (!community.isForMembersOnly()) return true;
        Person person = viewer.person();
        if (person == null) return false;
        try (Budget.Place place = budget.place(Burden.Kind.PAGE)) {
            return sessions.isSignedIn(request) && communities.isMember(community.id(), person.id());
        } catch (Busy full) {
            return false;
        }
    }
}
