package mainline.changes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mainline.git.GitRepository;
import mainline.git.Inspection;
import mainline.git.NamingChecker;
import mainline.handbook.PagePaths;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Looks through pushed commits: each of them, since whoever fetches the last one gets them all. */
final class PushCheck {
    private static final int MOST_COMMITS = 200;
    private static final int MOST_FILES = 500;
    private static final Pattern FOOTERS = Pattern.compile("\\n\\n(?:[A-Za-z][A-Za-z-]*: .*(?:\\n|$))+$");

    private static final Pattern COAUTHOR = Pattern.compile(
            "^Co-authored-by:[^<>\\n]{0,200}<([^<>\\s]{3,200})>\\s*$", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
    private static final int MOST_COAUTHORS = 20;

    private final GitRepository git;
    private final ObjectReader reader;

    PushCheck(GitRepository git, ObjectReader reader) {
        this.git = git;
        this.reader = reader;
    }

    /** A push that cannot become a change; the message is for the one who pushed. */
    static final class Odd extends Exception {
        private static final long serialVersionUID = 1L;

        Odd(String message) {
            super(message);
        }
    }

    Pushed of(ObjectId head) throws IOException, Odd {
        ObjectId main = git.head();
        try (RevWalk walk = new RevWalk(reader)) {
            RevCommit base = base(walk, main, head);
            if (base.equals(head)) throw new Odd("there is nothing new in it");
            walk.reset();
            walk.setRevFilter(RevFilter.ALL);
            walk.sort(RevSort.TOPO);
            walk.sort(RevSort.REVERSE, true);
            walk.markStart(walk.parseCommit(head));
            walk.markUninteresting(walk.parseCommit(main));
            List<RevCommit> commits = new ArrayList<>();
            for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
                if (commits.size() == MOST_COMMITS) throw new Odd("more than " + MOST_COMMITS + " commits at once");
                commits.add(commit);
            }
            for (RevCommit commit : commits) files(walk, commit);
            RevCommit first = commits.getFirst();
            walk.parseBody(first);
            List<String> paths = git.differences(base, head);
            if (paths.isEmpty()) throw new Odd("it changes no file");
            if (paths.size() > MOST_FILES) throw new Odd("more than " + MOST_FILES + " files at once");
            names(git.paths(main), git.paths(head));
            return new Pushed(
                    base.copy(), head, title(first), why(first), paths, signers(walk, commits), named(walk, commits));
        }
    }

    /** Who wrote the commits, by their addresses. */
    private static Set<String> signers(RevWalk walk, List<RevCommit> commits) throws IOException {
        Set<String> addresses = new LinkedHashSet<>();
        for (RevCommit commit : commits) {
            walk.parseBody(commit);
            addresses.add(commit.getAuthorIdent().getEmailAddress());
        }
        return addresses;
    }

    /** Whom the commits name as co-authors, by their addresses. */
    private static Set<String> named(RevWalk walk, List<RevCommit> commits) throws IOException {
        Set<String> addresses = new LinkedHashSet<>();
        for (RevCommit commit : commits) {
            walk.parseBody(commit);
            COAUTHOR.matcher(commit.getFullMessage())
                    .results()
                    .limit(MOST_COAUTHORS)
                    .forEach(line -> addresses.add(line.group(1)));
        }
        return addresses;
    }

    private static RevCommit base(RevWalk walk, ObjectId main, ObjectId head) throws IOException, Odd {
        if (walk.parseAny(head).getType() != Constants.OBJ_COMMIT) throw new Odd("it is not a commit");
        walk.setRevFilter(RevFilter.MERGE_BASE);
        walk.markStart(walk.parseCommit(main));
        walk.markStart(walk.parseCommit(head));
        RevCommit base = walk.next();
        if (base == null) throw new Odd("it does not come from this handbook; clone it and begin there");
        return base;
    }

