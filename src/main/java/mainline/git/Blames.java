package mainline.git;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.text.LineDiff;
import org.eclipse.jgit.blame.BlameGenerator;
import org.eclipse.jgit.blame.cache.CacheRegion;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who last wrote the lines of files, kept by the last commit that touched the file: what is merged elsewhere throws nothing
 * away, and a new version of a file is told from the one before.
 */
@Component
public class Blames {
    private static final int LONGEST_FILE = 1024 * 1024;
    private static final int MOST_RENAMES = 200;
    private static final int LONGEST_FOOTERS = 1000;
    private static final int HEAVIEST = 16 * 1024 * 1024;

    private record Key(String repository, ObjectId commit, String path) {}

    private final Cache<Key, ObjectId> touched =
            Caffeine.newBuilder().maximumSize(20_000).build();
    private final Cache<Key, Blame> known = Caffeine.newBuilder()
            .maximumWeight(HEAVIEST)
            .weigher((Key key, Blame blame) -> weight(blame))
            .build();

    Blames() {}

    private static int weight(Blame blame) {
        long commits = blame.lines().stream().distinct().count();
        return (int) (200 + 8L * blame.lines().size() + 600 * commits);
    }

    /**
     * @param commit of the handbook or of a change
     * @return nothing when there is no such file, or it is longer than a megabyte
     */
    public Optional<Blame> of(GitRepository git, ObjectId commit, String path) {
        Optional<ObjectLoader> file = git.file(commit, path);
        if (file.isEmpty() || file.get().getSize() > LONGEST_FILE) return Optional.empty();
        return lastTouch(git, commit, path).map(touch -> known(git, touch, path));
    }

    /** The newest commit, from {@code commit} back, that made the file what it is there. */
    public Optional<ObjectId> lastTouch(GitRepository git, ObjectId commit, String path) {
        Key key = new Key(git.name(), commit.copy(), path);
        ObjectId touch = touched.getIfPresent(key);
        if (touch == null) {
            List<RevCommit> last = git.history().of(commit, path, 1);
            if (last.isEmpty()) return Optional.empty();
            touch = last.getFirst().copy();
            touched.put(key, touch);
        }
        return Optional.of(touch);
    }

    // Asked outside of the cache's own locks: what is read may take a while, and looks into the cache itself.
    private Blame known(GitRepository git, ObjectId touch, String path) {
        Key key = new Key(git.name(), touch, path);
        Blame blame = known.getIfPresent(key);
        if (blame == null) {
            blame = read(git, touch, path);
            known.put(key, blame);
        }
        return blame;
    }

    private Blame read(GitRepository git, ObjectId commit, String path) {
        Map<String, Blame.Origin> origins = new HashMap<>();
        try (BlameGenerator generator = new BlameGenerator(
                git.repository(), path, (repository, source, name) -> regions(git.name(), source, name))) {
            generator.setUseCommitGraphOptimizations(true);
            generator.setDiffAlgorithm(LineDiff.algorithm());
            generator.getRenameDetector().setRenameLimit(MOST_RENAMES);
            generator.push(null, commit);
            Blame.Origin[] lines =
                    new Blame.Origin[generator.getResultContents().size()];
            while (generator.next()) {
                RevCommit source = generator.getSourceCommit();
                String name = generator.getSourcePath();
                Blame.Origin origin =
                        origins.computeIfAbsent(source.name() + " " + name, first -> origin(source, name));
                Arrays.fill(lines, generator.getResultStart(), generator.getResultEnd(), origin);
            }
            return new Blame(List.of(lines));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What is known of an earlier version, as the generator takes it; null when nothing is. */
    private @Nullable List<CacheRegion> regions(String repository, ObjectId commit, String path) {
        Blame blame = known.getIfPresent(new Key(repository, commit.copy(), path));
        if (blame == null) return null;
        List<CacheRegion> regions = new ArrayList<>();
        List<Blame.Origin> lines = blame.lines();
        for (int start = 0, end; start < lines.size(); start = end) {
            Blame.Origin origin = lines.get(start);
            for (end = start + 1; end < lines.size() && lines.get(end).equals(origin); ) end++;
            regions.add(new CacheRegion(origin.path(), origin.commit(), start, end));
        }
        return regions;
    }

    private static Blame.Origin origin(RevCommit commit, String path) {
        PersonIdent author = commit.getAuthorIdent();
        String message = commit.getFullMessage().stripTrailing();
        String footers = message.substring(message.lastIndexOf("\n\n") + 1).strip();
        return new Blame.Origin(
                commit.copy(),
                path,
                author.getName(),
                author.getEmailAddress(),
                commit.getCommitterIdent().getWhenAsInstant(),
                commit.getShortMessage(),
                footers.length() > LONGEST_FOOTERS ? footers.substring(footers.length() - LONGEST_FOOTERS) : footers);
    }
}
