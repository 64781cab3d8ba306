package mainline.changes;

import java.util.LinkedHashSet;
import java.util.Set;
import mainline.discussion.Discussions;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.Areas;
import mainline.handbook.Roster;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what changes say, version by version, so that it is found, discussed and there for review. */
@Component
class Versions {
    private final ChangeStore store;
    private final VersionStore versions;
    private final Grounds grounds;
    private final Areas areas;
    private final GitRepositories repositories;
    private final Discussions discussions;
    private final ChangeNodes nodes;

    Versions(
            ChangeStore store,
            VersionStore versions,
            Grounds grounds,
            Areas areas,
            GitRepositories repositories,
            Discussions discussions,
            ChangeNodes nodes) {
        this.store = store;
        this.versions = versions;
        this.grounds = grounds;
        this.areas = areas;
        this.repositories = repositories;
        this.discussions = discussions;
        this.nodes = nodes;
    }

    /** A change that was not there before. */
    void first(GitRepository git, Change change, ObjectId base, ObjectId head) {
        store.add(change, grounds.mission(change));
        keep(git, change, base, head);
    }

    /** What a change says from now on; a draft is open by it. */
    void next(GitRepository git, Change change, ObjectId base, ObjectId head) {
        store.revise(change, grounds.mission(change));
        keep(git, change, base, head);
    }

    /** The same, with these people's wordings in it. Those of its authors are words of theirs like all others. */
    void suggested(GitRepository git, Change change, ObjectId base, ObjectId head, Set<PersonId> by) {
        next(git, change, base, head);
        Set<PersonId> others = new LinkedHashSet<>(by);
        others.removeIf(change::hasAuthor);
        versions.suggested(change, others, others.size() == by.size());
    }

    /** The one version of a change that passed no gate. */
    void enacted(GitRepository git, Change change, ObjectId base, ObjectId head) {
        store.add(change, 0);
        put(git, change, base, head);
    }

    /** A text that waits for somebody to take it up: no version yet. */
    void draft(Change draft, DraftText text, @Nullable PersonId asked) {
        store.add(draft, grounds.mission(draft));
        versions.addDraft(draft.subject(), text, asked);
        discussions.open(draft.subject(), draft.title());
        nodes.put(draft);
    }

    /** What nobody is to review any more stands on no chain. */
    void drop(Change change) {
        nodes.drop(change.subject());
    }

    private void keep(GitRepository git, Change change, ObjectId base, ObjectId head) {
        fits(git, change, base, head);
        put(git, change, base, head);
        nodes.put(change);
    }

    private void put(GitRepository git, Change change, ObjectId base, ObjectId head) {
        repositories.keep(change.subject().community(), change.subject().number(), change.version(), head);
        versions.add(change.subject(), new Version(change.version(), base, head, change.at()), git.content(base, head));
        discussions.open(change.subject(), change.title());
    }

    /** What an area lets in; a push was told already. */
    private void fits(GitRepository git, Change change, ObjectId base, ObjectId head) {
        Roster roster = areas.of(change.subject().community());
        for (AreaFiles.Unfit unfit : AreaFiles.unfit(roster, git, base, head, change.paths()))
            throw unfit.tooLarge()
                    ? Refused.because(
                            "text",
                            "change.file-large",
                            unfit.path(),
                            unfit.rules().largest() / 1024)
                    : Refused.because(
                            "",
                            "change.file-odd",
                            unfit.path(),
                            String.join(", ", unfit.rules().files()));
    }
}
