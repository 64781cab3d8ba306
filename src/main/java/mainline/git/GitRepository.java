package mainline.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** A handbook opened for one act or one page: reading any version, adding commits, merging three ways in memory. */
public final class GitRepository implements AutoCloseable {
    public static final String MAIN = Constants.R_HEADS + "main";
    /** How many bytes of a text are read at most. */
    static final int LONGEST_READ = 2 * 1024 * 1024;

    private final HandbookRepository repository;
    private final ObjectReader reader;

    GitRepository(HandbookRepository repository) {
        this.repository = repository;
        this.reader = repository.newObjectReader();
    }

    public Repository repository() {
        return repository;
    }

    /** What tells this handbook from others of the same installation. */
    String name() {
        return repository.getDescription().getRepositoryName();
    }

    /** The newest commit of the handbook itself: of the branch that HEAD names, which an import may have called otherwise. */
    public ObjectId head() {
        return Reading.of(() -> {
            Ref main = repository.getRefDatabase().exactRef(Constants.HEAD);
            if (main == null || main.getObjectId() == null) throw new IOException("the handbook has no main branch");
            return main.getObjectId();
        });
    }

    /** The file at that path of that commit, nothing if there is none or it is a folder. */
    public Optional<ObjectLoader> file(ObjectId commit, String path) {
        return Reading.of(() -> {
            try (RevWalk walk = new RevWalk(reader);
                    TreeWalk found = TreeWalk.forPath(
                            reader, path, walk.parseCommit(commit).getTree())) {
                if (found == null || (found.getFileMode(0).getBits() & FileMode.TYPE_MASK) != FileMode.TYPE_FILE)
                    return Optional.empty();
                return Optional.of(reader.open(found.getObjectId(0), Constants.OBJ_BLOB));
            }
        });
    }

    /** Whether a commit has a file or folder of that path. */
    public boolean has(ObjectId commit, String path) {
        return Reading.of(() -> {
            try (RevWalk walk = new RevWalk(reader);
                    TreeWalk found = TreeWalk.forPath(
                            reader, path, walk.parseCommit(commit).getTree())) {
                return found != null;
            }
        });
    }

    /** A file or folder, by its name in the folder it lies in. */
    public record Item(String name, boolean folder) {}

    /** Makes an annotated tag on a commit; nobody finds it before {@link GitRepositories#tag} has given it its name. */
    public ObjectId tag(ObjectId commit, String name, PersonIdent by, String message) {
        return new Writing(repository, reader).tag(commit, name, by, message);
    }

    public static byte[] bytes(ObjectLoader file, int most) {
        return Reading.of(() -> file.getCachedBytes(most));
    }

    static byte[] beginning(ObjectLoader file, int most) {
        return Reading.of(() -> {
            try (InputStream in = file.openStream()) {
                return in.readNBytes(most);
            }
        });
    }

    /** The text of a page as it is stored; what is longer than {@link #LONGEST_READ} bytes ends there. */
    public Optional<String> text(ObjectId commit, String path) {
        return written(commit, path).map(Written::text);
    }

    /** The same with what it is written in. */
    public Optional<Written> written(ObjectId commit, String path) {
        return file(commit, path).map(file -> Written.of(beginning(file, LONGEST_READ), file.getSize() > LONGEST_READ));
    }

