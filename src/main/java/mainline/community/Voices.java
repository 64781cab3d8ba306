package mainline.community;

import java.util.List;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;

/** Who takes part in a conversation, by the module that knows. */
public interface Voices {
    /** Each once, whoever spoke last first. */
    List<PersonId> in(Subject about, int most);
}
