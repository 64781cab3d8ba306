package mainline.record;

import mainline.kernel.CommunityId;
import mainline.kernel.Subject;

/** Something was recorded about this subject; published in the act's transaction. */
public record Recorded(Subject subject, String verb) {
    public boolean is(Verb other) {
        return verb.equals(other.code());
    }

    public CommunityId community() {
        return subject.community();
    }
}
