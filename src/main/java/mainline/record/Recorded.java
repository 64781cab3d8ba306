package mainline.record;

import mainline.kernel.CommunityId;
import mainline.kernel.Subject;

/** Something was recorded; published in the act's transaction. */
public record Recorded(Act act) {
    public boolean is(Verb other) {
        return act.is(other);
    }

    public Subject subject() {
        return act.subject();
    }

    public CommunityId community() {
        return act.subject().community();
    }
}
