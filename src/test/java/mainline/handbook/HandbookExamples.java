package mainline.handbook;

import java.util.concurrent.atomic.AtomicInteger;
import mainline.changes.Proposal;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.people.People;
import org.springframework.boot.test.context.TestComponent;

/** A community with a founder who is the steward, and members to write and review. */
@TestComponent
public class HandbookExamples {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final People people;
    private final Communities communities;
    private final Handbook handbook;

    HandbookExamples(People people, Communities communities, Handbook handbook) {
        this.people = people;
        this.communities = communities;
        this.handbook = handbook;
    }

    /** A community and its first member. */
    public record Founded(Community community, Member steward) {}

    public Founded aCommunity() {
        int n = NEXT.incrementAndGet();
        var founder =
                people.bring("Amara Okafor", "amara-" + n + "@example.org").id();
        Community community = communities.found("Harbour " + n, "harbour-" + n, "Europe/Madrid", founder);
        return new Founded(community, new Member(community.id(), founder));
    }

    public Member aMember(Founded in, String name) {
        var person = people.bring(name, "member-" + NEXT.incrementAndGet() + "@example.org")
                .id();
        communities.join(in.community().id(), person);
        return new Member(in.community().id(), person);
    }

    public Proposal aPage(Founded in, String path, String text) {
        return new Proposal(path, handbook.head(in.community().id()), text, "Say " + path, "Somebody asked", "", null);
    }
}
