package mainline.community;

import java.util.Optional;
import java.util.function.Predicate;
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
    /** Its name, its address, who may read it, its language. */
    private static final Predicate<Movement> OF_THE_COMMUNITY =
            movement -> movement.verb().startsWith("community.");

    private static final Predicate<Movement> OF_A_MEMBER =
            movement -> movement.verb().startsWith("member.");

    private final CommunityStore store;
    private final Kept<String, Community> bySlug;
    private final Kept<CommunityId, Community> byId;
    private final Kept<Member, Boolean> members;

    KnownCommunities(CommunityStore store, Memory memory) {
        this.store = store;
        this.bySlug = memory.keep(COMMUNITIES, OF_THE_COMMUNITY);
        this.byId = memory.keep(COMMUNITIES, id -> id, OF_THE_COMMUNITY);
        this.members = memory.keep(MEMBERS, Member::community, OF_A_MEMBER);
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