    private void files(RevWalk walk, RevCommit commit) throws IOException, Odd {
        try (TreeWalk files = new TreeWalk(reader)) {
            files.setRecursive(true);
            files.addTree(commit.getTree());
            for (RevCommit parent : commit.getParents())
                files.addTree(walk.parseCommit(parent).getTree());
            files.setFilter(commit.getParentCount() == 0 ? TreeFilter.ALL : TreeFilter.ANY_DIFF);
            while (files.next()) file(files);
        }
    }

    private void file(TreeWalk files) throws IOException, Odd {
        FileMode mode = files.getFileMode(0);
        if (mode.equals(FileMode.MISSING)) return;
        String path = files.getPathString();
        for (int parent = 1; parent < files.getTreeCount(); parent++)
            if (files.idEqual(0, parent) && files.getRawMode(0) == files.getRawMode(parent)) return;
        String shown = path.replaceAll("\\p{Cc}", "?");
        if (mode.equals(FileMode.SYMLINK)) throw new Odd(shown + " is a symbolic link");
        if (mode.equals(FileMode.GITLINK)) throw new Odd(shown + " is a submodule");
        if (!mode.equals(FileMode.REGULAR_FILE) && !mode.equals(FileMode.EXECUTABLE_FILE))
            throw new Odd(shown + " is not a file");
        byte[] raw = files.getRawPath();
        if (!NamingChecker.isSpelled(raw, raw.length)) throw new Odd(shown + ": its name is not written in UTF-8");
        if (!isName(path)) throw new Odd(shown + ": such a name does not work on every computer");
        long size = reader.getObjectSize(files.getObjectId(0), Constants.OBJ_BLOB);
        long most = path.endsWith(".md") ? PagePaths.LONGEST_TEXT : Inspection.BIGGEST_FILE;
        if (size > most) throw new Odd(shown + " has " + size / 1024 + " kB, the most is " + most / 1024);
    }

    private static boolean isName(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (lower.equals(".gitmodules") || lower.endsWith("/.gitmodules")) return false;
        // A leading dot is usual for files that tell editors and checks something.
        return PagePaths.isSafe(path.replaceAll("(^|/)\\.(?=[A-Za-z])", "$1")) && isChecked(path);
    }

    private static boolean isChecked(String path) {
        try {
            new ObjectChecker().setSafeForWindows(true).setSafeForMacOS(true).checkPath(path);
            return true;
        } catch (org.eclipse.jgit.errors.CorruptObjectException odd) {
            return false;
        }
    }

    private static void names(Collection<String> before, Collection<String> after) throws Odd {
        Optional<String> clash = clash(before, after);
        if (clash.isPresent()) throw new Odd(clash.get() + " and another name in it are the same on some computers");
    }

    /** The first added name that some systems take for another; each name is looked at once. */
    static Optional<String> clash(Collection<String> before, Collection<String> after) {
        Set<String> known = new HashSet<>(before);
        List<String> added =
                after.stream().filter(path -> !known.contains(path)).toList();
        return added.isEmpty() ? Optional.empty() : PagePaths.firstClash(added, after);
    }

    private static String title(RevCommit commit) {
        String line = commit.getShortMessage().replaceAll("\\p{Cc}", " ").strip();
        if (line.isEmpty()) return "Pushed by git";
        return line.length() <= Proposal.LONGEST_TITLE ? line : line.substring(0, Proposal.LONGEST_TITLE - 1) + "…";
    }

    private static String why(RevCommit commit) {
        String message = FOOTERS.matcher(
                        commit.getFullMessage().replace("\r\n", "\n").stripTrailing() + "\n")
                .replaceFirst("");
        int body = message.indexOf("\n\n");
        String why = body < 0
                ? ""
                : message.substring(body).replaceAll("[\\p{Cc}&&[^\n\t]]", "").strip();
        return why.length() <= Proposal.LONGEST_WHY ? why : why.substring(0, Proposal.LONGEST_WHY - 1) + "…";
    }
}
