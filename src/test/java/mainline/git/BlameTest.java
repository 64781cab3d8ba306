package mainline.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mainline.MainlineTest;
import mainline.SharedData;
import mainline.handbook.GitClient;
import mainline.kernel.CommunityId;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who wrote which line, held against what git says. */
@MainlineTest
class BlameTest {
    private final GitRepositories repositories;
    private final Repacking repacking;
    private final CommunityId community = new CommunityId(Math.abs(new Random().nextLong()));

    @TempDir
    private Path folder;

    BlameTest(GitRepositories repositories, Repacking repacking) {
        this.repositories = repositories;
        this.repacking = repacking;
    }

    private String git(Path in, String... words) throws Exception {
        return new GitClient(folder).run(in, words);
    }

    /** Brings all of it in and packs it, so that there are filters of changed paths. */
    private ObjectId bring(Path source) throws Exception {
        try (GitRepository git = repositories.open(community);
                Bundle bundle = Bundle.of(source)) {
            Map<String, ObjectId> refs = bundle.unpack(git.repository(), percent -> {});
            ObjectId head = refs.get("HEAD");
            repositories.replace(
                    community,
                    List.of(new StoredRef(GitRepository.MAIN, head, null, null)),
                    GitRepository.MAIN,
                    List.of());
            repacking.pack(community);
            return head;
        }
    }

    private List<String> blame(Blames blames, ObjectId commit, String path) {
        try (GitRepository git = repositories.open(community)) {
            return blames.of(git, commit, path).orElseThrow().lines().stream()
                    .map(line -> line.commit().name() + " " + line.path())
                    .toList();
        }
    }

    private List<String> gits(Path repository, String path) throws Exception {
        List<String> lines = new ArrayList<>();
        String commit = "";
        Map<String, String> names = new java.util.HashMap<>();
        for (String line :
                git(repository, "blame", "--porcelain", "HEAD", "--", path).split("\n", -1)) {
            if (line.matches("[0-9a-f]{40} \\d+ \\d+.*")) commit = line.substring(0, 40);
            else if (line.startsWith("filename ")) names.put(commit, line.substring(9));
            else if (line.startsWith("\t")) lines.add(commit + " " + names.get(commit));
        }
        return lines;
    }

    private Path aRepository() throws Exception {
        Path repository = Files.createDirectory(folder.resolve("repository"));
        git(repository, "init", "-q", "-b", "main");
        git(repository, "config", "user.name", "Ana");
        git(repository, "config", "user.email", "ana@example.org");
        return repository;
    }

    private void commit(Path repository, String path, String text, String message) throws Exception {
        Path file = repository.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        git(repository, "add", "-A");
        git(repository, "commit", "-qm", message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kubernetes-community-governance",
                "mozilla-open-leadership-training-series",
                "s3-practical-guide-content"
            })
    void lines_of_handbooks_that_others_wrote_have_the_origin_that_git_tells(String name) throws Exception {
        Path bundle = SharedData.file("handbooks/" + name + ".filtered.bundle");
        ObjectId head = bring(bundle);
        git(folder, "clone", "-q", bundle.toString(), "clone");
        Path clone = folder.resolve("clone");
        List<String> pages = git(clone, "-c", "core.quotePath=false", "ls-files", "*.md")
                .lines()
                .toList();
        Blames blames = new Blames();
        long same = 0;
        long all = 0;
        for (int n = 0; n < pages.size(); n += Math.max(1, pages.size() / 25)) {
            List<String> theirs = gits(clone, pages.get(n));
            List<String> ours = blame(blames, head, pages.get(n));
            assertThat(ours).as(pages.get(n)).hasSameSizeAs(theirs);
            all += ours.size();
            for (int line = 0; line < ours.size(); line++) if (ours.get(line).equals(theirs.get(line))) same++;
        }
        // Both tell a right story; where a line could have come from either of two places they choose differently.
        assertThat((double) same / all).as("%d of %d lines", same, all).isGreaterThan(0.97);
    }

