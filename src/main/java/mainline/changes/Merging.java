package mainline.changes;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import mainline.community.Member;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.Handbook;
import mainline.handbook.Roster;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.Act;
import org.eclipse.jgit.lib.ObjectId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes a change part of the handbook. Whether it may become that, callers answer for. */
@Component
public class Merging {
    private final Changes changes;
    private final OutcomeStore outcomes;
    private final MergeCommit commits;
    private final Handbook handbook;
    private final GitRepositories repositories;
    private final ChangeNodes nodes;
    private final ChangeNews news;
    private final ChangeNotices notices;
    private final Clock clock;

    Merging(
            Changes changes,
            OutcomeStore outcomes,
            MergeCommit commits,
            Handbook handbook,
            GitRepositories repositories,
            ChangeNodes nodes,
            ChangeNews news,
            ChangeNotices notices,
            Clock clock) {
        this.changes = changes;
        this.outcomes = outcomes;
        this.commits = commits;
        this.handbook = handbook;
        this.repositories = repositories;
        this.nodes = nodes;
        this.news = news;
        this.notices = notices;
        this.clock = clock;
    }

    /** The change, held with the handbook until the transaction ends, in the order in which all acts hold them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Change hold(Subject subject) {
        handbook.hold(subject.community());
        return changes.hold(subject);
    }

    /**
     * One commit on the handbook, by the change's author, at the time of its last version.
     *
     * @param change held by {@link #hold}
     * @param approved who is named as having approved it
     * @param act what the record says, asked for with the titles that the pages have now
     * @throws Refused for the whole when it contradicts the handbook as it is now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(Member member, Change change, boolean alone, List<PersonId> approved, Function<String, Act> act) {
        Subject subject = change.subject();
        Change.Merged state = new Change.Merged(member.person(), clock.instant(), alone);
        Change merged = change.with(state);
        try (GitRepository git = repositories.openBeyondQuota(member.community())) {
            ObjectId before = git.head();
            ObjectId after = commits.of(git, before, merged, member.person(), approved);
            repositories.advance(member.community(), before, after);
            outcomes.merge(subject, state, after);
            nodes.put(merged);
            nodes.putPages(merged, handbook.turn(git, before, after, subject, author(change)));
        }
        news.merged(change, member.person(), act.apply(titles(change)));
        notices.merged(change, member.person());
    }

    /** What is wrong with a file of stewards, in a sentence. */
    public static Reason told(Roster.Broken broken) {
        return broken.line() == 0
                ? Reason.of("change.rule.stewards-file", broken.reason())
                : Reason.of("change.rule.stewards-file-line", broken.line(), broken.reason());
    }

    private String titles(Change change) {
        return String.join(", ", new TreeMap<>(handbook.titles(change.subject().community(), change.paths())).values());
    }

    private static PersonId author(Change change) {
        return Objects.requireNonNull(change.author());
    }
}
