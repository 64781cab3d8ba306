package mainline.handbook;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import mainline.changes.Change;
import mainline.changes.Enactment;
import mainline.changes.Enactments;
import mainline.changes.Proposal;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.kernel.Subject;
import mainline.people.People;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** A community with a founder who is the steward, and members to write and review. */
@TestComponent
public class HandbookExamples {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final People people;
    private final Communities communities;
    private final Handbook handbook;
    private final GitRepositories repositories;
    private final Areas areas;
    private final Enactments enactments;
    private final TransactionTemplate transaction;

    HandbookExamples(
            People people,
            Communities communities,
            Handbook handbook,
            GitRepositories repositories,
            Areas areas,
            Enactments enactments,
            TransactionTemplate transaction) {
        this.people = people;
        this.communities = communities;
        this.handbook = handbook;
        this.repositories = repositories;
        this.areas = areas;
        this.enactments = enactments;
        this.transaction = transaction;
    }

    /** Puts a file into the handbook as an import would, past the gate. */
    public void put(Member by, String path, String text) {
        transaction.executeWithoutResult(status -> {
            handbook.hold(by.community());
            try (GitRepository git = repositories.open(by.community())) {
                PersonIdent who = new PersonIdent("Somebody", "somebody@example.org");
                ObjectId head = git.head();
                ObjectId next = git.write(head, path, text, new GitRepository.Signed(who, who, "Put it there\n"));
                repositories.advance(by.community(), head, next);
                Subject none = new Subject(by.community(), Subject.Kind.CHANGE, 0);
                handbook.turn(git, head, next, none, by.person());
            }
        });
    }

    /** Puts a {@code STEWARDS.yml} there. */
    public void stewards(Member by, String text) {
        put(by, Areas.FILE, text);
    }

    public String handle(Member member) {
        return people.get(member.person()).handle();
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

    /** Lets a member oversee an area, without the days that it takes to be confirmed. */
    public void overseeing(Member steward, String area) {
        String handle = people.get(steward.person()).handle();
        amend(steward, file -> file.with(area, new StewardsFile.Seat(handle, null, null)));
    }

    /** Writes what an outcome would into the file of stewards. */
    public void amend(Member by, UnaryOperator<StewardsFile> change) {
        transaction.executeWithoutResult(status -> {
            handbook.hold(by.community());
            String text = change.apply(areas.file(by.community())).text();
            enactments.enact(
                    by.community(),
                    new Enactment(
                            new Change.ByPerson(by.person()),
                            by.person(),
                            "Amend",
                            "For a test",
                            Map.of(Areas.FILE, text)));
        });
    }
}
