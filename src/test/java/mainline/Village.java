package mainline;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.effort.EffortKind;
import mainline.effort.Hours;
import mainline.effort.NeededHours;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.ideas.Wording;
import mainline.kernel.PersonId;
import mainline.mission.Founding;
import mainline.people.People;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Scope;

/** A small community for tests: Ada founded it, Ben, Cleo and Dov have joined. Each parameter of a test is another one. */
@TestComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class Village {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Ideas ideas;
    public final Community community;
    public final Member ada;
    public final Member ben;
    public final Member cleo;
    public final Member dov;

    public Village(People people, Founding founding, Communities communities, Ideas ideas) {
        this.ideas = ideas;
        int n = NEXT.incrementAndGet();
        if (!people.isSetUp()) people.create("Olga Operator", "olga@example.org", "seven quiet lanterns");
        PersonId founder = people.bring("Ada Vale", "ada" + n + "@example.org").id();
        community = founding.found(
                "Village " + n, "", "Europe/Madrid", "We leave every street better than we found it.", founder);
        ada = new Member(community.id(), founder);
        ben = join(people, communities, "Ben Ode", "ben" + n);
        cleo = join(people, communities, "Cleo Marsh", "cleo" + n);
        dov = join(people, communities, "Dov Lind", "dov" + n);
    }

    private Member join(People people, Communities communities, String name, String mail) {
        PersonId person = people.bring(name, mail + "@example.org").id();
        communities.join(community.id(), person);
        return new Member(community.id(), person);
    }

    /** An open idea by Ada that asks for nothing yet. */
    public Idea anOpenIdea() {
        return anIdeaNeeding(Map.of());
    }

    public Idea anIdeaNeeding(Map<EffortKind, Hours> need) {
        Wording wording = new Wording("A bench at every corner", "People who can sit down go out more.", 1, "");
        return ideas.publish(ada, wording, new NeededHours(need));
    }
}
