package mainline.changes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mainline.community.Numbers;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.Handbook;
import mainline.handbook.Signatures;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts into the handbook what the community decided, what a member may do for themselves, or what a rule says. It becomes a
 * change like others, with a page that says what made it, and passes no gate: callers answer for the right to it.
 */
@Component
public class Enactments {
    private final Versions versions;
    private final OutcomeStore outcomes;
    private final Handbook handbook;
    private final GitRepositories repositories;
    private final Signatures signatures;
    private final Numbers numbers;
    private final ChangeNews news;
    private final Clock clock;

    Enactments(
            Versions versions,
            OutcomeStore outcomes,
            Handbook handbook,
            GitRepositories repositories,
            Signatures signatures,
            Numbers numbers,
            ChangeNews news,
            Clock clock) {
        this.versions = versions;
        this.outcomes = outcomes;
        this.handbook = handbook;
        this.repositories = repositories;
        this.signatures = signatures;
        this.numbers = numbers;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Writes these files on top of the handbook as it is now, in the caller's transaction. Who makes the texts from those that
     * are there holds the handbook first: {@link Handbook#hold}.
     *
     * @return the change; nothing when the files read like that already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Subject> enact(CommunityId community, Enactment enactment) {
        handbook.hold(community);
        try (GitRepository git = repositories.open(community)) {
            ObjectId before = git.head();
            Map<String, String> files = new TreeMap<>(enactment.files());
            files.entrySet()
                    .removeIf(file -> git.text(before, file.getKey())
                            .filter(file.getValue()::equals)
                            .isPresent());
            if (files.isEmpty()) return Optional.empty();
            Subject subject = numbers.next(community, Subject.Kind.CHANGE);
            Change change = change(subject, enactment, List.copyOf(files.keySet()));
            ObjectId after = write(git, before, change, files);
            versions.enacted(git, change, before, after);
            repositories.advance(community, before, after);
            outcomes.enact(subject, (Change.Enacted) change.state(), after);
            handbook.turn(git, before, after, subject, change.author());
            news.enacted(change, enactment.origin());
            return Optional.of(subject);
        }
    }

    private Change change(Subject subject, Enactment enactment, List<String> paths) {
        Instant now = clock.instant();
        return new Change(
                subject,
                Proposal.cut(enactment.title()),
                enactment.why(),
                "",
                enactment.author(),
                enactment.origin() instanceof Change.ByDecision(Subject decision) ? decision : null,
                1,
                now,
                paths,
                new Change.Enacted(enactment.origin(), now));
    }

    private ObjectId write(GitRepository git, ObjectId before, Change change, Map<String, String> files) {
        CommunityId community = change.subject().community();
        PersonId author = change.author();
        PersonIdent itself = signatures.of(community, change.at());
        PersonIdent by = author == null ? itself : signatures.of(community, author, change.at());
        return git.write(before, files, new GitRepository.Signed(by, itself, message(change)));
    }

    private String message(Change change) {
        Subject from = change.from();
        return change.title() + "\n\n" + change.why() + "\n\nChange: " + signatures.address(change.subject()) + "\n"
                + (from == null ? "" : "Decision: " + signatures.address(from) + "\n");
    }
}
