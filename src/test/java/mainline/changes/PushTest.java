package mainline.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.community.Member;
import mainline.handbook.GitClient;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import mainline.handbook.Signatures;
import mainline.kernel.Refused;
import mainline.people.AccessToken;
import mainline.people.AccessTokens;
import mainline.remarks.Remark;
import mainline.remarks.Remarks;
import mainline.remarks.Suggestions;
import mainline.review.Approval;
import mainline.review.MergeRule;
import mainline.review.Reviews;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Members push with the git on this machine, kindly and otherwise. */
@MainlineTest
class PushTest {
    private final HandbookExamples examples;
    private final AccessTokens tokens;
    private final Changes changes;
    private final Reviews reviews;
    private final Signatures signatures;
    private final Remarks remarks;
    private final Suggestions suggestions;
    private final TestClock clock;
    private final JdbcClient db;

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    private Founded harbour;
    private Member joaquin;
    private Path clone;

    PushTest(
            HandbookExamples examples,
            AccessTokens tokens,
            Changes changes,
            Reviews reviews,
            Signatures signatures,
            Remarks remarks,
            Suggestions suggestions,
            TestClock clock,
            JdbcClient db) {
        this.examples = examples;
        this.tokens = tokens;
        this.changes = changes;
        this.reviews = reviews;
        this.signatures = signatures;
        this.remarks = remarks;
        this.suggestions = suggestions;
        this.clock = clock;
        this.db = db;
    }

    @BeforeEach
    void aClone() throws Exception {
        clock.reset();
        harbour = examples.aCommunity();
        joaquin = examples.aMember(harbour, "Joaquín");
        examples.aMember(harbour, "Ngozi");
        String key = tokens.make(joaquin.person(), "laptop", AccessToken.Scope.PUSH);
        git(0, "clone", "-q", address(harbour, key), "clone");
        clone = folder.resolve("clone");
        git(0, "config", "core.protectNTFS", "false");
        git(0, "config", "user.name", "Joaquín");
        git(0, "config", "user.email", "joaquin@example.org");
    }

    private String address(Founded in, String key) {
        return "http://git:" + key + "@localhost:" + port + "/" + in.community().slug() + "/handbook.git";
    }

    private String git(int code, String... words) throws Exception {
        return new GitClient(folder).run(code, clone == null ? folder : clone, words);
    }

    private void commit(String path, String text, String message) throws Exception {
        Path file = clone.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        git(0, "add", "-A");
        git(0, "commit", "-qm", message);
    }

    private String push(String to) throws Exception {
        return git(0, "push", "origin", "HEAD:" + to);
    }

    private String refused(String to) throws Exception {
        long packs = packs();
        int open = open().size();
        String said = git(1, "push", "origin", "+HEAD:" + to);
        assertThat(open()).hasSize(open);
        assertThat(packs()).as("a refused push leaves nothing behind").isEqualTo(packs);
        return said;
    }

    private long packs() {
        return db.sql("select count(*) from git_pack_chunk where community_id = ?")
                .param(harbour.community().id().value())
                .query(Long.class)
                .single();
    }

    private List<Change> open() {
        return changes.open(harbour.community().id(), 0, 20).items();
    }

    @Test
    void what_an_area_does_not_let_in_is_refused() throws Exception {
        examples.stewards(harbour.steward(), """
                areas:
                  - path: /
                    stewards: [%s]
                  - path: /meetings/**
                    rules: {files: [md, png], largest: 1 KB}
                """.formatted(examples.handle(harbour.steward())));
        commit("meetings/list.csv", "a,b\n", "A list");
        assertThat(refused("refs/for/main")).contains("meetings/list.csv: only these files lie there: md, png");
        git(0, "reset", "-q", "--hard", "HEAD~1");
        commit("meetings/long.md", "x".repeat(3000), "A long page");
        assertThat(refused("refs/for/main")).contains("meetings/long.md: files there have at most 1 kB");
        git(0, "reset", "-q", "--hard", "HEAD~1");
        commit("money/list.csv", "a,b\n", "A list elsewhere");
        push("refs/for/main");
        Change change = open().getFirst();
        git(0, "mv", "money/list.csv", "meetings.md");
        git(0, "commit", "-qm", "Move it");
        push("refs/for/main");
        assertThat(changes.get(change.subject()).paths()).contains("meetings.md");
    }

