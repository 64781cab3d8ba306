package mainline.record;

import java.util.List;
import mainline.kernel.CommunityId;

/** Holds what a module stores against what the record says of it; asked when a whole installation is verified. */
public interface Attested {
    /** What does not fit, the earliest first; empty when all fits. */
    List<Misfit> misfits(CommunityId community);
}
