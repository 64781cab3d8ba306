package mainline.review;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.FileLines;
import mainline.changes.Version;
import mainline.git.Blame;
import mainline.git.Blames;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.Signatures;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.text.LineMap;
import mainline.text.Lines;
import org.eclipse.jgit.diff.Edit;
import org.springframework.stereotype.Component;

/** Who wrote the lines of the handbook that a change touches, as far as the commits' addresses are those of members here. */
@Component
class LinesKnown {
    private static final int MOST_FILES = 20;
    /** A line that is only beside what changes is known to its writer as well. */
    private static final int AROUND = 1;

    private final GitRepositories repositories;
    private final Blames blames;
    private final Changes changes;
    private final Signatures signatures;

    LinesKnown(GitRepositories repositories, Blames blames, Changes changes, Signatures signatures) {
        this.repositories = repositories;
        this.blames = blames;
        this.changes = changes;
        this.signatures = signatures;
    }

    /** So many lines that it touches are by each of these members, its authors left out. */
    Map<PersonId, Integer> of(Change change) {
        CommunityId community = change.subject().community();
        Map<String, Integer> byAddress = new HashMap<>();
        Version version = changes.versions(change).getLast();
        try (GitRepository git = repositories.open(community)) {
            change.paths().stream().limit(MOST_FILES).forEach(path -> count(git, version, path, byAddress));
        }
        Map<PersonId, Integer> known = new HashMap<>();
        byAddress.forEach((address, lines) -> signatures
                .member(community, address)
                .filter(person -> !change.hasAuthor(person))
                .ifPresent(person -> known.merge(person, lines, Integer::sum)));
        return known;
    }

    private void count(GitRepository git, Version version, String path, Map<String, Integer> byAddress) {
        Optional<Lines> before = FileLines.of(git, version.base(), path);
        if (before.isEmpty()) return;
        Optional<Blame> blame = blames.of(git, version.base(), path);
        if (blame.isEmpty()) return;
        Lines after = FileLines.of(git, version.head(), path).orElse(Lines.of(new byte[0]));
        for (Edit edit : new LineMap(before.get(), after).edits()) {
            int from = Math.max(0, edit.getBeginA() - AROUND);
            int to = Math.min(blame.get().lines().size(), edit.getEndA() + AROUND);
            for (int line = from; line < to; line++)
                byAddress.merge(blame.get().lines().get(line).mail(), 1, Integer::sum);
        }
    }
}