    /** What the file at that path consists of, nothing if there is none. */
    public Optional<ObjectId> blob(ObjectId commit, String path) {
        return Reading.of(() -> {
            try (RevWalk walk = new RevWalk(reader);
                    TreeWalk found = TreeWalk.forPath(
                            reader, path, walk.parseCommit(commit).getTree())) {
                boolean isFile =
                        found != null && (found.getFileMode(0).getBits() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
                return isFile ? Optional.of(found.getObjectId(0)) : Optional.empty();
            }
        });
    }

    /** What was stored under that name. */
    public ObjectLoader stored(ObjectId blob) {
        return Reading.of(() -> reader.open(blob, Constants.OBJ_BLOB));
    }

    /** The text in it; nothing when it is none, or longer than {@link #LONGEST_READ} bytes. */
    public Optional<String> textOf(ObjectId blob) {
        ObjectLoader file = stored(blob);
        if (file.getSize() > LONGEST_READ) return Optional.empty();
        return decoded(bytes(file, LONGEST_READ));
    }

    /** These bytes as a text; nothing when they are none. */
    public static Optional<String> decoded(byte[] bytes) {
        for (byte one : bytes) if (one == 0) return Optional.empty();
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    /** The files that differ between two commits, by path, with those that were moved told as moved. */
    public List<Difference> compare(ObjectId before, ObjectId after) {
        return Reading.of(() -> Compared.of(repository, reader, before, after));
    }

    /**
     * What lies right in a folder, in git's order; nothing when there is no such folder.
     *
     * @param folder empty for the root
     * @param after the name to go on after, empty for the start
     */
    public List<Item> folder(ObjectId commit, String folder, String after, int most) {
        return new Listing(reader).folder(commit, folder, after, most);
    }

    /** Every file of that commit, in git's order. */
    public List<String> paths(ObjectId commit) {
        return new Listing(reader).paths(commit);
    }

    /** The files that differ between two commits. */
    public List<String> differences(ObjectId before, ObjectId after) {
        return new Listing(reader).differences(before, after);
    }

    /** Every plain file of that commit, by path, with the name of its bytes. */
    public Map<String, ObjectId> files(ObjectId commit) {
        return new Listing(reader).files(commit);
    }

    /** Names what leads from one commit to another: the same when only what they stand on differs. */
    public String content(ObjectId before, ObjectId after) {
        return Reading.of(() -> Content.between(repository, reader, before, after));
    }

    /** How it came to be what it is. */
    public History history() {
        return new History(repository, reader);
    }

    /** What comes of two sides' work. */
    public Merges merges() {
        return new Merges(repository, reader);
    }

    /** A commit of the handbook itself, by its full name; nothing for what is not on the main line. */
    public Optional<RevCommit> commit(String name) {
        if (!ObjectId.isId(name)) return Optional.empty();
        return Reading.of(() -> {
            try (RevWalk walk = new RevWalk(reader)) {
                if (!reader.has(ObjectId.fromString(name), Constants.OBJ_COMMIT)) return Optional.empty();
                RevCommit commit = walk.parseCommit(ObjectId.fromString(name));
                return walk.isMergedInto(commit, walk.parseCommit(head())) ? Optional.of(commit) : Optional.empty();
            }
        });
    }

    /** A commit on {@code parent} with one file replaced or added. */
    public ObjectId write(@Nullable ObjectId parent, String path, String text, Signed signed) {
        return write(parent, List.of(FileEdit.text(path, text)), signed);
    }

    /** The same with several files, their texts by path. */
    public ObjectId write(@Nullable ObjectId parent, Map<String, String> texts, Signed signed) {
        List<FileEdit> edits = new ArrayList<>();
        texts.forEach((path, text) -> edits.add(FileEdit.text(path, text)));
        return write(parent, edits, signed);
    }

    /** The same with files of any kind, their bytes by path. */
    public ObjectId replace(@Nullable ObjectId parent, Map<String, byte[]> files, Signed signed) {
        List<FileEdit> edits = new ArrayList<>();
        files.forEach((path, bytes) -> edits.add(new FileEdit.Put(path, () -> bytes)));
        return write(parent, edits, signed);
    }

    /** A commit on {@code parent} with these files put and removed, all at once. */
    public ObjectId write(@Nullable ObjectId parent, Collection<FileEdit> edits, Signed signed) {
        return new Writing(repository, reader).write(parent, edits, signed);
    }

    /** Any commit there is, with its message. */
    public RevCommit read(ObjectId commit) {
        return Reading.of(() -> {
            try (RevWalk walk = new RevWalk(reader)) {
                return walk.parseCommit(commit);
            }
        });
    }

    /** Who wrote a commit, who put it there, and why. */
    public record Signed(PersonIdent author, PersonIdent committer, String message) {}

    @Override
    public void close() {
        reader.close();
        repository.close();
    }
}
