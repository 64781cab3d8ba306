package mainline.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Reviews;
import mainline.community.Member;
import mainline.handbook.HandbookExamples.Founded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What the git on this machine sees. */
@MainlineTest
@Import(HandbookExamples.class)
class CloneTest {
    private final HandbookExamples examples;
    private final Handbook handbook;
    private final Changes changes;
    private final Reviews reviews;
    private final TestClock clock;

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    CloneTest(HandbookExamples examples, Handbook handbook, Changes changes, Reviews reviews, TestClock clock) {
        this.examples = examples;
        this.handbook = handbook;
        this.changes = changes;
        this.reviews = reviews;
        this.clock = clock;
    }

    private Founded aHandbookOfThree() {
        clock.reset();
        Founded harbour = examples.aCommunity();
        Member joaquin = examples.aMember(harbour, "Joaquín <Pérez>");
        examples.aMember(harbour, "Ngozi");
        for (String name : List.of("meetings/silent-start.md", "reuniones/año nuevo.md")) {
            Change change = changes.propose(joaquin, examples.aPage(harbour, name, "# " + name + "\n\nText " + name));
            clock.advance(Duration.ofHours(1));
            reviews.approve(harbour.steward(), change.subject(), 1, "");
            reviews.merge(harbour.steward(), change.subject());
        }
        return harbour;
    }

    private String address(Founded in) {
        return "http://localhost:" + port + "/" + in.community().slug() + "/handbook.git";
    }

    private String git(Path in, String... words) throws IOException, InterruptedException {
        return git(0, in, words);
    }

    private String git(int code, Path in, String... words) throws IOException, InterruptedException {
        return new GitClient(folder).run(code, in, words);
    }

    @Test
    void a_clone_has_the_pages_with_their_authors_and_dates_and_is_sound() throws Exception {
        Founded harbour = aHandbookOfThree();
        git(folder, "clone", "-q", address(harbour), "clone");
        Path clone = folder.resolve("clone");
        assertThat(git(clone, "fsck", "--strict", "--full")).doesNotContain("error", "warning", "missing");
        assertThat(git(clone, "branch", "--show-current")).isEqualTo("main\n");
        assertThat(Files.readString(clone.resolve("meetings/silent-start.md")))
                .isEqualTo(handbook.text(harbour.community().id(), "meetings/silent-start.md")
                        .orElseThrow());
        assertThat(Files.exists(clone.resolve("reuniones/año nuevo.md"))).isTrue();
        assertThat(git(clone, "log", "-1", "--format=%an|%ae|%aI|%cn|%cI|%s|%b").strip())
                .startsWith("Joaquín Pérez|")
                .contains(
                        "@localhost|2026-03-02T11:00:00+01:00|Amara Okafor|2026-03-02T12:00:00+01:00|Say reuniones/año nuevo.md|")
                .contains("/" + harbour.community().slug() + "/changes/2")
                .contains("Approved-by: Amara Okafor");
        assertThat(git(clone, "rev-list", "--count", "--min-parents=2", "HEAD")).isEqualTo("0\n");
        assertThat(git(clone, "ls-remote")).contains("refs/heads/main", "HEAD").doesNotContain("refs/changes");
    }

    @Test
    void every_protocol_and_kind_of_clone_works() throws Exception {
        Founded harbour = aHandbookOfThree();
        String from = address(harbour);
        for (String version : List.of("0", "1", "2"))
            git(folder, "-c", "protocol.version=" + version, "clone", "-q", from, "v" + version);
        git(folder, "clone", "-q", "--depth", "1", from, "shallow");
        assertThat(git(folder.resolve("shallow"), "rev-list", "--count", "HEAD"))
                .isEqualTo("1\n");
        git(folder.resolve("shallow"), "fetch", "-q", "--unshallow");
        assertThat(git(folder.resolve("shallow"), "rev-list", "--count", "HEAD"))
                .isEqualTo("3\n");
        git(folder, "clone", "-q", "--filter=blob:none", from, "partial");
        git(folder.resolve("partial"), "log", "-p", "--all");
        git(folder.resolve("v2"), "fetch", "-q");
    }

    @Test
    void a_push_asks_who_pushes() throws Exception {
        Founded harbour = aHandbookOfThree();
        git(folder, "clone", "-q", address(harbour), "clone");
        assertThat(git(128, folder.resolve("clone"), "push", "origin", "HEAD:refs/heads/other"))
                .contains("could not read Username");
    }

    @Test
    void an_unknown_community_has_no_repository() throws Exception {
        assertThat(git(128, folder, "clone", "-q", "http://localhost:" + port + "/nowhere/handbook.git", "none"))
                .contains("not found");
    }

    @Test
    void what_is_no_git_request_is_refused() throws Exception {
        Founded harbour = examples.aCommunity();
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest.Builder upload = HttpRequest.newBuilder(URI.create(address(harbour) + "/git-upload-pack"));
        assertThat(http.send(
                                upload.POST(HttpRequest.BodyPublishers.ofString("x"))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(415);
        HttpRequest odd = HttpRequest.newBuilder(URI.create(address(harbour) + "/git-upload-pack"))
                .header("Content-Type", "application/x-git-upload-pack-request")
                .POST(HttpRequest.BodyPublishers.ofString("zzzznonsense"))
                .build();
        assertThat(http.send(odd, BodyHandlers.ofString()).body()).doesNotContain("Exception", "\tat ");
        HttpRequest dumb = HttpRequest.newBuilder(URI.create(address(harbour) + "/info/refs"))
                .build();
        assertThat(http.send(dumb, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }
}
