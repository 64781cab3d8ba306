package mainline.mission;

import mainline.community.Member;
import mainline.kernel.CommunityId;
import mainline.kernel.Paged;
import mainline.kernel.Subject;

/** A later module whose things name the clause they serve, and remember the version of the mission they named it from. */
public interface Citations {
    /** What its things are. */
    Subject.Kind kind();

    /** Things that are still alive and cite the clause from a version before that one, by number, after the given. */
    Paged<Citation> before(CommunityId community, int clause, int version, long after, int size);

    /**
     * The author says which clause of the mission that holds it serves; the same one as before means that it still fits.
     *
     * @throws mainline.kernel.Refused when it is not the member's own, or there is no such clause
     */
    void cite(Member author, Subject subject, int clause);
}
