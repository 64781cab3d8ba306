package mainline.record;

import java.util.List;
import mainline.kernel.CommunityId;

/** Says who else has seen the checkpoints of a log; the record shows them and hands their signatures out. */
public interface WitnessedBy {
    /** @param size of the checkpoint */
    List<Witnessing> of(CommunityId community, long size);
}
