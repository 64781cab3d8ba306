package mainline.git;

import java.io.IOException;
import java.util.Collection;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TagBuilder;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/** Puts commits and tags into a handbook; nobody finds them before a branch or a name leads to them. */
final class Writing {
    private final Repository repository;
    private final ObjectReader reader;

    Writing(Repository repository, ObjectReader reader) {
        this.repository = repository;
        this.reader = reader;
    }

    /** A commit on {@code parent} with these files put and removed, all at once. */
    ObjectId write(@Nullable ObjectId parent, Collection<FileEdit> edits, GitRepository.Signed signed) {
        return Reading.of(() -> {
            try (ObjectInserter inserter = repository.newObjectInserter();
                    RevWalk walk = new RevWalk(reader)) {
                DirCache files = parent == null
                        ? DirCache.newInCore()
                        : DirCache.read(reader, walk.parseCommit(parent).getTree());
                DirCacheEditor editor = files.editor();
                for (FileEdit edit : edits) {
                    editor.add(
                            switch (edit) {
                                case FileEdit.Put(String path, var bytes) ->
                                    putting(path, inserter.insert(Constants.OBJ_BLOB, bytes.get()));
                                case FileEdit.Keep(String path, ObjectId blob) -> putting(path, blob);
                                case FileEdit.Remove(String path) -> new DirCacheEditor.DeletePath(path);
                            });
                }
                editor.finish();
                return commit(inserter, parent, files.writeTree(inserter), signed);
            }
        });
    }

    private static DirCacheEditor.PathEdit putting(String path, ObjectId blob) {
        return new DirCacheEditor.PathEdit(path) {
            @Override
            public void apply(DirCacheEntry entry) {
                if (entry.getRawMode() != FileMode.EXECUTABLE_FILE.getBits()) entry.setFileMode(FileMode.REGULAR_FILE);
                entry.setObjectId(blob);
            }
        };
    }

    /** Makes an annotated tag on a commit; nobody finds it before {@link GitRepositories#tag} has given it its name. */
    ObjectId tag(ObjectId commit, String name, PersonIdent by, String message) {
        return Reading.of(() -> {
            TagBuilder tag = new TagBuilder();
            tag.setObjectId(commit, Constants.OBJ_COMMIT);
            tag.setTag(name);
            tag.setTagger(by);
            tag.setMessage(message);
            try (ObjectInserter inserter = repository.newObjectInserter()) {
                ObjectId id = inserter.insert(tag);
                inserter.flush();
                return id;
            }
        });
    }

    static ObjectId commit(
            ObjectInserter inserter, @Nullable ObjectId parent, ObjectId tree, GitRepository.Signed signed)
            throws IOException {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        if (parent != null) commit.setParentId(parent);
        commit.setAuthor(signed.author());
        commit.setCommitter(signed.committer());
        commit.setMessage(signed.message());
        ObjectId id = inserter.insert(commit);
        inserter.flush();
        return id;
    }
}
