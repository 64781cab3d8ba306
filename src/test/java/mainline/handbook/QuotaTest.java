package mainline.handbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.git.Quota;
import mainline.git.Quotas;
import mainline.handbook.HandbookExamples.Founded;
import mainline.kernel.Refused;
import mainline.people.AccessToken;
import mainline.people.AccessTokens;
import mainline.people.People;
import mainline.platform.Refusal;
import mainline.review.Reviews;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A handbook takes no more room than it was given. */
@MainlineTest
class QuotaTest {
    private static final String PASSWORD = "seven quiet lanterns";

    private final HandbookExamples examples;
    private final Quotas quotas;
    private final QuotaGrants grants;
    private final Changes changes;
    private final Proposals proposals;
    private final Reviews reviews;
    private final AccessTokens tokens;
    private final HandbookImport imports;
    private final People people;
    private final Communities communities;
    private final TestClock clock;
    private final JdbcClient db;
    private Founded harbour;
    private Member joaquin;

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    QuotaTest(
            HandbookExamples examples,
            Quotas quotas,
            QuotaGrants grants,
            Changes changes,
            Proposals proposals,
            Reviews reviews,
            AccessTokens tokens,
            HandbookImport imports,
            People people,
            Communities communities,
            TestClock clock,
            JdbcClient db) {
        this.examples = examples;
        this.quotas = quotas;
        this.grants = grants;
        this.changes = changes;
        this.proposals = proposals;
        this.reviews = reviews;
        this.tokens = tokens;
        this.imports = imports;
        this.people = people;
        this.communities = communities;
        this.clock = clock;
        this.db = db;
    }

    @BeforeEach
    void a_handbook_with_one_megabyte_of_room() {
        clock.reset();
        harbour = examples.aCommunity();
        joaquin = examples.aMember(harbour, "Joaquín");
        examples.aMember(harbour, "Ngozi");
        grants.set(harbour.community(), 1, harbour.steward().person());
    }

    private Quota quota() {
        return quotas.of(harbour.community().id());
    }

    private long chunks() {
        return db.sql("select count(*) from git_pack_chunk where community_id = ?")
                .param(harbour.community().id().value())
                .query(Long.class)
                .single();
    }

    /** So many kilobytes that no packing makes smaller by more than a third. */
    private static String noise(int kilobytes) {
        Random random = new Random(kilobytes);
        StringBuilder text = new StringBuilder("# Noise\n\n");
        while (text.length() < kilobytes * 1024)
            text.append(Long.toString(random.nextLong() >>> 1, 36)).append(' ');
        return text.toString();
    }

    private Change proposed(String path, int kilobytes) {
        return proposals.propose(joaquin, examples.aPage(harbour, path, noise(kilobytes)));
    }

    private String git(int code, Path in, String... words) throws Exception {
        return new GitClient(folder).run(code, in, words);
    }

    private Path aClone() throws Exception {
        String key = tokens.make(joaquin.person(), "laptop", AccessToken.Scope.PUSH);
        git(
                0,
                folder,
                "clone",
                "-q",
                "http://git:" + key + "@localhost:" + port + "/"
                        + harbour.community().slug() + "/handbook.git",
                "clone");
        Path clone = folder.resolve("clone");
        git(0, clone, "config", "user.name", "Joaquín");
        git(0, clone, "config", "user.email", "joaquin@example.org");
        return clone;
    }

    @Test
    void a_push_that_does_not_fit_is_refused_with_the_numbers_and_leaves_nothing() throws Exception {
        Path clone = aClone();
        byte[] big = new byte[2 << 20];
        new Random(1).nextBytes(big);
        Files.write(clone.resolve("big.bin"), big);
        git(0, clone, "add", "-A");
        git(0, clone, "commit", "-qm", "Big");
        long before = chunks();
        assertThat(git(1, clone, "push", "origin", "HEAD:refs/for/main")).contains("no room left", "of 1 MB");
        assertThat(chunks()).isEqualTo(before);
        git(0, clone, "reset", "-q", "--hard", "origin/main");
        Files.writeString(clone.resolve("small.md"), "# Small\n");
        git(0, clone, "add", "-A");
        git(0, clone, "commit", "-qm", "Small");
        assertThat(git(0, clone, "push", "origin", "HEAD:refs/for/main")).contains("This is change 1");
    }

    @Test
    void a_change_from_the_browser_is_refused_and_what_was_let_in_is_still_merged() {
        Change fits = proposed("one.md", 500);
        Change too = proposed("two.md", 505);
        assertThatThrownBy(() -> {
                    proposed("three.md", 506);
                    proposed("four.md", 507);
                })
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems().get("").key()).isEqualTo("handbook.no-room"));
        assertThat(quota().used()).isLessThanOrEqualTo(quota().most());
        grants.set(harbour.community(), 1, harbour.steward().person());
        for (Change each : new Change[] {fits, too}) {
            clock.advance(Duration.ofHours(1));
            reviews.approve(harbour.steward(), each.subject(), 1, "");
            reviews.merge(harbour.steward(), each.subject());
        }
        assertThat(changes.get(too.subject()).state()).isInstanceOf(Change.Merged.class);
    }

    @Test
    void an_import_that_does_not_fit_brings_nothing() throws Exception {
        Founded empty = examples.aCommunity();
        grants.set(empty.community(), 1, empty.steward().person());
        Path source = folder.resolve("source");
        Files.createDirectories(source);
        git(0, source, "init", "-q", "-b", "main");
        byte[] big = new byte[2 << 20];
        new Random(2).nextBytes(big);
        Files.write(source.resolve("big.bin"), big);
        git(0, source, "add", "-A");
        git(0, source, "-c", "user.name=X", "-c", "user.email=x@example.org", "commit", "-qm", "Big");
        assertThatThrownBy(() -> imports.bring(source, empty.community(), null, line -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no room left");
        assertThat(quotas.of(empty.community().id()).used()).isLessThan(100_000);
        grants.set(empty.community(), 5, empty.steward().person());
        imports.bring(source, empty.community(), null, line -> {});
    }

    @Test
    void an_operator_gives_room_to_one_and_sees_how_much_is_taken() {
        people.create("Olga Operator", "olga@example.org", PASSWORD);
        Browser olga = new Browser(port).signIn("olga@example.org", PASSWORD);
        String action = "/admin/quotas/" + harbour.community().id().value();
        olga.get("/admin").submit(action, Map.of("quota", "none at all"));
        assertThat(olga.status()).isEqualTo(422);
        assertThat(olga.text()).contains("A whole number of megabytes");
        olga.submit(action, Map.of("quota", "300"));
        assertThat(quota().megabytes()).isEqualTo(300);
        assertThat(olga.text()).contains("of 300 MB");
        String home = "/" + harbour.community().slug();
        assertThat(olga.get(home + "/handbook").text()).contains("0.1 of 300 MB");
        assertThat(new Browser(port).get(home + "/handbook").text()).doesNotContain("of 300 MB");
        assertThat(olga.get(home + "/record").text()).contains("300 MB of storage");
        olga.get("/admin").submit(action, Map.of("quota", ""));
        assertThat(quota().own()).isFalse();
        assertThat(quota().megabytes()).isEqualTo(2048);
    }
}
