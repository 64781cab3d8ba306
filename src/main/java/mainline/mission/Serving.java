package mainline.mission;

import java.time.Instant;
import java.util.Map;
import mainline.kernel.CommunityId;

/** A module whose things serve clauses; it says when one last began to. */
public interface Serving {
    /** The latest moment by clause number; clauses that nothing serves are absent. */
    Map<Integer, Instant> latest(CommunityId community);
}
