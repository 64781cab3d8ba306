package mainline.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.Village;
import mainline.community.Community;
import mainline.kernel.CommunityId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.people.Operators;
import mainline.people.People;
import mainline.people.Person;
import mainline.platform.Jobs;
import mainline.platform.Outbound;
import mainline.proof.Checkpoint;
import mainline.proof.Cosignature;
import mainline.proof.Hash;
import mainline.proof.MerkleTree;
import mainline.proof.Note;
import mainline.proof.Signer;
import mainline.proof.VerifierKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** A witness for others, and witnesses of our own; over real HTTP. */
@MainlineTest
class WitnessTest {
    private static final List<Hash> LEAVES =
            IntStream.range(0, 40).mapToObj(n -> Hash.of(new byte[] {(byte) n})).toList();

    private final Witness witness;
    private final Witnesses witnesses;
    private final WitnessStore store;
    private final RecordCopies copies;
    private final PublicRecord record;
    private final Log log;
    private final Jobs jobs;
    private final People people;
    private final Operators operators;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Village village;
    private final Community community;
    private final CommunityId id;
    private final Signer elsewhere;

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    WitnessTest(
            Witness witness,
            Witnesses witnesses,
            WitnessStore store,
            RecordCopies copies,
            PublicRecord record,
            Log log,
            Jobs jobs,
            People people,
            Operators operators,
            TransactionTemplate transaction,
            Clock clock,
            Village village) {
        this.witness = witness;
        this.witnesses = witnesses;
        this.store = store;
        this.copies = copies;
        this.record = record;
        this.log = log;
        this.jobs = jobs;
        this.people = people;
        this.operators = operators;
        this.transaction = transaction;
        this.clock = clock;
        community = village.community;
        id = community.id();
        elsewhere = new Signer("elsewhere.example/record/" + id.value(), Signer.Pair.generate());
        this.village = village;
    }

    @BeforeEach
    void nobody_watches_yet() {
        witnesses.all().forEach(each -> store.removeWitness(each.id()));
        jobs.run("append-record");
    }

    private void act(String note) {
        transaction.executeWithoutResult(done -> record.add(Act.by(
                village.ada.person(), RecordVerb.COMMUNITY_FOUNDED, new Subject(id, Subject.Kind.COMMUNITY, 0), note)));
        jobs.run("append-record");
    }

    private void watch() {
        witness.know(elsewhere.key().text(), village.ada.person());
    }

    private Note note(int size) {
        return elsewhere.sign(new Checkpoint(elsewhere.key().name(), size, MerkleTree.root(LEAVES.subList(0, size))));
    }

    private static String sent(int old, int size, Note note) {
        List<Hash> proof =
                old == 0 || old == size ? List.of() : MerkleTree.consistency(old, size, MerkleTree.over(LEAVES));
        return new Submission(old, proof, note).text();
    }

