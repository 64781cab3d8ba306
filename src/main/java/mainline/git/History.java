package mainline.git;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.ChangedPathTreeFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** How a handbook came to be what it is: which commits come before which, and what changed in them. */
public final class History {
    private final Repository repository;
    private final ObjectReader reader;

    History(Repository repository, ObjectReader reader) {
        this.repository = repository;
        this.reader = reader;
    }

    /** The commits that changed this file, newest first, from {@code start} back. */
    public List<RevCommit> of(ObjectId start, String path, int most) {
        return Reading.of(() -> {
            List<RevCommit> commits = new ArrayList<>();
            try (RevWalk walk = new RevWalk(reader)) {
                walk.setTreeFilter(ChangedPathTreeFilter.create(path));
                walk.markStart(walk.parseCommit(start));
                for (RevCommit commit = walk.next(); commit != null && commits.size() < most; commit = walk.next()) {
                    walk.parseBody(commit);
                    commits.add(commit);
                }
            }
            return commits;
        });
    }

    /**
     * The commits that are signed with this address, newest first, among the newest ones before {@code start}.
     *
     * @param look how many are looked at
     */
    public List<RevCommit> by(ObjectId start, String address, int look) {
        return Reading.of(() -> {
            List<RevCommit> commits = new ArrayList<>();
            try (RevWalk walk = new RevWalk(reader)) {
                walk.markStart(walk.parseCommit(start));
                int seen = 0;
                for (RevCommit commit = walk.next(); commit != null && seen < look; commit = walk.next(), seen++) {
                    walk.parseBody(commit);
                    if (commit.getAuthorIdent().getEmailAddress().equalsIgnoreCase(address)) commits.add(commit);
                }
            }
            return commits;
        });
    }

    /** Tells for each of these files the newest commit, from {@code start} back, that made it what it is there. */
    public void lastChanges(ObjectId start, Set<String> paths, BiConsumer<String, RevCommit> told) {
        Set<String> open = new HashSet<>(paths);
        Reading.of(() -> {
            try (RevWalk walk = new RevWalk(reader);
                    TreeWalk files = new TreeWalk(reader)) {
                walk.markStart(walk.parseCommit(start));
                files.setRecursive(true);
                for (RevCommit commit = walk.next(); commit != null && !open.isEmpty(); commit = walk.next()) {
                    files.reset();
                    files.addTree(commit.getTree());
                    for (RevCommit parent : commit.getParents())
                        files.addTree(walk.parseCommit(parent).getTree());
                    files.setFilter(commit.getParentCount() == 0 ? TreeFilter.ALL : TreeFilter.ANY_DIFF);
                    while (files.next()) {
                        String path = files.getPathString();
                        if (!isAsInAParent(files) && open.remove(path)) {
                            walk.parseBody(commit);
                            told.accept(path, commit);
                        }
                    }
                }
            }
            return open;
        });
    }

    private static boolean isAsInAParent(TreeWalk files) {
        for (int parent = 1; parent < files.getTreeCount(); parent++) if (files.idEqual(0, parent)) return true;
        return false;
    }

    /** The commits that lead from the one to the other, newest first, at most so many. */
    public List<RevCommit> between(ObjectId from, ObjectId to, int most) {
        return Reading.of(() -> {
            List<RevCommit> commits = new ArrayList<>();
            try (RevWalk walk = new RevWalk(reader)) {
                walk.markStart(walk.parseCommit(to));
                walk.markUninteresting(walk.parseCommit(from));
                for (RevCommit commit = walk.next(); commit != null && commits.size() < most; commit = walk.next()) {
                    walk.parseBody(commit);
                    commits.add(commit);
                }
            }
            return commits;
        });
    }

    /** The names of the tags that point at that commit, by name. */
    public List<String> tags(ObjectId commit) {
        return Reading.of(() -> {
            List<String> names = new ArrayList<>();
            for (Ref tag : repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
                ObjectId peeled = tag.getPeeledObjectId();
                if (commit.equals(peeled == null ? tag.getObjectId() : peeled))
                    names.add(Repository.shortenRefName(tag.getName()));
            }
            return names;
        });
    }

    /** Whether the one's history is part of the other's. */
    public boolean isBefore(ObjectId one, ObjectId other) {
        return Reading.of(() -> {
            try (RevWalk walk = new RevWalk(reader)) {
                return !one.equals(other) && walk.isMergedInto(walk.parseCommit(one), walk.parseCommit(other));
            }
        });
    }

    /** The commit before one of the handbook's own. */
    public ObjectId parent(ObjectId commit) {
        return Reading.of(() -> {
            try (RevWalk walk = new RevWalk(reader)) {
                return walk.parseCommit(commit).getParent(0).copy();
            }
        });
    }
}
