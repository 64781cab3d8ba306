package mainline.community;

import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.platform.Movement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Communities and who belongs to them, as every request asks for them: from memory until something becomes of them. */
@Component
class KnownCommunities {
    private static final int COMMUNITIES = 2_000;
    private static final int MEMBERS = 50_000;
    private final CommunityStore store;
    private final Kept<String, Community> bySlug;
    private final Kept<CommunityId, Community> byId;
    private final Kept<Member, Boolean> members;

    KnownCommunities(CommunityStore store, Memory memory) {
        this.store = store;
        this.bySlug = memory.keep(COMMUNITIES, KnownCommunities::isOfCommunity);
        this.byId = memory.keep(COMMUNITIES, id -> id, KnownCommunities::isOfCommunity);
        this.members = memory.keep(MEMBERS, Member::community, KnownCommunities::isOfMember);
    }

    /** Its name, its address, who may read it, its language. */
    private static boolean isOfCommunity(Movement movement) {
        return movement.verb().startsWith("community.");
    }

    private static boolean isOfMember(Movement movement) {
        return movement.verb().startsWith("member.");
    }

    /**
     * The community of this address as far as this person may know of it; null for whoever is not known. For everybody else
     * one for members only takes as many statements as none: whoever is not known to belong to it is looked up with it.
     */
    Optional<Community> seen(String slug, @Nullable PersonId viewer) {
        Optional<Community> known = bySlug.find(slug).filter(community -> isKnownToSee(community, viewer));
        return known.isPresent()
                ? known
                : bySlug.again(slug, () -> store.seen(slug, viewer == null ? 0 : viewer.value()));
    }

    private boolean isKnownToSee(Community community, @Nullable PersonId viewer) {
        return switch (community.visibility()) {
            case EVERYBODY -> true;
            case MEMBERS ->
                viewer != null
                        && members.find(new Member(community.id(), viewer)).orElse(false);
        };
    }

    Optional<Community> find(CommunityId id) {
        return byId.find(id, () -> store.find(id));
    }

    boolean isMember(CommunityId community, PersonId person) {
        return members.get(
                new Member(community, person), member -> store.isMember(member.community(), member.person()));
    }
}
