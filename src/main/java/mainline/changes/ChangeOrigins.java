package mainline.changes;

import java.util.List;
import mainline.community.Here;
import mainline.look.Option;

/** Things of later modules that a change can come from, for a member to choose from. */
public interface ChangeOrigins {
    /** At most a few dozen, newest first, in the reader's language; each value is the key of a subject on the chain. */
    List<Option> offered(Here here);
}
