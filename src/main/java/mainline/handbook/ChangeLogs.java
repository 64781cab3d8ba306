package mainline.handbook;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mainline.git.GitRepository;
import mainline.kernel.CommunityId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads change logs from the handbook's own commits, whose messages name the change they came by; kept while in use. */
@Component
class ChangeLogs {
    private static final int MOST_COMMITS = 20_000;
    private static final int MOST_CHANGES = 500;
    private static final int MOST_LINES = 20;
    private static final int MOST_PATHS = 20;

    private record Key(CommunityId community, @Nullable ObjectId from, ObjectId to) {}

    private final Cache<Key, ChangeLog> known =
            Caffeine.newBuilder().maximumSize(50).build();

    /** @param from the commit it begins after; null for the beginning */
    ChangeLog between(CommunityId community, GitRepository git, @Nullable ObjectId from, ObjectId to) {
        Key key = new Key(community, from, to);
        ChangeLog log = known.getIfPresent(key);
        if (log == null) {
            log = read(git, from, to);
            known.put(key, log);
        }
        return log;
    }

    private static ChangeLog read(GitRepository git, @Nullable ObjectId from, ObjectId to) {
        Map<String, List<ChangeLog.Entry>> areas = new TreeMap<>();
        List<String> lines = new ArrayList<>();
        int changes = 0;
        int others = 0;
        boolean whole = true;
        try (RevWalk walk = new RevWalk(git.repository())) {
            walk.setFirstParent(true);
            walk.markStart(walk.parseCommit(to));
            if (from != null) walk.markUninteresting(walk.parseCommit(from));
            for (RevCommit commit = walk.next(); commit != null && whole; commit = walk.next()) {
                long change = PageHistory.changeIn(commit.getFullMessage());
                if (change > 0) {
                    ChangeLog.Entry entry = entry(git, commit, change);
                    areas.computeIfAbsent(area(entry.paths()), first -> new ArrayList<>())
                            .add(entry);
                    changes++;
                } else if (++others <= MOST_LINES) lines.add(commit.getShortMessage());
                whole = changes < MOST_CHANGES && changes + others < MOST_COMMITS;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        List<ChangeLog.Area> named = new ArrayList<>();
        areas.forEach((folder, entries) -> {
            if (!folder.isEmpty()) named.add(new ChangeLog.Area(folder, List.copyOf(entries)));
        });
        if (areas.containsKey("")) named.add(new ChangeLog.Area("", List.copyOf(areas.get(""))));
        return new ChangeLog(List.copyOf(named), changes, others, List.copyOf(lines), whole);
    }

    private static ChangeLog.Entry entry(GitRepository git, RevCommit commit, long change) {
        List<String> touched = commit.getParentCount() == 0 ? List.of() : git.differences(commit.getParent(0), commit);
        return new ChangeLog.Entry(
                change,
                commit.getShortMessage(),
                authors(commit),
                touched.stream().limit(MOST_PATHS).toList(),
                touched.size());
    }

    private static String authors(RevCommit commit) {
        Set<String> names = new LinkedHashSet<>();
        names.add(commit.getAuthorIdent().getName());
        for (String line : commit.getFooterLines("Co-authored-by")) {
            PersonIdent other = org.eclipse.jgit.util.RawParseUtils.parsePersonIdent(line);
            names.add(other != null ? other.getName() : line.replaceAll("\\s*<.*", ""));
        }
        return names.stream().filter(name -> !name.isBlank()).collect(Collectors.joining(", "));
    }

    /** The outermost folder that all of it lies in. */
    private static String area(List<String> paths) {
        Set<String> folders = paths.stream()
                .map(path -> path.indexOf('/') < 0 ? "" : path.substring(0, path.indexOf('/')))
                .collect(Collectors.toSet());
        return folders.size() == 1 ? folders.iterator().next() : "";
    }
}