    @Test
    void a_page_that_moves_touches_both_areas() throws Exception {
        examples.put(harbour.steward(), "meetings/start.md", "# Start\n\nSilently.\n");
        git(0, "pull", "-q");
        Files.createDirectories(clone.resolve("money"));
        git(0, "mv", "meetings/start.md", "money/start.md");
        git(0, "commit", "-qm", "Move it");
        push("refs/for/main");
        assertThat(open().getFirst().paths()).containsExactly("meetings/start.md", "money/start.md");
    }

    @Test
    void a_push_becomes_a_change_whose_link_is_told_and_is_merged_like_any_other() throws Exception {
        commit(
                "meetings/start.md",
                "# Start\n",
                "Say how we start\n\nNobody knows.\n\nSigned-off-by: J <j@example.org>");
        commit("meetings/end.md", "# End\n", "And how we end");
        String said = push("refs/for/main");
        Change change = open().getFirst();
        assertThat(said).contains("remote:     http", "/" + harbour.community().slug() + "/changes/1");
        assertThat(change.title()).isEqualTo("Say how we start");
        assertThat(change.why()).isEqualTo("Nobody knows.");
        assertThat(change.author()).isEqualTo(joaquin.person());
        assertThat(change.paths()).containsExactly("meetings/end.md", "meetings/start.md");
        for (String view : List.of("", "?view=source"))
            assertThat(get("/changes/1" + view)).contains("Say how we start");
        clock.advance(Duration.ofHours(1));
        reviews.approve(harbour.steward(), change.subject(), 1, "");
        reviews.merge(harbour.steward(), change.subject());
        git(0, "fetch", "-q");
        assertThat(git(0, "log", "-1", "--format=%an|%s", "origin/main")).isEqualTo("Joaquín|Say how we start\n");
        assertThat(git(0, "diff", "--stat", "origin/main", "HEAD")).isEmpty();
        assertThat(get("/handbook/meetings/end")).contains("End");
    }

