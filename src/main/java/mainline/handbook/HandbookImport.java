package mainline.handbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import mainline.community.Community;
import mainline.git.Bundle;
import mainline.git.FileEdit;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.git.Inspection;
import mainline.git.Quota;
import mainline.git.Quotas;
import mainline.git.Repacking;
import mainline.git.StoredPack;
import mainline.kernel.CommunityId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.platform.Refusal;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings a git repository in as the whole of a handbook nobody has worked on yet: every commit, branch and tag as it is. */
@Component
public class HandbookImport {
    private static final int MOST_NAMINGS = 200;

    private final GitRepositories repositories;
    private final PageStore pages;
    private final PageIndex index;
    private final Areas areas;
    private final Editions editions;
    private final List<Work> work;
    private final PublicRecord record;
    private final Repacking repacking;
    private final Quotas quotas;

    HandbookImport(
            GitRepositories repositories,
            PageStore pages,
            PageIndex index,
            Areas areas,
            Editions editions,
            List<Work> work,
            PublicRecord record,
            Repacking repacking,
            Quotas quotas) {
        this.repositories = repositories;
        this.pages = pages;
        this.index = index;
        this.areas = areas;
        this.editions = editions;
        this.work = work;
        this.record = record;
        this.repacking = repacking;
        this.quotas = quotas;
    }

    /**
     * What came in.
     *
     * @param main the branch that is the handbook now
     * @param left refs that were not taken
     * @param remarks what a push would have been refused for, the first hundred
     * @param remarked how many such things there are
     * @param told what readers of the pages as they are now should know, a line each
     */
    public record Report(
            String main,
            long commits,
            long objects,
            int branches,
            int tags,
            int pages,
            List<String> left,
            List<String> remarks,
            long remarked,
            List<String> told) {}

    /**
     * @param source a repository's folder or a bundle
     * @param branch the branch that becomes the handbook; null for the one HEAD names
     * @param told hears what is being done, a line each
     * @throws Refusal in one line; then nothing is stored
     */
    @Transactional
    public Report bring(Path source, Community community, @Nullable String branch, Consumer<String> told) {
        CommunityId id = community.id();
        pages.lock(id);
        try (GitRepository git = repositories.open(id);
                Bundle bundle = Bundle.of(source)) {
            ObjectId before = git.head();
            List<StoredPack> old = repositories.packs(id);
            ImportedRefs refs = ImportedRefs.of(
                    bundle.unpack(git.repository(), percent -> told.accept("read " + percent + " %")),
                    branch,
                    bundle.main());
            ObjectId head = refs.head();
            boolean anew = !before.equals(head);
            if (anew) refuseIfBegun(git, before, community);
            told.accept("look at every object");
            ImportedRefs.Taken taken = refs.taken(git.repository());
            Inspection seen = taken.inspect(git.repository());
            repositories.replace(id, taken.refs(), refs.main(), old);
            told.accept("read the pages");
            ImportedPages read = ImportedPages.of(git, head);
            readPages(git, id, head, read);
            if (anew) areas.followAnew(id, git, head);
            editions.followAnew(git, id);
            if (anew) remember(community, git, head);
            return report(refs.main(), taken, seen, read);
        } catch (IOException broken) {
            throw new Refusal("The history cannot be read: " + broken.getMessage(), broken);
        }
    }

    private void remember(Community community, GitRepository git, ObjectId head) {
        Instant newest =
                git.commit(head.name()).orElseThrow().getCommitterIdent().getWhenAsInstant();
        Subject handbook = new Subject(community.id(), Subject.Kind.AREA, 0);
        record.add(Act.byItself(HandbookVerb.IMPORTED, handbook, community.name(), "")
                .on(LocalDate.ofInstant(newest, community.zone())));
    }

    private static Report report(String main, ImportedRefs.Taken taken, Inspection seen, ImportedPages read) {
        return new Report(
                Repository.shortenRefName(main),
                seen.commits(),
                seen.objects(),
                taken.branches(),
                taken.tags(),
                read.pages().size(),
                taken.left(),
                seen.remarks(),
                seen.remarked(),
                read.told());
    }

    /** What later modules know of work on a handbook: a history that was brought along would put an end to it. */
    public interface Work {
        boolean isUnderWay(CommunityId community);
    }

    /** Puts in order what {@link #bring} stored, so that clones are quick from the start. */
    public void pack(Community community) {
        repacking.pack(community.id());
    }

