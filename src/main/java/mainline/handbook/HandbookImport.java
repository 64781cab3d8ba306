package mainline.handbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import mainline.community.Community;
import mainline.git.Book;
import mainline.git.Books;
import mainline.git.Bundle;
import mainline.git.FileEdit;
import mainline.git.Inspection;
import mainline.git.Repacking;
import mainline.git.Room;
import mainline.git.Rooms;
import mainline.git.StoredPack;
import mainline.git.StoredRef;
import mainline.kernel.CommunityId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.platform.Refusal;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings a git repository in as the whole of a handbook nobody has worked on yet: every commit, branch and tag as it is. */
@Component
public class HandbookImport {
    private static final List<String> USUAL = List.of(Book.MAIN, "refs/heads/master", "refs/heads/trunk");

    private static final int MOST_NAMINGS = 200;

    private final Books books;
    private final PageStore pages;
    private final PageIndex index;
    private final Areas areas;
    private final Editions editions;
    private final List<Work> work;
    private final PublicRecord record;
    private final Repacking repacking;
    private final Rooms rooms;

    HandbookImport(
            Books books,
            PageStore pages,
            PageIndex index,
            Areas areas,
            Editions editions,
            List<Work> work,
            PublicRecord record,
            Repacking repacking,
            Rooms rooms) {
        this.books = books;
        this.pages = pages;
        this.index = index;
        this.areas = areas;
        this.editions = editions;
        this.work = work;
        this.record = record;
        this.repacking = repacking;
        this.rooms = rooms;
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
        try (Book book = books.open(id);
                Bundle bundle = Bundle.of(source)) {
            ObjectId before = book.head();
            List<StoredPack> old = books.packs(id);
            Map<String, ObjectId> refs =
                    bundle.unpack(book.repository(), percent -> told.accept("read " + percent + " %"));
            String main = main(refs, branch, bundle.main());
            ObjectId head = Objects.requireNonNull(refs.get(main));
            if (!before.equals(head)) refuseIfBegun(book, before, community);
            told.accept("look at every object");
            List<String> left = new ArrayList<>();
            List<StoredRef> taken = taken(book.repository(), refs, main, left);
            Inspection seen = inspect(book.repository(), taken);
            books.replace(id, taken, main, old);
            told.accept("read the pages");
            ImportedPages read = ImportedPages.of(book, head);
            readPages(book, id, head, read);
            if (!before.equals(head)) areas.followAnew(id, book, head);
            editions.followAnew(book, id);
            int tags = (int) taken.stream()
                    .filter(ref -> ref.name().startsWith(Constants.R_TAGS))
                    .count();
            if (!before.equals(head))
                record.add(Act.byItself(
                        HandbookVerb.IMPORTED,
                        new Subject(id, Subject.Kind.AREA, 0),
                        community.name(),
                        head.name().substring(0, 10)));
            return new Report(
                    Repository.shortenRefName(main),
                    seen.commits(),
                    seen.objects(),
                    taken.size() - tags,
                    tags,
                    read.pages().size(),
                    left,
                    seen.remarks(),
                    seen.remarked(),
                    read.told());
        } catch (IOException broken) {
            throw new Refusal("The history cannot be read: " + broken.getMessage(), broken);
        }
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
        try (Book book = books.open(community)) {
            return work.stream().anyMatch(some -> some.isUnderWay(community))
                    || book.read(book.head()).getParentCount() > 0;
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
        Room room = rooms.of(id);
        if (rooms.of(from).used() > room.quota())
            throw Refused.because("", "handbook.no-room", room.usedMegabytes(), room.quotaMegabytes());
        try (Book theirs = books.open(from);
                Bundle bundle = Bundle.of(theirs);
                Book book = books.open(id)) {
            Optional<byte[]> overseen = overseen(book, book.head());
            List<StoredPack> old = books.packs(id);
            Map<String, ObjectId> refs = bundle.unpack(book.repository(), percent -> {});
            String main = main(refs, null, bundle.main());
            ObjectId common = Objects.requireNonNull(refs.get(main));
            books.replace(id, taken(book.repository(), refs, main, new ArrayList<>()), main, old);
            readPages(book, id, common, ImportedPages.of(book, common));
            return new Copied(common, keepOverseen(id, common, overseen, by));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** With the book opened anew: what lay in the packs that went has to be stored again. */
    private ObjectId keepOverseen(CommunityId id, ObjectId common, Optional<byte[]> overseen, PersonIdent by) {
        try (Book book = books.open(id)) {
            ObjectId own = common;
            if (!Objects.equals(
                    overseen.map(HexFormat.of()::formatHex),
                    overseen(book, common).map(HexFormat.of()::formatHex))) {
                String message = "Begin with our own " + Areas.FILE + "\n";
                FileEdit edit = overseen.<FileEdit>map(bytes -> new FileEdit.Put(Areas.FILE, () -> bytes))
                        .orElseGet(() -> new FileEdit.Remove(Areas.FILE));
                own = book.write(common, List.of(edit), new Book.Signed(by, by, message));
                books.advance(id, common, own);
            }
            areas.followAnew(id, book, own);
            return own;
        }
    }

    private static Optional<byte[]> overseen(Book book, ObjectId commit) {
        return book.file(commit, Areas.FILE).map(file -> Book.bytes(file, StewardsFile.BIGGEST));
    }

    private void refuseIfBegun(Book book, ObjectId head, Community community) throws IOException {
        boolean begun = work.stream().anyMatch(some -> some.isUnderWay(community.id()));
        try (RevWalk walk = new RevWalk(book.repository())) {
            RevCommit first = walk.parseCommit(head);
            for (int n = 0; n < MOST_NAMINGS && first.getParentCount() == 1; n++)
                first = walk.parseCommit(first.getParent(0));
            // Naming stewards is no work on what would be replaced; who they are is kept.
            begun |= first.getParentCount() > 0 || !List.of(Areas.FILE).containsAll(book.differences(first, head));
        }
        if (begun)
            throw new Refusal(
                    "The handbook of " + community.slug()
                            + " has a history of its own already; another one comes only into a handbook nobody has worked on.");
    }

    private static String main(Map<String, ObjectId> refs, @Nullable String wanted, @Nullable String named) {
        if (wanted != null) {
            String main = Constants.R_HEADS + wanted;
            if (!refs.containsKey(main)) throw new Refusal("There is no branch " + wanted + " in it.");
            return main;
        }
        if (named != null && named.startsWith(Constants.R_HEADS) && refs.containsKey(named)) return named;
        ObjectId head = refs.get(Constants.HEAD);
        List<String> branches = refs.keySet().stream()
                .filter(name -> name.startsWith(Constants.R_HEADS))
                .filter(name -> head == null || head.equals(refs.get(name)))
                .toList();
        if (branches.size() == 1) return branches.getFirst();
        for (String usual : USUAL) if (branches.contains(usual)) return usual;
        if (head != null && branches.isEmpty() && !refs.containsKey(Book.MAIN)) {
            refs.put(Book.MAIN, head);
            return Book.MAIN;
        }
        throw new Refusal("Which branch is the handbook? Say so with --branch NAME.");
    }

    private static List<StoredRef> taken(
            Repository repository, Map<String, ObjectId> refs, String main, List<String> left) throws IOException {
        Map<String, StoredRef> taken = new LinkedHashMap<>();
        try (RevWalk walk = new RevWalk(repository)) {
            for (var ref : refs.entrySet()) {
                String name = ref.getKey();
                boolean kept = name.startsWith(Constants.R_HEADS) || name.startsWith(Constants.R_TAGS);
                if (!kept || !Repository.isValidRefName(name)) {
                    if (!name.equals(Constants.HEAD)) left.add(name);
                    continue;
                }
                RevObject object = walk.parseAny(ref.getValue());
                RevObject peeled = walk.peel(object);
                taken.put(
                        name, new StoredRef(name, ref.getValue(), peeled.equals(object) ? null : peeled.copy(), null));
            }
            if (walk.parseAny(refs.get(main)).getType() != Constants.OBJ_COMMIT)
                throw new Refusal("The branch " + main + " is not a line of commits.");
        } catch (MissingObjectException hole) {
            throw Bundle.notWhole(hole);
        }
        return List.copyOf(taken.values());
    }

    private static Inspection inspect(Repository repository, List<StoredRef> taken) throws IOException {
        try (var reader = repository.newObjectReader()) {
            List<ObjectId> tips = new ArrayList<>();
            for (StoredRef ref : taken) if (ref.object() != null) tips.add(ref.object());
            return Inspection.of(reader, tips);
        } catch (MissingObjectException hole) {
            throw Bundle.notWhole(hole);
        }
    }

    private void readPages(Book book, CommunityId community, ObjectId head, ImportedPages read) {
        index.removeAll(community);
        Map<String, RevCommit> last = new HashMap<>();
        book.history().lastChanges(head, Set.copyOf(read.pages()), last::put);
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
        index.putAll(book, head, community, all, book.paths(head));
    }
}