    private String get(String below) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + port + "/" + harbour.community().slug() + below))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(below).isEqualTo(200);
            return answer.body();
        }
    }

    @Test
    void pushing_again_makes_a_new_version_of_the_same_change() throws Exception {
        commit("a.md", "# A\n", "Add A\n\nBecause");
        push("refs/for/main");
        commit("b.md", "# B\n", "Add B");
        assertThat(push("refs/for/main")).contains("Change 1 has a new version, 2");
        Files.writeString(clone.resolve("b.md"), "# Better\n");
        git(0, "commit", "-aq", "--amend", "--no-edit");
        assertThat(push("refs/for/main")).contains("Change 1 has a new version, 3");
        assertThat(refused("refs/for/main")).contains("has these commits already");
        assertThat(open()).hasSize(1);
        assertThat(open().getFirst().version()).isEqualTo(3);
        git(0, "checkout", "-qb", "other", "origin/main");
        commit("c.md", "# C\n", "Add C");
        assertThat(push("refs/heads/change/c")).contains("This is change 2 now");
        git(0, "reset", "-q", "--hard", "origin/main");
        commit("c.md", "# Another C\n", "Add C otherwise");
        assertThat(git(0, "push", "origin", "+HEAD:refs/heads/change/c")).contains("Change 2 has a new version, 2");
        assertThat(refused("refs/heads/change/77")).contains("you have no open change 77");
        assertThat(git(0, "ls-remote")).doesNotContain("change/");
    }

    @Test
    void nobody_moves_a_branch_or_a_tag_by_hand() throws Exception {
        commit("a.md", "# A\n", "Add A");
        assertThat(refused("refs/heads/main")).contains("push to refs/for/main");
        assertThat(refused("refs/heads/other")).contains("push to refs/for/main");
        assertThat(refused("refs/tags/v1")).contains("push to refs/for/main");
        assertThat(refused("refs/changes/1/1")).contains("push to refs/for/main");
        assertThat(git(1, "push", "origin", ":refs/heads/main")).contains("push to refs/for/main");
        assertThat(git(1, "push", "origin", "HEAD:refs/for/main", "HEAD:refs/heads/change/x"))
                .contains("one branch at a time");
        assertThat(open()).isEmpty();
    }

    @Test
    void what_would_harm_those_who_clone_is_refused_by_name() throws Exception {
        commit("a.md", "# A\n", "Add A");
        Files.createSymbolicLink(clone.resolve("link.md"), Path.of("/etc/passwd"));
        git(0, "add", "-A");
        git(0, "commit", "-qm", "Link");
        assertThat(refused("refs/for/main")).contains("link.md is a symbolic link");
        git(0, "rm", "-qf", "link.md");
        git(0, "commit", "-qm", "No link any more");
        assertThat(refused("refs/for/main"))
                .as("those before the last count too")
                .contains("symbolic link");

        git(0, "reset", "-q", "--hard", "origin/main");
        git(
                0,
                "update-index",
                "--add",
                "--cacheinfo",
                "160000," + git(0, "rev-parse", "HEAD").strip() + ",module");
        git(0, "commit", "-qm", "A submodule");
        assertThat(refused("refs/for/main")).contains("module is a submodule");

        for (String name : List.of("-rf.md", "con.md", "a:b.md", "x/GIT~1/config", ".gitmodules")) {
            git(0, "reset", "-q", "--hard", "origin/main");
            commit(name, "text\n", "Odd");
            String part = name.contains("~") ? "GIT~1" : name;
            assertThat(refused("refs/for/main")).as("refused by name").contains(part);
        }
        git(0, "reset", "-q", "--hard", "origin/main");
        commit("readme.md", "# clash\n", "Clash");
        assertThat(refused("refs/for/main")).containsIgnoringCase("duplicate").contains("README.md", "readme.md");

        git(0, "reset", "-q", "--hard", "origin/main");
        Files.write(clone.resolve("big.bin"), new byte[11 * 1024 * 1024]);
        git(0, "add", "-A");
        git(0, "commit", "-qm", "Big");
        assertThat(refused("refs/for/main")).contains("a file in it has more than 10 MB");

        git(0, "checkout", "-q", "--orphan", "alone");
        git(0, "rm", "-rqf", ".");
        commit("z.md", "z\n", "Unrelated");
        assertThat(refused("refs/for/main")).contains("does not come from this handbook");
    }

    @Test
    void only_a_member_with_a_token_that_may_push_pushes() throws Exception {
        commit("a.md", "# A\n", "Add A");
        String read = tokens.make(joaquin.person(), "reader", AccessToken.Scope.READ);
        assertThat(git(128, "push", address(harbour, read), "HEAD:refs/for/main"))
                .contains("Authentication failed");
        assertThat(git(128, "push", address(harbour, "mainline_guess"), "HEAD:refs/for/main"))
                .contains("Authentication failed");
        Member stranger = examples.aMember(examples.aCommunity(), "Stranger");
        String theirs = tokens.make(stranger.person(), "x", AccessToken.Scope.PUSH);
        assertThat(git(128, "push", address(harbour, theirs), "HEAD:refs/for/main"))
                .contains("403");
        assertThat(open()).isEmpty();
        assertThat(status("Bearer " + read)).isEqualTo(401);
        assertThat(status("Bearer " + theirs)).isEqualTo(403);
        assertThat(status("Basic !!")).isEqualTo(401);
        String key = tokens.make(joaquin.person(), "phone", AccessToken.Scope.PUSH);
        assertThat(status("Bearer " + key)).isEqualTo(200);
        assertThat(status("Basic " + Base64.getEncoder().encodeToString(("any:" + key).getBytes())))
                .isEqualTo(200);
        db.sql("update access_token set revoked = now() where name = 'phone' and person_id = ?")
                .param(joaquin.person().value())
                .update();
        assertThat(status("Bearer " + key)).isEqualTo(401);
    }

    private int status(String authorization) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"
                        + harbour.community().slug() + "/handbook.git/info/refs?service=git-receive-pack"))
                .header("Authorization", authorization)
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void who_is_named_in_a_commit_as_co_author_is_an_author_too() throws Exception {
        Member amara = harbour.steward();
        Member ngozi = examples.aMember(harbour, "Ngozi Two");
        examples.overseeing(ngozi, "");
        var signed = signatures.of(harbour.community().id(), amara.person(), clock.instant());
        String line = "Co-authored-by: Amara <" + signed.getEmailAddress() + ">\n"
                + "Co-authored-by: Stranger <stranger@elsewhere.example>\nCo-authored-by: <broken";
        commit("tea.md", "# Tea", "Say when tea is\n\nMany asked.\n\n" + line);
        push("refs/for/main");
        Change change = open().getFirst();
        assertThat(change.why()).isEqualTo("Many asked.");
        assertThat(change.coauthors()).containsExactly(amara.person());
        assertThatThrownBy(() -> reviews.approve(amara, change.subject(), 1, ""))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> reviews.endorse(amara, change.subject(), 1)).isInstanceOf(Refused.class);
        assertThat(changes.waitingFor(amara)).isEmpty();
        commit("tea.md", "# Tea at four", "Name the hour");
        push("refs/for/main");
        assertThat(changes.get(change.subject()).coauthors()).containsExactly(amara.person());
        reviews.approve(ngozi, change.subject(), 2, "");
        reviews.merge(ngozi, change.subject());
        git(0, "fetch", "-q");
        assertThat(git(0, "log", "-1", "--format=%(trailers:key=Co-authored-by,valueonly)", "origin/main"))
                .contains("Amara Okafor <" + signed.getEmailAddress() + ">")
                .doesNotContain("Stranger");
    }

    @Test
    void an_approval_falls_when_its_giver_turns_out_to_be_an_author() throws Exception {
        Member amara = harbour.steward();
        commit("tea.md", "# Tea", "Say when tea is");
        push("refs/for/main");
        Change change = open().getFirst();
        reviews.approve(amara, change.subject(), 1, "");
        var signed = signatures.of(harbour.community().id(), amara.person(), clock.instant());
        git(
                0,
                "commit",
                "-q",
                "--amend",
                "-m",
                "Say when tea is\n\nCo-authored-by: A <" + signed.getEmailAddress() + ">");
        push("refs/for/main");
        assertThat(reviews.approvals(change)).singleElement().matches(Approval::stands);
        assertThat(reviews.checks(changes.get(change.subject())))
                .filteredOn(
                        check -> check.rule() == MergeRule.Name.APPROVAL || check.rule() == MergeRule.Name.ENDORSEMENT)
                .hasSize(2)
                .noneMatch(MergeRule.Check::satisfied);
    }

    @Test
    void who_took_a_wording_on_the_page_and_pushes_again_keeps_to_the_same_change() throws Exception {
        commit("tea.md", "# Tea\n\nAt four.\n", "Say when tea is");
        push("refs/for/main");
        Change change = open().getFirst();
        Remark remark = remarks.make(
                harbour.steward(),
                change.subject(),
                new Remark.Draft(new Remark.Anchor(1, false, "tea.md", 3, 3, ""), "", "So?", "At five.", true));
        suggestions.take(joaquin, change.subject(), 1, List.of(remark.subject().number()));
        Files.writeString(clone.resolve("tea.md"), "# Tea\n\nAt half past four.\n");
        git(0, "commit", "-qa", "--amend", "--no-edit");
        push("refs/for/main");
        assertThat(open()).hasSize(1);
        assertThat(open().getFirst().version()).isEqualTo(3);
        assertThat(changes.suggesters(change)).containsExactly(harbour.steward().person());
    }

    @Test
    void whose_wording_is_named_in_a_pushed_commit_is_no_author_by_it() throws Exception {
        Member amara = harbour.steward();
        commit("tea.md", "# Tea\n\nAt four.\n", "Say when tea is");
        push("refs/for/main");
        Change change = open().getFirst();
        Remark remark = remarks.make(
                amara,
                change.subject(),
                new Remark.Draft(new Remark.Anchor(1, false, "tea.md", 3, 3, ""), "", "So?", "At five.", true));
        suggestions.take(joaquin, change.subject(), 1, List.of(remark.subject().number()));
        var signed = signatures.of(harbour.community().id(), amara.person(), clock.instant());
        Files.writeString(clone.resolve("tea.md"), "# Tea\n\nAt five, outside.\n");
        git(0, "commit", "-qam", "Say where\n\nCo-authored-by: A <" + signed.getEmailAddress() + ">");
        push("refs/for/main");
        assertThat(open().getFirst().version()).isEqualTo(3);
        assertThat(open().getFirst().coauthors()).isEmpty();
        reviews.approve(amara, change.subject(), 3, "");
    }

    @Test
    void added_names_are_looked_at_once_however_many_there_are() {
        AtomicInteger looked = new AtomicInteger();
        List<String> before = IntStream.range(0, 5000)
                .mapToObj(n -> "docs/" + n % 70 + "/page-" + n + ".md")
                .toList();
        List<String> after = new ArrayList<>(before);
        for (int n = 0; n < 500; n++) after.add("new/" + n + ".md");
        Collection<String> counted = new AbstractCollection<>() {
            @Override
            public Iterator<String> iterator() {
                Iterator<String> names = after.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return names.hasNext();
                    }

                    @Override
                    public String next() {
                        looked.incrementAndGet();
                        return names.next();
                    }
                };
            }

            @Override
            public int size() {
                return after.size();
            }
        };
        assertThat(PushCheck.clash(before, counted)).isEmpty();
        assertThat(looked.get()).isLessThanOrEqualTo(2 * after.size());
        after.add("NEW/7.md");
        assertThat(PushCheck.clash(before, counted)).isPresent();
    }

    private void cloned(String... how) throws Exception {
        clone = null;
        List<String> words = new ArrayList<>(List.of("clone", "-q"));
        words.addAll(List.of(how));
        String name = "clone-" + words.hashCode();
        words.add(name);
        git(0, words.toArray(String[]::new));
        clone = folder.resolve(name);
        git(0, "config", "user.name", "Joaquín");
        git(0, "config", "user.email", "joaquin@example.org");
    }

    @Test
    void shallow_and_partial_clones_of_the_handbook_push_as_any_other() throws Exception {
        examples.put(harbour.steward(), "b.md", "# B\n");
        String from = address(harbour, tokens.make(joaquin.person(), "other", AccessToken.Scope.PUSH));
        cloned("--depth", "1", from);
        commit("c.md", "# C\n", "Add C");
        assertThat(push("refs/for/main")).contains("This is change 1 now");
        cloned("--filter=blob:none", from);
        commit("d.md", "# D\n", "Add D");
        assertThat(push("refs/for/main")).contains("This is change 2 now");
        assertThat(open()).extracting(Change::paths).containsExactly(List.of("d.md"), List.of("c.md"));
    }

    @Test
    void commits_whose_beginning_is_missing_are_refused_with_what_to_run() throws Exception {
        commit("a.md", "# A\n", "Add A");
        commit("b.md", "# B\n", "Add B");
        String to = address(harbour, tokens.make(joaquin.person(), "other", AccessToken.Scope.PUSH));
        cloned("--depth", "1", clone.toUri().toString());
        commit("c.md", "# C\n", "Add C");
        assertThat(git(1, "push", to, "HEAD:refs/for/main"))
                .contains("git fetch --unshallow", "its history is not whole");
        assertThat(open()).isEmpty();
        git(0, "fetch", "-q", "--unshallow");
        assertThat(git(0, "push", to, "HEAD:refs/for/main")).contains("This is change 1 now");
    }

    @Test
    void amending_what_a_commit_says_is_the_same_change() throws Exception {
        commit("a.md", "# A\n", "Add A");
        String said = push("refs/for/main");
        assertThat(said.lines()
                        .filter(line -> line.startsWith("remote:"))
                        .reduce((one, next) -> next)
                        .orElseThrow()
                        .strip())
                .isEqualTo("remote:     git push origin HEAD:refs/heads/change/1");
        git(0, "commit", "-q", "--amend", "-m", "Say what A is\n\nNobody knows.");
        assertThat(push("refs/for/main")).contains("Change 1 has a new version, 2", "HEAD:refs/heads/change/1");
        assertThat(open()).singleElement().extracting(Change::title).isEqualTo("Say what A is");
        examples.put(harbour.steward(), "z.md", "# Z\n");
        git(0, "fetch", "-q");
        git(0, "rebase", "-q", "origin/main");
        git(0, "commit", "-q", "--amend", "-m", "Say it otherwise");
        assertThat(push("refs/for/main")).contains("Change 1 has a new version, 3");
        commit("b.md", "# B\n", "Add B");
        git(0, "reset", "-q", "--soft", "HEAD~1");
        git(0, "commit", "-q", "--amend", "-m", "Say both at once");
        assertThat(push("refs/for/main")).contains("Change 1 has a new version, 4");
        git(0, "commit", "-q", "--amend", "--reset-author", "--date=2020-01-01T00:00:00", "-m", "All anew");
        assertThat(push("refs/heads/change/1")).contains("Change 1 has a new version, 5");
        assertThat(open()).hasSize(1);
    }

    @Test
    void another_commit_of_the_same_second_or_of_another_member_is_another_change() throws Exception {
        String second = "--date=2026-01-02T03:04:05Z";
        commit("a.md", "# A\n", "Add A");
        git(0, "commit", "-q", "--amend", "--no-edit", second);
        push("refs/for/main");
        git(0, "reset", "-q", "--hard", "origin/main");
        commit("b.md", "# B\n", "Add B");
        git(0, "commit", "-q", "--amend", "--no-edit", second);
        assertThat(push("refs/for/main")).contains("This is change 2 now");
        Member other = examples.aMember(harbour, "Someone Else");
        String key = tokens.make(other.person(), "x", AccessToken.Scope.PUSH);
        git(0, "commit", "-q", "--amend", "-m", "Add B otherwise");
        assertThat(git(0, "push", address(harbour, key), "HEAD:refs/for/main")).contains("This is change 3 now");
        assertThat(git(1, "push", address(harbour, key), "+HEAD:refs/heads/change/1"))
                .contains("you have no open change 1");
        assertThat(open()).extracting(Change::version).containsExactly(1, 1, 1);
    }
}
