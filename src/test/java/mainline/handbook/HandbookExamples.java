package mainline.handbook;

import java.util.concurrent.atomic.AtomicInteger;
import mainline.changes.Proposal;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.git.Book;
import mainline.git.Books;
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
    private final Books books;
    private final TransactionTemplate transaction;

    HandbookExamples(
            People people, Communities communities, Handbook handbook, Books books, TransactionTemplate transaction) {
        this.people = people;
        this.communities = communities;
        this.handbook = handbook;
        this.books = books;
        this.transaction = transaction;
    }

    /** Puts a file into the handbook as an import would, past the gate. */
    public void put(Member by, String path, String text) {
        transaction.executeWithoutResult(status -> {
            handbook.hold(by.community());
            try (Book book = books.open(by.community())) {
                PersonIdent who = new PersonIdent("Somebody", "somebody@example.org");
                ObjectId head = book.head();
                ObjectId next = book.write(head, path, text, new Book.Signed(who, who, "Put it there\n"));
                books.advance(by.community(), head, next);
                Subject none = new Subject(by.community(), Subject.Kind.CHANGE, 0);
                handbook.turn(book, head, next, none, by.person());
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
}