    private HttpResponse<String> post(String body) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/witness/add-checkpoint"))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_log_that_continues_what_was_seen_is_cosigned() {
        watch();
        for (int[] step : new int[][] {{0, 0}, {0, 7}, {7, 7}, {7, 8}, {8, 40}}) {
            Note note = note(step[1]);
            HttpResponse<String> answer = post(sent(step[0], step[1], note));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            Note.Signature line = Note.Signature.parse(answer.body().stripTrailing());
            assertThat(Cosignature.time(note.with(List.of(line)), witness.key()))
                    .isPresent();
        }
    }

    @Test
    void a_witness_says_no_as_the_protocol_has_it() {
        assertThat(post(sent(0, 7, note(7))).statusCode()).as("unknown log").isEqualTo(404);
        watch();
        Note forged = new Signer(elsewhere.key().name(), Signer.Pair.generate()).sign(note(7).text());
        assertThat(post(sent(0, 7, forged)).statusCode()).as("another key").isEqualTo(403);
        assertThat(post(sent(0, 7, note(7))).statusCode()).isEqualTo(200);
        HttpResponse<String> stale = post(sent(3, 9, note(9)));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).isEqualTo("7\n");
        assertThat(stale.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
        assertThat(post(sent(7, 9, note(9)).replaceFirst("(?s)\n.*?\n", "\n")).statusCode())
                .as("a proof cut short")
                .isEqualTo(422);
        assertThat(post(new Submission(9, List.of(), note(7)).text()).statusCode())
                .as("old above new")
                .isEqualTo(400);
        List<Hash> others = new ArrayList<>(LEAVES.subList(0, 7));
        others.set(2, Hash.EMPTY);
        Note split = elsewhere.sign(new Checkpoint(elsewhere.key().name(), 7, MerkleTree.root(others)));
        assertThat(post(sent(7, 7, split)).statusCode())
                .as("two trees of one size")
                .isEqualTo(409);
        for (String odd : List.of(
                "",
                "old\n\n",
                "old 07\n\n" + note(7).whole(),
                "old 7\n!\n\n" + note(7).whole(),
                "old 7\n\nx\n",
                "old 7\r\n\r\n" + note(7).whole(),
                "old 7\n" + "A\n".repeat(70) + "\n" + note(7).whole()))
            assertThat(post(odd).statusCode()).as(odd).isEqualTo(400);
        assertThat(post("x".repeat(200_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void of_two_trees_of_one_size_only_one_is_cosigned_even_at_once() throws Exception {
        watch();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int round = 0; round < 10; round++) {
                int old = round;
                List<Future<Integer>> answers = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    int size = old + 1 + i % 2 * 25;
                    answers.add(threads.submit(
                            () -> post(sent(old, size, note(size))).statusCode()));
                }
                List<Integer> codes = new ArrayList<>();
                for (Future<Integer> answer : answers) codes.add(answer.get());
                assertThat(codes).filteredOn(code -> code == 200).hasSize(1);
                witness.logs().stream()
                        .filter(each -> each.key().equals(elsewhere.key()))
                        .forEach(each -> witness.forget(each.id()));
                long held = round + 1;
                store.addLog(elsewhere.key(), village.ada.person(), clock.instant());
                transaction.executeWithoutResult(back -> store.saw(
                        new Checkpoint(elsewhere.key().name(), held, MerkleTree.root(LEAVES.subList(0, (int) held))),
                        clock.instant()));
            }
        }
    }

    @Test
    void a_log_taken_off_the_list_cannot_begin_anew() {
        watch();
        assertThat(post(sent(0, 9, note(9))).statusCode()).isEqualTo(200);
        witness.logs().forEach(each -> witness.forget(each.id()));
        assertThat(post(sent(9, 10, note(10))).statusCode()).isEqualTo(404);
        watch();
        assertThat(post(sent(0, 3, note(3))).body()).isEqualTo("9\n");
    }

    @Test
    void two_installations_witness_each_other() throws IOException {
        witness.know(log.key(id).orElseThrow().text(), village.ada.person());
        witnesses.add(witness.key().text(), "http://localhost:" + port + "/witness/", village.ada.person());
        for (int i = 0; i < 3; i++) {
            act("Act " + i);
            jobs.run("ask-witnesses");
            Note served = Note.parse(new Browser(port)
                    .with("Cookie", "acted=yes")
                    .get("/" + community.slug() + "/record/checkpoint")
                    .body());
            assertThat(Cosignature.time(served, witness.key())).contains(clock.instant());
        }
        assertThat(witnesses.all().getFirst().problem()).isNull();
        String first = new Browser(port)
                .get("/" + community.slug() + "/record")
                .page()
                .select("ol.log a.quiet")
                .first()
                .attr("href");
        assertThat(new Browser(port).get(first).text())
                .contains("Seen by", witness.key().name());

        Path file = folder.resolve("export");
        try (var out = Files.newOutputStream(file)) {
            copies.write(id, out);
        }
        RecordCheck knowing = new RecordCheck(log.key(id).orElseThrow(), null, List.of(witness.key()));
        for (RecordCopy copy : List.of(
                new RecordFile(file),
                copies.of(id).orElseThrow(),
                new ServedRecord(Outbound.anywhere(), "http://localhost:" + port + "/" + community.slug()))) {
            RecordCheck.Result result = knowing.of(copy);
            assertThat(result.problem()).isEmpty();
            assertThat(result.size()).isEqualTo(log.head(id).orElseThrow().size());
            assertThat(result.signers())
                    .containsExactly(new RecordCheck.Signer(witness.key().name(), clock.instant()));
        }
        assertThat(new Browser(port)
                        .get("/" + community.slug() + "/record/export")
                        .body())
                .isEqualTo(Files.readString(file));
    }

    @Test
    void what_a_hostile_witness_answers_is_not_believed() throws IOException {
        Signer hostile = new Signer("hostile.example/" + id.value(), Signer.Pair.generate());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<Reaction> answers = List.of(
                new Reaction(200, "text/plain", ""),
                new Reaction(200, "text/plain", "\u2014 x\n".repeat(30)),
                new Reaction(
                        200,
                        "text/plain",
                        hostile.cosign(new Checkpoint("another", 1, Hash.of(new byte[1])), clock.instant())
                                        .line() + "\n"),
                new Reaction(
                        200,
                        "text/plain",
                        new Signer(hostile.key().name(), Signer.Pair.generate())
                                        .cosign(checkpoint(), clock.instant())
                                        .line()
                                + "\n"),
                new Reaction(
                        200,
                        "text/plain",
                        hostile.cosign(checkpoint(), clock.instant().plusSeconds(90_000))
                                        .line() + "\n"),
                new Reaction(409, "text/x.tlog.size", "999999999\n"),
                new Reaction(409, "text/x.tlog.size", "-1\n"),
                new Reaction(409, "text/x.tlog.size", "1\n"),
                new Reaction(409, "text/plain", "1\n"),
                new Reaction(500, "text/html", "<h1>no</h1>"),
                new Reaction(302, "text/html", ""),
                new Reaction(200, "text/plain", "x".repeat(1 << 20)));
        int[] next = {0};
        server.createContext("/", exchange -> {
            Reaction reaction = answers.get(next[0]);
            byte[] body = reaction.body().getBytes(UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", reaction.type());
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            try (exchange) {
                exchange.sendResponseHeaders(reaction.status(), body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        try {
            String url = "http://localhost:" + server.getAddress().getPort();
            witnesses.add(hostile.cosigningKey().text(), url, village.ada.person());
            jobs.run("append-record");
            for (next[0] = 0; next[0] < answers.size(); next[0]++) {
                jobs.run("ask-witnesses");
                assertThat(witnesses.all().getFirst().problem())
                        .as(answers.get(next[0]).toString().substring(0, 30))
                        .isNotNull();
                assertThat(log.checkpoint(id).orElseThrow().signatures()).hasSize(1);
            }
        } finally {
            server.stop(0);
        }
    }

    private record Reaction(int status, String type, String body) {}

    private Checkpoint checkpoint() {
        return Checkpoint.parse(log.checkpoint(id).orElseThrow().text());
    }

    @Test
    void keys_and_addresses_that_are_none_are_refused() {
        assertThatThrownBy(() -> witness.know("x", village.ada.person())).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> witness.know(elsewhere.cosigningKey().text(), village.ada.person()))
                .isInstanceOf(Refused.class);
        VerifierKey key = elsewhere.cosigningKey();
        assertThatThrownBy(() -> witnesses.add(key.text(), "file:///etc/passwd", village.ada.person()))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> witnesses.add("", "https://example.org/w", village.ada.person()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void operators_keep_both_lists_on_one_page_and_nobody_else_sees_it() {
        String mail = "op" + id.value() + "@example.org";
        Person operator = people.create("Op", mail, "seven quiet lanterns");
        operators.name(operator.handle(), village.ada.person());
        Browser browser = new Browser(port).signIn(mail, "seven quiet lanterns");
        browser.get("/admin/witnesses");
        assertThat(browser.text())
                .contains(witness.key().text(), log.key(id).orElseThrow().text());
        browser.submit("/admin/witnesses/logs", Map.of("log", elsewhere.key().text()));
        assertThat(browser.text()).contains("Added", elsewhere.key().name());
        browser.submitOnly("/admin/witnesses", Map.of("url", "nowhere", "key", "x"));
        assertThat(browser.status()).isEqualTo(422);
        browser.submit(
                "/admin/witnesses",
                Map.of(
                        "url",
                        "https://w.example/",
                        "key",
                        elsewhere.cosigningKey().text()));
        assertThat(browser.text()).contains("https://w.example");
        assertThat(new Browser(port).get("/" + community.slug() + "/record").text())
                .contains("Op asked " + elsewhere.key().name() + " to witness");
        browser.submit("/admin/witnesses/" + witnesses.all().getFirst().id(), Map.of());
        assertThat(witnesses.all()).isEmpty();
        assertThat(new Browser(port).get("/admin/witnesses").path()).startsWith("/sign-in");
    }
}
