package mainline.drafting;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Grounds;
import mainline.changes.Proposal;
import mainline.changes.Proposals;
import mainline.changes.Reasons;
import mainline.changes.Settled;
import mainline.changes.Settling;
import mainline.changes.Version;
import mainline.community.Member;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.HandbookImport;
import mainline.handbook.PagePaths;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes in preparation: begun, filled file by file, proposed as one version. Everybody sees only their own. */
@Component
class Workspaces implements HandbookImport.Work {
    static final int MOST = 20;

    private final WorkspaceStore store;
    private final WorkspaceEdits edits;
    private final Changes changes;
    private final Proposals proposals;
    private final Grounds grounds;
    private final GitRepositories repositories;
    private final Clock clock;

    Workspaces(
            WorkspaceStore store,
            WorkspaceEdits edits,
            Changes changes,
            Proposals proposals,
            Grounds grounds,
            GitRepositories repositories,
            Clock clock) {
        this.store = store;
        this.edits = edits;
        this.changes = changes;
        this.proposals = proposals;
        this.grounds = grounds;
        this.repositories = repositories;
        this.clock = clock;
    }

    @Override
    public boolean isUnderWay(CommunityId community) {
        return store.any(community);
    }

    List<Workspace> of(Member member) {
        return store.of(member, MOST);
    }

    /** @throws Missing when there is none, or it is somebody else's */
    Workspace get(Member member, long id) {
        return store.find(member, id).orElseThrow(() -> new Missing("workspace " + id));
    }

    WorkspaceFiles files(GitRepository git, Workspace workspace) {
        return store.files(git, workspace);
    }

    /** What a member has begun to write in the editor of this page alone. */
    Optional<Workspace> ofPage(Member member, @Nullable Subject change, String path) {
        return store.ofPage(member, change, path);
    }

    /** An empty one for a new change. */
    @Transactional
    public long begin(Member member) {
        try (GitRepository git = repositories.open(member.community())) {
            return add(member, null, 0, git.head(), git.head(), new Reasons("", "", "", null, 0));
        }
    }

    /** The one in which a member edits a change, filled from its last version unless it is begun already. */
    @Transactional
    public long edit(Member member, Subject subject) {
        Change change = mine(member, subject);
        Optional<Workspace> begun = store.of(member, subject);
        if (begun.isPresent()) {
            Workspace before = begun.get();
            boolean old = before.version() != change.version();
            if (!old || !store.pieces(before).isEmpty()) return before.id();
            store.drop(before);
        }
        try (GitRepository git = repositories.open(member.community())) {
            if (change.isDraft()) return draft(member, change, git);
            Version last = changes.versions(change).getLast();
            return add(member, subject, change.version(), last.base(), last.head(), reasons(change));
        }
    }

    private long draft(Member member, Change change, GitRepository git) {
        long id = add(member, change.subject(), 0, git.head(), git.head(), reasons(change));
        changes.draftText(change)
                .ifPresent(draft -> edits.put(store.hold(member, id), git, draft.path(), draft.text()));
        return id;
    }

    private static Reasons reasons(Change change) {
        return new Reasons(change.title(), change.why(), change.interest(), change.from(), change.clause());
    }

    private Change mine(Member member, Subject subject) {
        Change change = changes.hold(subject);
        new Refused.Check()
                .that(change.isOpen() || change.isDraft(), "", "change.closed")
                .that(change.isDraft() || change.isBy(member.person()), "", "change.not-yours")
                .orRefuse();
        return change;
    }

    private long add(
            Member member, @Nullable Subject change, int version, ObjectId base, ObjectId start, Reasons reasons) {
        if (store.of(member, MOST).size() >= MOST) throw Refused.because("", "workspace.too-many", MOST);
        return store.add(new Workspace(0, member, change, version, base, start, reasons, clock.instant()));
    }

