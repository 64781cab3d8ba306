package mainline.git;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import mainline.text.LineDiff;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.merge.ResolveMerger;
import org.eclipse.jgit.merge.ThreeWayMerger;
import org.eclipse.jgit.revwalk.RevWalk;

/** Merges three ways in memory. */
public final class Merges {
    private final Repository repository;
    private final ObjectReader reader;

    Merges(Repository repository, ObjectReader reader) {
        this.repository = repository;
        this.reader = reader;
    }

    /** What a merge on top of {@code ours} would come to. */
    public enum Outcome {
        CLEAN,
        CONFLICT,
        /** All of it is there already. */
        NOTHING
    }

    /** Tries a merge and stores nothing. */
    public Outcome tryMerge(ObjectId base, ObjectId ours, ObjectId theirs) {
        class Unstored extends ObjectInserter.Formatter {
            @Override
            public ObjectId insert(int type, byte[] bytes, int offset, int length) {
                return idFor(type, bytes, offset, length);
            }

            @Override
            public ObjectId insert(int type, long length, InputStream in) throws IOException {
                return idFor(type, length, in);
            }

            @Override
            public ObjectReader newReader() {
                return repository.newObjectReader();
            }
        }
        return Reading.of(() -> {
            ThreeWayMerger merger = merger(new Unstored(), base);
            if (!merger.merge(ours, theirs)) return Outcome.CONFLICT;
            return merger.getResultTreeId().equals(tree(ours)) ? Outcome.NOTHING : Outcome.CLEAN;
        });
    }

    private ThreeWayMerger merger(ObjectInserter inserter, ObjectId base) throws IOException {
        ThreeWayMerger merger = new LineMerger(inserter, repository.getConfig());
        merger.setBase(base);
        return merger;
    }

    /** One commit on {@code ours} with both sides' work since {@code base}; nothing when they contradict each other. */
    public Optional<ObjectId> merge(ObjectId base, ObjectId ours, ObjectId theirs, GitRepository.Signed signed) {
        return Reading.of(() -> {
            try (ObjectInserter inserter = repository.newObjectInserter()) {
                ThreeWayMerger merger = merger(inserter, base);
                if (!merger.merge(ours, theirs)) return Optional.empty();
                return Optional.of(Writing.commit(inserter, ours, merger.getResultTreeId(), signed));
            }
        });
    }

    private ObjectId tree(ObjectId commit) throws IOException {
        try (RevWalk walk = new RevWalk(reader)) {
            return walk.parseCommit(commit).getTree().copy();
        }
    }

    private static final class LineMerger extends ResolveMerger {
        LineMerger(ObjectInserter inserter, Config config) {
            super(inserter, config);
            mergeAlgorithm = LineDiff.merging();
        }
    }
}
