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
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.changes.Change;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.community.Visibility;
import mainline.handbook.HandbookExamples.Founded;
import mainline.people.AccessToken;
import mainline.people.AccessTokens;
import mainline.review.Reviews;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the git on this machine sees. */
@MainlineTest
class CloneTest {
    private final HandbookExamples examples;
    private final Handbook handbook;
    private final Proposals proposals;
    private final Reviews reviews;
    private final TestClock clock;
    private final AccessTokens tokens;
    private final Communities communities;
    private final TransactionTemplate act;
    private final JdbcClient db;

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    CloneTest(
            HandbookExamples examples,
            Handbook handbook,
            Proposals proposals,
            Reviews reviews,
            TestClock clock,
            AccessTokens tokens,
            Communities communities,
            TransactionTemplate act,
            JdbcClient db) {
        this.tokens = tokens;
        this.communities = communities;
        this.act = act;
        this.db = db;
        this.examples = examples;
        this.handbook = handbook;
        this.proposals = proposals;
        this.reviews = reviews;
        this.clock = clock;
    }

    private Founded aHandbookOfThree() {
        clock.reset();
        Founded harbour = examples.aCommunity();
        Member joaquin = examples.aMember(harbour, "Joaquín <Pérez>");
        examples.aMember(harbour, "Ngozi");
        for (String name : List.of("meetings/silent-start.md", "reuniones/año nuevo.md")) {
            Change change = proposals.propose(joaquin, examples.aPage(harbour, name, "# " + name + "\n\nText " + name));
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
    void an_unknown_community_asks_for_a_token_and_then_has_no_repository() throws Exception {
        assertThat(git(128, folder, "clone", "-q", "http://localhost:" + port + "/nowhere/handbook.git", "none"))
                .contains("could not read Username");
        Founded harbour = examples.aCommunity();
        String key = tokens.make(harbour.steward().person(), "laptop", AccessToken.Scope.READ);
        assertThat(git(128, folder, "clone", "-q", address("nowhere", key), "none"))
                .contains("not found");
    }

    private String address(String slug, String key) {
        return "http://git:" + key + "@localhost:" + port + "/" + slug + "/handbook.git";
    }

    @Test
    void a_handbook_for_members_only_is_cloned_with_a_token_that_reads() throws Exception {
        Founded harbour = aHandbookOfThree();
        String slug = harbour.community().slug();
        act.executeWithoutResult(status -> communities.show(harbour.community().id(), Visibility.MEMBERS, null));
        assertThat(git(128, folder, "clone", "-q", address(harbour), "none")).contains("could not read Username");
        String key = tokens.make(harbour.steward().person(), "laptop", AccessToken.Scope.READ);
        git(folder, "clone", "-q", address(slug, key), "mine");
        git(folder.resolve("mine"), "fetch", "-q");
        String bearer = "http.extraHeader=Authorization: Bearer " + key;
        git(folder, "-c", bearer, "clone", "-q", "--depth", "1", address(harbour), "bearer");
        Member stranger = examples.aMember(examples.aCommunity(), "Stranger");
        String theirs = tokens.make(stranger.person(), "x", AccessToken.Scope.PUSH);
        assertThat(git(128, folder, "clone", "-q", address(slug, theirs), "none"))
                .contains("not found");
        assertThat(git(128, folder, "clone", "-q", address(slug, "mainline_guess"), "none"))
                .contains("Authentication failed");
        assertThat(git(128, folder.resolve("mine"), "push", "origin", "HEAD:refs/for/main"))
                .as("a token that reads does not push")
                .contains("Authentication failed");
        assertThat(new Browser(port)
                        .with("Authorization", "Bearer " + key)
                        .ask("/" + slug + "/handbook.git/info/refs?service=git-upload-pack")
                        .header("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void wrong_tokens_are_limited_for_reading_as_for_pushing_by_basic_and_by_bearer() {
        Founded harbour = examples.aCommunity();
        String refs = "/" + harbour.community().slug() + "/handbook.git/info/refs?service=git-";
        Browser basic = new Browser(port)
                .with("Authorization", "Basic eDptYWlubGluZV9ndWVzcw==")
                .with("X-Forwarded-For", "203.0.113.40");
        Browser bearer = new Browser(port)
                .with("Authorization", "Bearer mainline_guess")
                .with("X-Forwarded-For", "203.0.113.41");
        for (int attempt = 0; attempt < 25; attempt++) {
            for (Browser each : List.of(basic, bearer)) {
                assertThat(each.ask(refs + "upload-pack").status()).isEqualTo(401);
                assertThat(each.header("WWW-Authenticate")).startsWith("Basic ");
                assertThat(each.ask(refs + "receive-pack").status()).isEqualTo(401);
            }
        }
        for (Browser each : List.of(basic, bearer)) {
            assertThat(each.ask(refs + "upload-pack").status()).isEqualTo(429);
            assertThat(each.ask(refs + "receive-pack").status()).isEqualTo(429);
        }
        db.sql("delete from rate_limit").update();
    }

    @Test
    void parts_of_a_handbook_are_cloned_and_the_rest_comes_when_it_is_asked_for() throws Exception {
        Founded harbour = aHandbookOfThree();
        String from = address(harbour);
        git(folder, "clone", "-q", "--depth", "1", from, "shallow");
        Path shallow = folder.resolve("shallow");
        git(shallow, "fetch", "-q", "--deepen", "1");
        assertThat(git(shallow, "rev-list", "--count", "HEAD")).isEqualTo("2\n");
        git(folder, "clone", "-q", "--no-checkout", "--filter=blob:none", from, "blobless");
        Path blobless = folder.resolve("blobless");
        String missing = "rev-list|--objects|--all|--missing=print";
        assertThat(git(blobless, missing.split("\\|"))).contains("\n?");
        git(blobless, "checkout", "-q", "main");
        assertThat(Files.readString(blobless.resolve("meetings/silent-start.md")))
                .contains("silent-start");
        git(blobless, "checkout", "-q", "HEAD~1");
        git(folder, "clone", "-q", "--no-checkout", "--filter=tree:0", from, "treeless");
        Path treeless = folder.resolve("treeless");
        git(treeless, "checkout", "-q", "main");
        assertThat(git(treeless, "log", "--format=%s", "--", "meetings")).contains("silent-start");
        git(folder, "clone", "-q", "--single-branch", "--branch", "main", "--no-tags", from, "single");
        git(folder, "clone", "-q", "--filter=blob:none", "--sparse", from, "sparse");
        Path sparse = folder.resolve("sparse");
        assertThat(Files.exists(sparse.resolve("meetings/silent-start.md"))).isFalse();
        git(sparse, "sparse-checkout", "set", "meetings");
        assertThat(Files.exists(sparse.resolve("meetings/silent-start.md"))).isTrue();
        git(folder, "clone", "-q", "--shallow-since=2000-01-01", from, "since");

        Member writer = examples.aMember(harbour, "Wanda");
        Change change = proposals.propose(writer, examples.aPage(harbour, "later.md", "# Later\n\nMore.\n"));
        reviews.approve(harbour.steward(), change.subject(), 1, "");
        reviews.merge(harbour.steward(), change.subject());
        for (String each : List.of("shallow", "single", "treeless", "sparse", "since")) {
            Path clone = folder.resolve(each);
            for (String version : List.of("0", "1", "2"))
                git(clone, "-c", "protocol.version=" + version, "fetch", "-q");
            assertThat(git(clone, "log", "-1", "--format=%s", "origin/main"))
                    .as(each)
                    .contains("later.md");
        }
        git(blobless, "fetch", "-q");
        assertThat(git(blobless, "show", "origin/main:later.md")).contains("More.");
        git(shallow, "fetch", "-q", "--unshallow");
        assertThat(git(shallow, "rev-list", "--count", "origin/main")).isEqualTo("4\n");
    }

    @Test
    void another_implementation_of_git_clones_and_fetches() throws Exception {
        Founded harbour = aHandbookOfThree();
        String key = tokens.make(harbour.steward().person(), "laptop", AccessToken.Scope.READ);
        act.executeWithoutResult(status -> communities.show(harbour.community().id(), Visibility.MEMBERS, null));
        try (Git clone = Git.cloneRepository()
                .setURI(address(harbour))
                .setDirectory(folder.resolve("jgit").toFile())
                .setCredentialsProvider(new UsernamePasswordCredentialsProvider("any", key))
                .call()) {
            assertThat(clone.getRepository().resolve("HEAD").name())
                    .isEqualTo(handbook.head(harbour.community().id()));
            clone.fetch()
                    .setCredentialsProvider(new UsernamePasswordCredentialsProvider("any", key))
                    .call();
        }
        try (Git shallow = Git.cloneRepository()
                .setURI(address(harbour))
                .setDepth(1)
                .setDirectory(folder.resolve("jgit-shallow").toFile())
                .setCredentialsProvider(new UsernamePasswordCredentialsProvider("any", key))
                .call()) {
            assertThat(shallow.log().call()).hasSize(1);
        }
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