    @Test
    void a_new_version_is_told_from_the_one_before_and_says_the_same() throws Exception {
        Path repository = aRepository();
        Random random = new Random(5);
        List<String> lines = new ArrayList<>();
        Blames warm = new Blames();
        for (int n = 0; n < 30; n++) {
            if (lines.size() > 5 && random.nextInt(3) == 0) lines.remove(random.nextInt(lines.size()));
            lines.add(random.nextInt(lines.size() + 1), "Line of " + n);
            commit(repository, "a/page.md", String.join("\n", lines) + "\n", "Version " + n);
            if (n % 7 == 3) commit(repository, "a/other.md", "Other " + n + "\n", "Another page");
            if (n % 5 == 4 || n == 29)
                assertThat(blame(warm, bring(repository), "a/page.md")).isEqualTo(gits(repository, "a/page.md"));
        }
        assertThat(blame(new Blames(), bring(repository), "a/page.md"))
                .isEqualTo(blame(warm, bring(repository), "a/page.md"));
    }

    @Test
    void what_is_changed_elsewhere_keeps_the_last_commit_that_touched_a_page() throws Exception {
        Path repository = aRepository();
        commit(repository, "page.md", "One\n", "First");
        ObjectId first = bring(repository);
        for (int n = 0; n < 5; n++) commit(repository, "other.md", "Other " + n + "\n", "Another page");
        ObjectId head = bring(repository);
        Blames blames = new Blames();
        try (GitRepository git = repositories.open(community)) {
            assertThat(blames.lastTouch(git, head, "page.md")).contains(first);
            Blame before = blames.of(git, first, "page.md").orElseThrow();
            assertThat(blames.of(git, head, "page.md").orElseThrow()).isSameAs(before);
        }
    }

    @Test
    void a_page_keeps_its_authors_when_it_moves_and_when_two_lines_of_work_meet() throws Exception {
        Path repository = aRepository();
        String old = "One\n\nTwo\n\nThree\n\nFour\n\nFive\n";
        commit(repository, "old name.md", old, "First");
        git(repository, "checkout", "-qb", "side");
        commit(repository, "old name.md", old.replace("Five", "Five by the side"), "Side");
        git(repository, "checkout", "-q", "main");
        commit(repository, "old name.md", old.replace("One", "One by the main"), "Main");
        git(repository, "merge", "-q", "--no-edit", "side");
        Files.createDirectories(repository.resolve("ü"));
        git(repository, "mv", "old name.md", "ü/new.md");
        git(repository, "commit", "-qm", "Move\n\nMoved for good.\n\nChange: http://localhost/x/changes/7");
        commit(repository, "ü/new.md", Files.readString(repository.resolve("ü/new.md")) + "\nSix\n", "After");
        ObjectId head = bring(repository);
        try (GitRepository git = repositories.open(community)) {
            List<Blame.Origin> lines =
                    new Blames().of(git, head, "ü/new.md").orElseThrow().lines();
            assertThat(lines.stream().map(Blame.Origin::title))
                    .containsExactly(
                            "Main", "First", "First", "First", "First", "First", "First", "First", "Side", "After",
                            "After");
            assertThat(lines.getFirst().path()).isEqualTo("old name.md");
            assertThat(lines.getLast().path()).isEqualTo("ü/new.md");
            assertThat(lines.getFirst().author()).isEqualTo("Ana");
            assertThat(new Blames().of(git, head, "old name.md")).isEmpty();
        }
    }

    @Test
    void a_message_gives_its_last_paragraph_away() throws Exception {
        Path repository = aRepository();
        commit(repository, "page.md", "One\n", "Say one\n\nIt was missing.\n\nChange: http://localhost/x/changes/7");
        ObjectId head = bring(repository);
        try (GitRepository git = repositories.open(community)) {
            Blame.Origin origin =
                    new Blames().of(git, head, "page.md").orElseThrow().lines().getFirst();
            assertThat(origin.title()).isEqualTo("Say one");
            assertThat(origin.footers()).isEqualTo("Change: http://localhost/x/changes/7");
        }
    }

    @Test
    void folders_missing_files_and_giants_have_no_authors() throws Exception {
        Path repository = aRepository();
        commit(repository, "a/empty.md", "", "Empty");
        commit(repository, "a/giant.md", "x\n".repeat(600_000), "Giant");
        commit(repository, "a/picture.png", "\0\1\2\n\0", "Picture");
        ObjectId head = bring(repository);
        Blames blames = new Blames();
        try (GitRepository git = repositories.open(community)) {
            for (String path : List.of("a", "a/nothing.md", "a/giant.md", "a/empty.md/x"))
                assertThat(blames.of(git, head, path)).as(path).isEmpty();
            assertThat(blames.of(git, head, "a/empty.md").orElseThrow().lines()).isEmpty();
            assertThat(blames.of(git, head, "a/picture.png")).isPresent();
        }
    }
}
