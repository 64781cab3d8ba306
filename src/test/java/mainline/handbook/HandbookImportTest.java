package mainline.handbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.SharedData;
import mainline.TestClock;
import mainline.changes.Change;
import mainline.changes.Proposals;
import mainline.community.Member;
import mainline.handbook.HandbookExamples.Founded;
import mainline.platform.Refusal;
import mainline.review.Reviews;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whole histories that others wrote come in and go out as they were. */
@MainlineTest
class HandbookImportTest {
    private final HandbookExamples examples;
    private final HandbookImport imports;
    private final Handbook handbook;
    private final Proposals proposals;
    private final Reviews reviews;
    private final TestClock clock;

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    HandbookImportTest(
            HandbookExamples examples,
            HandbookImport imports,
            Handbook handbook,
            Proposals proposals,
            Reviews reviews,
            TestClock clock) {
        this.examples = examples;
        this.imports = imports;
        this.handbook = handbook;
        this.proposals = proposals;
        this.reviews = reviews;
        this.clock = clock;
    }

    @BeforeEach
    void start() {
        clock.reset();
    }

    private String git(Path in, String... words) throws Exception {
        return new GitClient(folder).run(in, words);
    }

    private String address(Founded in) {
        return "http://localhost:" + port + "/" + in.community().slug() + "/handbook.git";
    }

    private List<String> objects(Path repository) throws Exception {
        return git(repository, "rev-list", "--objects", "--all")
                .lines()
                .sorted()
                .toList();
    }

