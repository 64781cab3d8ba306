package mainline.drafting;

import java.util.Map;
import java.util.Optional;
import mainline.changes.Change;
import mainline.changes.Proposal;
import mainline.changes.Proposals;
import mainline.community.Member;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What stands in the editor of one page, kept while somebody writes: a change in preparation with that page alone and the
 * pictures put into it, so that it can be gone on with on any device.
 */
@Component
class KeptEdits {
    private final Workspaces workspaces;
    private final WorkspaceEdits edits;
    private final WorkspacePictures pictures;
    private final Proposals proposals;

    KeptEdits(Workspaces workspaces, WorkspaceEdits edits, WorkspacePictures pictures, Proposals proposals) {
        this.workspaces = workspaces;
        this.edits = edits;
        this.pictures = pictures;
        this.proposals = proposals;
    }

    /** @param change whose next version was begun; null for a new one */
    Optional<Workspace> find(Member member, @Nullable Subject change, String path) {
        return workspaces.ofPage(member, change, path);
    }

    /**
     * Keeps it as far as it is written.
     *
     * @param version of the change in front of the member
     * @param before under which path it was kept last, while a new page has no name for good; empty for none
     * @return the change in preparation it is kept in
     */
    @Transactional
    public long keep(Member member, @Nullable Subject change, int version, String before, Proposal typed) {
        boolean renamed = change == null && !before.isEmpty() && !before.equals(typed.path());
        if (renamed)
            find(member, null, before).ifPresent(kept -> edits.move(member, kept.id(), before, typed.path(), false));
        return workspaces.keep(member, change, version, typed);
    }

    /** Proposes it, with the pictures that were put into it; nothing stays in preparation. */
    @Transactional
    public Change propose(Member member, @Nullable Subject change, int version, Proposal typed) {
        Optional<Workspace> kept = find(member, change, typed.path());
        if (kept.filter(begun -> !pictures.of(begun).isEmpty()).isPresent()) {
            long id = workspaces.keep(member, change, version, typed);
            return workspaces.propose(member, id, typed.reasons(), Map.of());
        }
        Change proposed =
                change == null ? proposals.propose(member, typed) : proposals.revise(member, change, version, typed);
        kept.ifPresent(begun -> workspaces.drop(member, begun.id()));
        return proposed;
    }
}
