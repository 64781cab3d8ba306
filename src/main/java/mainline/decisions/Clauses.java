package mainline.decisions;

import mainline.kernel.CommunityId;

/** The clauses of a mission, by which a concern can be grounded. */
public interface Clauses {
    boolean holds(CommunityId community, int clause);
}