    private HandbookImport.Report bring(Path source, Founded into) {
        return imports.bring(source, into.community(), null, line -> {});
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kubernetes-community-governance",
                "mozilla-open-leadership-training-series",
                "s3-practical-guide-content"
            })
    void a_bundle_comes_in_and_clones_out_bit_by_bit(String name) throws Exception {
        Path bundle = SharedData.file("handbooks/" + name + ".filtered.bundle");
        Founded harbour = examples.aCommunity();
        List<String> told = new ArrayList<>();
        var report = imports.bring(bundle, harbour.community(), null, told::add);
        assertThat(told).contains("read 100 %");
        git(folder, "clone", "-q", "--mirror", bundle.toString(), "theirs.git");
        git(folder, "clone", "-q", "--mirror", address(harbour), "ours.git");
        List<String> theirs = objects(folder.resolve("theirs.git"));
        assertThat(objects(folder.resolve("ours.git"))).isEqualTo(theirs);
        assertThat(report.objects()).isEqualTo(theirs.size());
        assertThat(git(folder.resolve("ours.git"), "show-ref"))
                .isEqualTo(git(folder.resolve("theirs.git"), "show-ref"));
        assertThat(git(folder.resolve("ours.git"), "symbolic-ref", "HEAD").strip())
                .isEqualTo("refs/heads/" + report.main());
        long pages = git(folder.resolve("theirs.git"), "ls-tree", "-rz", "--name-only", "HEAD")
                .split("\0")
                .length;
        assertThat(report.pages()).isPositive().isLessThanOrEqualTo((int) pages);
        assertThat(handbook.pageCount(harbour.community().id())).isEqualTo(report.pages());
        for (HandbookPage page : handbook.within(harbour.community().id(), "", "", 20)) {
            assertThat(git(folder.resolve("theirs.git"), "log", "-1", "--format=%an", "HEAD", "--", page.path())
                            .strip())
                    .as(page.path())
                    .isEqualTo(page.author());
        }
    }

    @Test
    void work_goes_on_from_an_imported_history() throws Exception {
        Founded harbour = examples.aCommunity();
        bring(SharedData.file("handbooks/s3-practical-guide-content.filtered.bundle"), harbour);
        Member joaquin = examples.aMember(harbour, "Joaquín");
        examples.aMember(harbour, "Ngozi");
        Change change = proposals.propose(joaquin, examples.aPage(harbour, "new/page.md", "# New\n\nText"));
        clock.advance(Duration.ofHours(1));
        reviews.approve(harbour.steward(), change.subject(), 1, "");
        reviews.merge(harbour.steward(), change.subject());
        git(folder, "clone", "-q", address(harbour), "clone");
        Path clone = folder.resolve("clone");
        assertThat(git(clone, "branch", "--show-current")).isEqualTo("develop\n");
        assertThat(git(clone, "log", "-1", "--format=%an")).isEqualTo("Joaquín\n");
        assertThat(Files.exists(clone.resolve("new/page.md"))).isTrue();
        git(clone, "fsck", "--strict");
        assertThatThrownBy(() -> bring(
                        SharedData.file("handbooks/mozilla-open-leadership-training-series.filtered.bundle"), harbour))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("history of its own");
    }

    private Path aRepository() throws Exception {
        Path repository = Files.createDirectory(folder.resolve("repository"));
        git(repository, "init", "-q", "-b", "trunk");
        git(repository, "config", "user.name", "Ana");
        git(repository, "config", "user.email", "ana@example.org");
        Files.writeString(repository.resolve("README.md"), "# Hello\n");
        Files.createSymbolicLink(repository.resolve("link.md"), Path.of("README.md"));
        git(repository, "add", ".");
        git(repository, "commit", "-qm", "First");
        git(repository, "tag", "-am", "An edition", "v1");
        git(repository, "branch", "side/line");
        git(repository, "update-ref", "refs/notes/odd", "HEAD");
        return repository;
    }

    @Test
    void a_folder_comes_in_with_tags_and_branches_and_is_told_what_a_push_would_not_bring() throws Exception {
        Path repository = aRepository();
        Founded harbour = examples.aCommunity();
        var report = bring(repository, harbour);
        assertThat(report.main()).isEqualTo("trunk");
        assertThat(report.branches()).isEqualTo(2);
        assertThat(report.tags()).isEqualTo(1);
        assertThat(report.remarks()).anyMatch(line -> line.contains("link.md is a symbolic link"));
        git(folder, "clone", "-q", "--mirror", address(harbour), "ours.git");
        assertThat(objects(folder.resolve("ours.git"))).isEqualTo(objects(repository));
        assertThat(git(folder.resolve("ours.git"), "show-ref", "-d")).contains("refs/tags/v1^{}");
        assertThat(bring(repository, harbour)).isEqualTo(report);
    }

    private Browser read(Founded in, String path) {
        return new Browser(port).get("/" + in.community().slug() + "/handbook" + path);
    }

    @Test
    void all_that_the_contents_of_a_wiki_name_opens_and_its_links_lead_there() throws Exception {
        Founded harbour = examples.aCommunity();
        var report = bring(SharedData.file("faults/git/gollum-style-wiki.bundle"), harbour);
        assertThat(report.told())
                .anyMatch(line -> line.startsWith("Link.md: is a link"))
                .anyMatch(line -> line.startsWith("café.md: its name is not written in UTF-8"))
                .anyMatch(line -> line.startsWith("Latin1.md:") && line.endsWith("windows-1252"))
                .anyMatch(line -> line.startsWith("Utf16.md:") && line.endsWith("UTF-16"))
                .contains("Foo and foo: are the same on some computers")
                .hasSize(5);
        Browser front = read(harbour, "");
        assertThat(front.page().select(".prose h1, h1").text()).contains("Welcome");
        assertThat(front.page().select("nav.panel.prose a").eachText()).containsExactly("Home", "Getting Started");
        var listed = front.page().select(".shelf h3 a");
        assertThat(listed.eachText())
                .containsExactly("Aux", "Getting Started", "House Rules", "Latin1", "Utf16", "Foo", "foo");
        for (String address : listed.eachAttr("href"))
            assertThat(new Browser(port).get(address).status()).as(address).isEqualTo(200);
        String home = "/" + harbour.community().slug() + "/handbook/";
        assertThat(front.page().select("article a:not(.missing)").eachAttr("href"))
                .contains(home + "Getting-Started", home + "House-Rules");
        assertThat(front.page().select("article .missing").eachText()).containsExactly("old (not written yet)");
        assertThat(read(harbour, "/Latin1").text()).contains("Café au lait, naïve", "read here as windows-1252");
        assertThat(read(harbour, "/Utf16").text()).contains("tf", "read here as UTF-16");
        assertThat(read(harbour, "/Getting-Started").page().select(".missing"))
                .as("its link to a heading is written as GitLab does")
                .isEmpty();
        assertThat(read(harbour, "/Foo").page().select(".shelf li")).hasSize(1);
    }

    @Test
    void each_path_is_named_once_however_often_its_folder_changed() throws Exception {
        Path repository = aRepository();
        Files.createDirectory(repository.resolve("in"));
        Files.createSymbolicLink(repository.resolve("in/other.md"), Path.of("../README.md"));
        for (int i = 0; i < 20; i++) {
            Files.writeString(repository.resolve("README.md"), "# Hello " + i + "\n");
            Files.writeString(repository.resolve("in/page.md"), "# Page " + i + "\n");
            git(repository, "add", ".");
            git(repository, "commit", "-qm", "More");
        }
        var report = bring(repository, examples.aCommunity());
        assertThat(report.remarks())
                .containsExactlyInAnyOrder("link.md is a symbolic link", "in/other.md is a symbolic link");
        assertThat(report.remarked()).isEqualTo(2);
    }

    @Test
    void what_is_not_whole_leaves_everything_as_it_was() throws Exception {
        Founded harbour = examples.aCommunity();
        String before = handbook.head(harbour.community().id());
        byte[] whole = Files.readAllBytes(SharedData.file("handbooks/s3-practical-guide-content.filtered.bundle"));
        Path broken = folder.resolve("broken.bundle");
        byte[] changed = whole.clone();
        changed[whole.length / 2] ^= 1;
        for (byte[] bytes : List.of(
                new byte[0],
                "not a bundle".getBytes(),
                Arrays.copyOf(whole, 60),
                Arrays.copyOf(whole, whole.length / 2),
                Arrays.copyOf(whole, whole.length - 1),
                changed)) {
            Files.write(broken, bytes);
            assertThatThrownBy(() -> bring(broken, harbour)).isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> bring(folder.resolve("nothing"), harbour)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> bring(folder, harbour)).isInstanceOf(Refusal.class);
        assertThat(handbook.head(harbour.community().id())).isEqualTo(before);
        git(folder, "clone", "-q", address(harbour), "clone");
    }

    @Test
    void what_was_cloned_in_part_is_refused_with_what_to_run() throws Exception {
        Path whole = aRepository();
        git(whole, "config", "uploadpack.allowFilter", "true");
        Files.writeString(whole.resolve("later.md"), "# Later\n");
        git(whole, "add", "-A");
        git(whole, "commit", "-qm", "Later");
        String from = whole.toUri().toString();
        git(folder, "clone", "-q", "--depth", "1", from, "shallow");
        git(folder, "clone", "-q", "--filter=blob:none", "--no-checkout", from, "partial");
        git(folder.resolve("shallow"), "bundle", "create", "-q", "../shallow.bundle", "--all");
        git(whole, "bundle", "create", "-q", "../part.bundle", "HEAD~1..HEAD", "HEAD");
        Founded harbour = examples.aCommunity();
        for (String name : List.of("shallow", "partial", "shallow.bundle", "part.bundle")) {
            String wanted = name.equals("partial") ? "git fetch --refetch --no-filter" : "git fetch --unshallow";
            assertThatThrownBy(() -> bring(folder.resolve(name), harbour))
                    .as(name)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(wanted);
        }
        git(folder.resolve("shallow"), "fetch", "-q", "--unshallow");
        git(folder.resolve("partial"), "fetch", "-q", "--refetch", "--no-filter");
        assertThat(bring(folder.resolve("shallow"), harbour).commits()).isGreaterThan(1);
        assertThat(bring(folder.resolve("partial"), examples.aCommunity()).commits())
                .isGreaterThan(1);
    }
}
