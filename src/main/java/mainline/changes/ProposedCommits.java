package mainline.changes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;
import mainline.community.Member;
import mainline.community.Numbers;
import mainline.git.GitRepository;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Commits that are there already become changes and their versions: pushed, brought from a fork, or made by a module. */
@Component
public class ProposedCommits {
    private final Versions versions;
    private final ChangeNews news;
    private final Credits credits;
    private final Numbers numbers;
    private final Clock clock;

    ProposedCommits(Versions versions, ChangeNews news, Credits credits, Numbers numbers, Clock clock) {
        this.versions = versions;
        this.news = news;
        this.credits = credits;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * Proposes a commit that another module made on the handbook's present one, looked through like a push. Its message says what
     * and why, and whom else it credits.
     *
     * @throws Refused as a whole when a push of it would be refused
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Change propose(Member author, GitRepository git, ObjectId commit) {
        try (ObjectReader reader = git.repository().newObjectReader()) {
            return push(git, author, null, null, new PushCheck(git, reader).of(commit));
        } catch (PushCheck.Odd odd) {
            throw Refused.because("", "change.odd", String.valueOf(odd.getMessage()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Commits that are there already become a new change, or the next version of the author's own.
     *
     * @param onto an open change of the author, held; null for a new one
     * @param from what a new one comes from
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Change push(GitRepository git, Member author, @Nullable Change onto, @Nullable Subject from, Pushed pushed) {
        Subject subject = onto == null ? numbers.next(author.community(), Subject.Kind.CHANGE) : onto.subject();
        Change change = new Change(
                subject,
                pushed.title(),
                pushed.why().isEmpty() && onto != null ? onto.why() : pushed.why(),
                onto == null ? "" : onto.interest(),
                author.person(),
                onto == null ? from : onto.from(),
                onto == null ? 0 : onto.clause(),
                onto == null ? 1 : onto.version() + 1,
                clock.instant(),
                pushed.paths(),
                new Change.Open(),
                coauthors(author, onto, pushed));
        if (onto == null) {
            versions.first(git, change, pushed.base(), pushed.head());
            news.opened(change, author.person());
        } else {
            versions.next(git, change, pushed.base(), pushed.head());
            news.revised(onto, change, author.person());
        }
        return change;
    }

    private Set<PersonId> coauthors(Member author, @Nullable Change onto, Pushed pushed) {
        Set<PersonId> all = new LinkedHashSet<>(onto == null ? Set.of() : onto.coauthors());
        all.addAll(credits.of(author.community(), pushed, author.person(), onto));
        return all;
    }

    /**
     * The next version of a change, which the caller holds and whose commit is there; told in the record by the caller.
     *
     * @param by whose suggested wordings are what is new in it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(GitRepository git, Change next, ObjectId base, ObjectId head, Set<PersonId> by) {
        versions.suggested(git, next, base, head, by);
        news.taken(next);
    }
}