    /** Whether somebody has worked on this handbook: then no other history can take its place. */
    public boolean isBegun(CommunityId community) {
        try (GitRepository git = repositories.open(community)) {
            return work.stream().anyMatch(some -> some.isUnderWay(community))
                    || git.read(git.head()).getParentCount() > 0;
        }
    }

    /**
     * Where a copied handbook stands.
     *
     * @param common the commit that both have in common
     * @param own the first commit of its own, with its own {@code STEWARDS.yml}; the same where that needs none
     */
    public record Copied(ObjectId common, ObjectId own) {}

    /**
     * Puts the whole handbook of another community in the place of one that nobody has worked on. Who oversees what stays as it is.
     *
     * @param by who signs the commit that says so
     * @throws Refused as a whole when somebody has, or when there is no room
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Copied copy(CommunityId from, Community into, PersonIdent by) {
        CommunityId id = into.id();
        pages.lock(id);
        if (isBegun(id)) throw Refused.because("", "handbook.begun");
        Quota quota = quotas.of(id);
        if (quotas.of(from).used() > quota.most())
            throw Refused.because("", "handbook.no-room", quota.usedMegabytes(), quota.megabytes());
        try (GitRepository theirs = repositories.open(from);
                Bundle bundle = Bundle.of(theirs);
                GitRepository git = repositories.open(id)) {
            Optional<byte[]> overseen = overseen(git, git.head());
            List<StoredPack> old = repositories.packs(id);
            ImportedRefs refs = ImportedRefs.of(bundle.unpack(git.repository(), percent -> {}), null, bundle.main());
            ObjectId common = refs.head();
            repositories.replace(id, refs.taken(git.repository()).refs(), refs.main(), old);
            readPages(git, id, common, ImportedPages.of(git, common));
            return new Copied(common, keepOverseen(id, common, overseen, by));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** With the repository opened anew: what lay in the packs that went has to be stored again. */
    private ObjectId keepOverseen(CommunityId id, ObjectId common, Optional<byte[]> overseen, PersonIdent by) {
        try (GitRepository git = repositories.open(id)) {
            ObjectId own = common;
            if (!Objects.equals(
                    overseen.map(HexFormat.of()::formatHex),
                    overseen(git, common).map(HexFormat.of()::formatHex))) {
                String message = "Begin with our own " + Areas.FILE + "\n";
                FileEdit edit = overseen.<FileEdit>map(bytes -> new FileEdit.Put(Areas.FILE, () -> bytes))
                        .orElseGet(() -> new FileEdit.Remove(Areas.FILE));
                own = git.write(common, List.of(edit), new GitRepository.Signed(by, by, message));
                repositories.advance(id, common, own);
            }
            areas.followAnew(id, git, own);
            return own;
        }
    }

    private static Optional<byte[]> overseen(GitRepository git, ObjectId commit) {
        return git.file(commit, Areas.FILE).map(file -> GitRepository.bytes(file, StewardsFile.BIGGEST));
    }

    private void refuseIfBegun(GitRepository git, ObjectId head, Community community) throws IOException {
        boolean begun = work.stream().anyMatch(some -> some.isUnderWay(community.id()));
        try (RevWalk walk = new RevWalk(git.repository())) {
            RevCommit first = walk.parseCommit(head);
            for (int n = 0; n < MOST_NAMINGS && first.getParentCount() == 1; n++)
                first = walk.parseCommit(first.getParent(0));
            // Naming stewards is no work on what would be replaced; who they are is kept.
            begun |= first.getParentCount() > 0 || !List.of(Areas.FILE).containsAll(git.differences(first, head));
        }
        if (begun)
            throw new Refusal(
                    "The handbook of " + community.slug()
                            + " has a history of its own already; another one comes only into a handbook nobody has worked on.");
    }

    private void readPages(GitRepository git, CommunityId community, ObjectId head, ImportedPages read) {
        index.removeAll(community);
        Map<String, RevCommit> last = new HashMap<>();
        git.history().lastChanges(head, Set.copyOf(read.pages()), last::put);
        List<HandbookPage> all = new ArrayList<>();
        for (String path : read.pages()) {
            RevCommit commit = last.get(path);
            if (commit == null) continue;
            all.add(new HandbookPage(
                    community,
                    path,
                    "",
                    null,
                    null,
                    commit.getAuthorIdent().getName(),
                    commit.getCommitterIdent().getWhenAsInstant()));
        }
        index.putAll(git, head, community, all, git.paths(head));
    }
}