    /**
     * Keeps what stands in the editor of one page, to go on with it later, elsewhere or with more files: where it was kept
     * before, as long as it is written on the same handbook.
     *
     * @param change whose next version it is; null for a new one
     * @param version the version in front of the member
     * @param typed as far as it is written
     */
    @Transactional
    public long keep(Member member, @Nullable Subject change, int version, Proposal typed) {
        Proposal proposal = typed.tidy();
        Refused.Check check = new Refused.Check().that(PagePaths.isSafe(proposal.path()), "path", "handbook.path.odd");
        proposal.reasons().checkUnfinished(check);
        if (!proposal.text().isEmpty()) PagePaths.check(check, proposal.text());
        grounds.linked(member.community(), proposal.reasons(), check).orRefuse();
        try (GitRepository git = repositories.open(member.community())) {
            ObjectId base = proposal.base().isEmpty()
                    ? git.head()
                    : git.commit(proposal.base()).orElseThrow(() -> Refused.because("", "change.base.unknown"));
            if (change != null) mine(member, change);
            Optional<Workspace> begun = change == null
                    ? store.ofPage(member, null, proposal.path())
                            .filter(kept -> kept.base().equals(base))
                    : store.of(member, change);
            long id = begun.map(Workspace::id)
                    .orElseGet(() -> add(member, change, version, base, base, proposal.reasons()));
            Workspace workspace = store.hold(member, id);
            store.reason(workspace, proposal.reasons(), clock.instant());
            if (!proposal.text().isEmpty()) edits.put(workspace, git, proposal.path(), proposal.text());
            return id;
        }
    }

    /** Keeps why the change is proposed, as far as it is written. */
    @Transactional
    public void reason(Member member, long id, Reasons typed) {
        Reasons reasons = typed.tidy();
        Refused.Check check = reasons.checkUnfinished(new Refused.Check());
        grounds.linked(member.community(), reasons, check).orRefuse();
        store.reason(store.hold(member, id), reasons, clock.instant());
    }

    @Transactional
    public void drop(Member member, long id) {
        store.drop(store.hold(member, id));
    }

    /** What it would be on the handbook as it is now, as far as these answers settle what contradicts. */
    Settled settled(GitRepository git, Workspace workspace, Map<String, String> answers) {
        return new Settling(git, workspace.base(), answers)
                .of(store.files(git, workspace).wanted());
    }

    /**
     * Proposes all of it at once: a new change, or the next version of the one it edits.
     *
     * @param answers as {@link Settling} takes them
     * @throws Refused with {@code change.conflict} for the whole when they leave something open
     */
    @Transactional
    public Change propose(Member member, long id, Reasons typed, Map<String, String> answers) {
        Workspace workspace = store.hold(member, id);
        Reasons reasons = typed.tidy();
        Refused.Check check = reasons.check(new Refused.Check());
        grounds.linked(member.community(), reasons, check).orRefuse();
        Subject subject = workspace.change();
        Change before = subject == null ? null : mine(member, subject);
        if (before != null && before.version() != workspace.version())
            throw Refused.because("", "workspace.overtaken", before.version());
        try (GitRepository git = repositories.open(member.community())) {
            Settled settled = settled(git, workspace, answers);
            if (!settled.open().isEmpty()) throw Refused.because("", "change.conflict");
            if (settled.edits().isEmpty()) throw Refused.because("", "workspace.nothing");
            tooLong(settled);
            Change change = before == null
                    ? proposals.propose(git, member, reasons, settled)
                    : proposals.revise(git, member, before, reasons, settled);
            store.drop(workspace);
            return change;
        }
    }

    private static void tooLong(Settled settled) {
        for (var edit : settled.edits())
            if (edit.path().endsWith(".md") && edit instanceof mainline.git.FileEdit.Put(String path, var bytes))
                if (bytes.get().length > PagePaths.LONGEST_TEXT)
                    throw Refused.because("", "workspace.text-too-long", path, PagePaths.LONGEST_TEXT / 1024);
    }
}
