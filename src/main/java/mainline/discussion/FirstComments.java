package mainline.discussion;

import java.util.List;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.kernel.CommunityId;
import mainline.record.PublicRecord;
import org.springframework.stereotype.Component;

/** First comments, which are owed an answer: by somebody who has not written here before, nor done anything in another community. */
@Component
class FirstComments {
    private final CommentStore store;
    private final Communities communities;
    private final PublicRecord record;

    FirstComments(CommentStore store, Communities communities, PublicRecord record) {
        this.store = store;
        this.communities = communities;
        this.record = record;
    }

    boolean areOwedTo(Member member) {
        return store.isFirstOf(member.community(), member.person()) && !isKnownElsewhere(member);
    }

    /** Where everybody may read: of other places nothing is to be guessed from this. */
    private boolean isKnownElsewhere(Member member) {
        List<CommunityId> others = communities.of(member.person()).stream()
                .filter(other -> !other.isForMembersOnly())
                .map(Community::id)
                .filter(other -> !other.equals(member.community()))
                .toList();
        return record.hasActed(member.person(), others);
    }
}
