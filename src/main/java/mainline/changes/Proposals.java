package mainline.changes;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import mainline.community.Member;
import mainline.community.Numbers;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.PagePaths;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Members propose edits to the handbook, revise them and take them back; a draft waits for one who takes it up. */
@Component
public class Proposals {
    private final Changes changes;
    private final OutcomeStore outcomes;
    private final Versions versions;
    private final VersionCommit commits;
    private final Grounds grounds;
    private final ChangeNews news;
    private final GitRepositories repositories;
    private final Numbers numbers;
    private final Clock clock;

    Proposals(
            Changes changes,
            OutcomeStore outcomes,
            Versions versions,
            VersionCommit commits,
            Grounds grounds,
            ChangeNews news,
            GitRepositories repositories,
            Numbers numbers,
            Clock clock) {
        this.changes = changes;
        this.outcomes = outcomes;
        this.versions = versions;
        this.commits = commits;
        this.grounds = grounds;
        this.news = news;
        this.repositories = repositories;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * Proposes an edit to a page, or a new page. If the page moved on since the author began, both are brought together.
     *
     * @throws Refused for the fields {@code path}, {@code text}, {@code title}, {@code why}, {@code interest}, {@code from},
     *     {@code clause};
     *     when both sides changed the same lines, for {@code text} with {@code change.conflict}
     */
    @Transactional
    public Change propose(Member author, Proposal typed) {
        Proposal proposal = checked(author.community(), typed);
        try (GitRepository git = repositories.open(author.community())) {
            return propose(git, author, proposal.reasons(), proposal.settled(git));
        }
    }

    /** The same for any number of files. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Change propose(GitRepository git, Member author, Reasons reasons, Settled settled) {
        VersionCommit.Written written = commits.write(git, author, reasons, settled, null);
        Subject subject = numbers.next(author.community(), Subject.Kind.CHANGE);
        Change change = written.change(subject, author.person(), reasons, 1, Set.of());
        versions.first(git, change, settled.base(), written.head());
        news.opened(change, author.person());
        return change;
    }

    /**
     * Writes a change down for somebody to take up. It is not open for review until a member proposes it.
     *
     * @param asked whom to ask; null for anybody
     */
    @Transactional
    public Subject draft(CommunityId community, @Nullable PersonId asked, ChangeDraft draft) {
        Subject subject = numbers.next(community, Subject.Kind.CHANGE);
        Change change = new Change(
                subject,
                draft.title(),
                draft.why(),
                "",
                null,
                draft.from(),
                0,
                clock.instant(),
                List.of(draft.path()),
                new Change.Draft(asked));
        versions.draft(change, new DraftText(draft.path(), PagePaths.stored(draft.text())), asked);
        news.drafted(change);
        return subject;
    }

    /**
     * A new version by the author, or the first one by whoever takes a draft up. Approvals of earlier versions fall.
     *
     * @param version the version in front of the member, 0 for a draft
     * @throws Refused as {@link #propose}, and for the whole when it is not theirs or moved on
     */
    @Transactional
    public Change revise(Member member, Subject subject, int version, Proposal typed) {
        Proposal proposal = checked(member.community(), typed);
        Change before = changes.hold(subject);
        new Refused.Check()
                .that(before.isOpen() || before.isDraft(), "", "change.closed")
                .that(before.isDraft() || before.isBy(member.person()), "", "change.not-yours")
                .that(before.version() == version, "", "change.moved-on")
                .that(before.isOnePage(), "", "change.many-files")
                .orRefuse();
        try (GitRepository git = repositories.open(member.community())) {
            return revise(git, member, before, proposal.reasons(), proposal.settled(git));
        }
    }

    /**
     * The same for any number of files.
     *
     * @param before held, and the member's to edit
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Change revise(GitRepository git, Member member, Change before, Reasons reasons, Settled settled) {
        Reasons kept = before.from() == null
                ? reasons
                : new Reasons(reasons.title(), reasons.why(), reasons.interest(), before.from(), reasons.clause());
        VersionCommit.Written written = commits.write(git, member, kept, settled, before);
        Change change =
                written.change(before.subject(), member.person(), kept, before.version() + 1, before.coauthors());
        versions.next(git, change, settled.base(), written.head());
        if (before.isDraft()) news.opened(change, member.person());
        else news.revised(before, change, member.person());
        return change;
    }

    private Proposal checked(CommunityId community, Proposal typed) {
        Proposal proposal = typed.tidy();
        Refused.Check check = new Refused.Check();
        proposal.check(check);
        grounds.linked(community, proposal.reasons(), check).orRefuse();
        return proposal;
    }

    /** The author takes an open change back; of a draft, the person who was asked does. */
    @Transactional
    public void withdraw(Member member, Subject subject) {
        Change change = changes.hold(subject);
        boolean theirs = change.isBy(member.person())
                || (change.state() instanceof Change.Draft(PersonId asked)
                        && member.person().equals(asked));
        new Refused.Check()
                .that(change.isOpen() || change.isDraft(), "", "change.closed")
                .that(theirs, "", "change.not-yours")
                .orRefuse();
        outcomes.withdraw(subject, new Change.Withdrawn(member.person(), clock.instant()));
        versions.drop(change);
        news.withdrawn(change, member.person());
    }
}
