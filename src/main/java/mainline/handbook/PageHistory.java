package mainline.handbook;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainline.community.Here;
import mainline.git.Blame;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.kernel.Burden;
import mainline.kernel.Missing;
import mainline.look.Page;
import mainline.text.Diff;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Every version of a page, and what each one changed. */
@Controller
@RequestMapping("/{community}/handbook")
class PageHistory {
    private static final int SIZE = 30;
    private static final Pattern CHANGE = Pattern.compile("(?m)^Change: .*/changes/(\\d{1,18})$");

    private final GitRepositories repositories;

    PageHistory(GitRepositories repositories) {
        this.repositories = repositories;
    }

    /** @param change the number of the change it came by; 0 when it came otherwise */
    record Revision(String commit, String author, Instant at, String title, long change) {
        static Revision of(RevCommit commit) {
            return new Revision(
                    commit.name(),
                    commit.getAuthorIdent().getName(),
                    commit.getCommitterIdent().getWhenAsInstant(),
                    commit.getShortMessage(),
                    changeIn(commit.getFullMessage()));
        }

        static Revision of(Blame.Origin origin) {
            return new Revision(
                    origin.commit().name(), origin.author(), origin.at(), origin.title(), changeIn(origin.footers()));
        }
    }

    /** The number of the change that the message of a merge names; 0 when it names none. */
    static long changeIn(String message) {
        Matcher footer = CHANGE.matcher(message);
        return footer.find() ? Long.parseLong(footer.group(1)) : 0;
    }

    @Burden(Burden.Kind.COMPARING)
    @GetMapping(path = "/{*path}", params = "history")
    ModelAndView history(Here here, @PathVariable String path, @RequestParam(defaultValue = "") String after) {
        String file = path.substring(1) + ".md";
        try (GitRepository git = repositories.open(here.id())) {
            ObjectId start = git.head();
            if (!after.isEmpty()) {
                RevCommit last = git.commit(after).orElseThrow(() -> new Missing("version " + after));
                if (last.getParentCount() == 0) throw new Missing("version before " + after);
                start = last.getParent(0);
            }
            List<RevCommit> commits = git.history().of(start, file, SIZE + 1);
            if (commits.isEmpty()) throw new Missing(file);
            List<Revision> shown =
                    commits.stream().limit(SIZE).map(Revision::of).toList();
            String next = commits.size() > SIZE ? shown.getLast().commit() : null;
            String title = git.text(git.head(), file)
                    .map(text -> PageText.title(file, text))
                    .orElse(file);
            return Page.show("handbook/history", new History(here, file, title, shown, next));
        }
    }

    record History(
            Here here,
            String path,
            String title,
            List<Revision> revisions,
            @Nullable String next) {
        String address() {
            return here.path(PagePaths.address(path));
        }
    }

    @Burden(Burden.Kind.COMPARING)
    @GetMapping(path = "/{*path}", params = "diff")
    ModelAndView diff(
            Here here,
            @PathVariable String path,
            @RequestParam String diff,
            @RequestParam(defaultValue = "") String against) {
        String file = path.substring(1) + ".md";
        try (GitRepository git = repositories.open(here.id())) {
            RevCommit commit = git.commit(diff).orElseThrow(() -> new Missing("version " + diff));
            String after = git.text(commit, file).orElse("");
            if (!against.isEmpty()) return between(here, git, file, commit, after, against);
            String before = commit.getParentCount() == 0
                    ? ""
                    : git.text(commit.getParent(0), file).orElse("");
            if (after.isEmpty() && before.isEmpty()) throw new Missing(file);
            String title = PageText.title(file, after.isEmpty() ? before : after);
            return Page.show(
                    "handbook/revision",
                    new Shown(here, file, title, Revision.of(commit), null, Diff.of(before, after)));
        }
    }

    private static ModelAndView between(
            Here here, GitRepository git, String file, RevCommit commit, String after, String against) {
        RevCommit other = git.commit(against).orElseThrow(() -> new Missing("version " + against));
        String before = git.text(other, file).orElse("");
        if (after.isEmpty() && before.isEmpty()) throw new Missing(file);
        // Whichever was chosen first: what changed is told from the earlier to the later.
        boolean turned = git.history().isBefore(commit, other);
        Revision from = Revision.of(turned ? commit : other);
        Revision to = Revision.of(turned ? other : commit);
        Diff diff = turned ? Diff.of(after, before) : Diff.of(before, after);
        String title = PageText.title(file, after.isEmpty() ? before : after);
        return Page.show("handbook/revision", new Shown(here, file, title, to, from, diff));
    }

    /** @param since the version it is compared with; null for the one before */
    record Shown(
            Here here,
            String path,
            String title,
            Revision revision,
            @Nullable Revision since,
            Diff diff) {
        String address() {
            return here.path(PagePaths.address(path));
        }
    }
}
