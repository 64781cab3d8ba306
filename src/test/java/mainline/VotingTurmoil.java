package mainline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import mainline.community.Member;
import mainline.decisions.Ballots;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.PublishedBallot;
import mainline.decisions.Question;
import mainline.decisions.Receipt;
import mainline.decisions.Stage;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.platform.Jobs;
import mainline.record.PublicRecord;
import mainline.record.RecordFilter;
import mainline.tally.Ballot;
import org.jspecify.annotations.Nullable;

/**
 * Many members who vote, change their votes and send pages twice while several processes close the decisions under them;
 * everybody writes down what they did and were told, and a checker holds these histories against what was published.
 */
public final class VotingTurmoil {
    private static final int DECISIONS_AT_ONCE = 4;
    private static final int CLOSERS_EACH = 2;
    private static final Duration WINDOW = Duration.ofMillis(1500);

    /** One process of the application. */
    public record Server(Decisions decisions, Ballots ballots, Jobs jobs) {}

    /** @param answer what was told; null when the ballot was refused, and {@code failed} when nobody can know */
    record Cast(
            Subject decision,
            Member voter,
            Ballot ballot,
            long began,
            @Nullable Receipt answer,
            boolean failed) {}

    /** @param problems what must not be; empty when all is well */
    public record Report(int decisions, long counted, long changed, long refused, long failed, List<String> problems) {}

    private final List<Server> servers;
    private final PublicRecord record;
    private final Clock clock;
    private final Member opener;
    private final List<Member> voters;
    private final Queue<Cast> casts = new ConcurrentLinkedQueue<>();
    private final Map<Subject, Long> seenClosed = new ConcurrentHashMap<>();
    private final List<Subject> all = java.util.Collections.synchronizedList(new ArrayList<>());
    private volatile List<Decision> current = List.of();
    private volatile boolean over;

    /** The rules of the community must allow windows of a second. */
    public VotingTurmoil(List<Server> servers, PublicRecord record, Clock clock, Member opener, List<Member> voters) {
        this.servers = servers;
        this.record = record;
        this.clock = clock;
        this.opener = opener;
        this.voters = voters;
    }

    public Report run(Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            openMore();
            for (int i = 0; i < voters.size(); i++) {
                int number = i;
                running.add(threads.submit(() -> vote(number, threads)));
            }
            for (Server server : servers)
                for (int i = 0; i < CLOSERS_EACH; i++) running.add(threads.submit(() -> close(server)));
            while (System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(20);
                if (current.stream().allMatch(decision -> seenClosed.containsKey(decision.subject()))) openMore();
            }
            while (!current.stream().allMatch(decision -> seenClosed.containsKey(decision.subject())))
                TimeUnit.MILLISECONDS.sleep(20);
            over = true;
            for (Future<?> each : running) each.get();
        }
        return check();
    }

    private void openMore() {
        List<Decision> opened = new ArrayList<>();
        for (int i = 0; i < DECISIONS_AT_ONCE; i++) {
            Instant ends = clock.instant().plus(WINDOW.plusMillis(200L * i));
            String title = "Question " + (all.size() + 1);
            Question question = i < 2
                    ? Question.of(title, Method.SHOW_OF_HANDS, ends)
                    : Question.of(title, Method.APPROVAL, ends, "One", "Two", "Three");
            Decision decision =
                    servers.getFirst().decisions().open(opener, i % 2 == 0 ? question : question.inSecret());
            all.add(decision.subject());
            opened.add(decision);
        }
        current = List.copyOf(opened);
    }

    private Void vote(int number, ExecutorService threads) throws Exception {
        Random random = new Random(number);
        Member voter = voters.get(number);
        Server server = servers.get(number % servers.size());
        Set<Subject> voted = new HashSet<>();
        while (!over) {
            List<Decision> now = current;
            Decision decision = now.get(random.nextInt(now.size()));
            if (decision.secret() && !voted.add(decision.subject()) && random.nextInt(20) > 0) continue;
            Ballot ballot = ballot(decision, random);
            String nonce = server.ballots().nonce(decision);
            if (random.nextInt(4) == 0 && decision.secret()) {
                Future<?> twin = threads.submit(() -> cast(server, decision, voter, ballot, nonce));
                cast(servers.getLast(), decision, voter, ballot, nonce);
                twin.get();
            } else {
                cast(server, decision, voter, ballot, nonce);
            }
        }
        return null;
    }

    private static Ballot ballot(Decision decision, Random random) {
        if (decision.method() == Method.SHOW_OF_HANDS) return Ballot.Hand.values()[random.nextInt(3)];
        return new Ballot.Approvals(Set.of(1 + random.nextInt(3)));
    }

    private void cast(Server server, Decision decision, Member voter, Ballot ballot, String nonce) {
        long began = System.nanoTime();
        Receipt answer = null;
        boolean failed = false;
        try {
            answer = server.ballots().cast(voter, decision.subject(), ballot, "", nonce);
        } catch (Refused no) {
            if (!clock.instant().isBefore(decision.ends())) pause();
        } catch (RuntimeException e) {
            failed = true;
        }
        casts.add(new Cast(decision.subject(), voter, ballot, began, answer, failed));
    }

    private Void close(Server server) {
        while (!over) {
            server.jobs().run("decisions.close");
            for (Decision decision : current)
                if (find(server, decision.subject()).stage() instanceof Stage.Closed)
                    seenClosed.putIfAbsent(decision.subject(), System.nanoTime());
            pause();
        }
        return null;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Decision find(Server server, Subject subject) {
        return server.decisions().get(subject.community(), subject.number());
    }

    private Report check() {
        List<String> problems = new ArrayList<>();
        long counted = 0;
        long changed = 0;
        Map<Subject, List<Cast>> byDecision = new HashMap<>();
        for (Cast cast : casts)
            byDecision
                    .computeIfAbsent(cast.decision(), subject -> new ArrayList<>())
                    .add(cast);
        for (Subject subject : all) {
            Decision decision = find(servers.getLast(), subject);
            List<Cast> told = byDecision.getOrDefault(subject, List.of());
            List<PublishedBallot> published =
                    servers.getLast().ballots().published(decision, 0, 10_000).items();
            counted += published.size();
            changed += told.stream().filter(cast -> cast.answer() != null).count() - published.size();
            List<String> wrong = new ArrayList<>();
            if (decision.secret()) checkSecret(told, published, wrong);
            else checkOpen(told, published, wrong);
            checkClose(decision, told, published, wrong);
            wrong.forEach(problem -> problems.add("decision " + subject.number() + ": " + problem));
        }
        return new Report(
                all.size(),
                counted,
                changed,
                casts.stream()
                        .filter(cast -> cast.answer() == null && !cast.failed())
                        .count(),
                casts.stream().filter(Cast::failed).count(),
                problems);
    }

    /** Of each voter the last ballot that was acknowledged is there, once, and nothing else. */
    private static void checkOpen(List<Cast> told, List<PublishedBallot> published, List<String> wrong) {
        Map<Long, List<Cast>> byVoter = new HashMap<>();
        for (Cast cast : told)
            if (cast.answer() != null || cast.failed())
                byVoter.computeIfAbsent(cast.voter().person().value(), id -> new ArrayList<>())
                        .add(cast);
        for (PublishedBallot ballot : published) {
            if (ballot.voter() == null) {
                wrong.add("an open ballot without a name");
                continue;
            }
            List<Cast> own = byVoter.remove(ballot.voter().value());
            if (own == null) {
                wrong.add("a ballot nobody cast, or one counted twice: " + ballot);
                continue;
            }
            Cast last = own.getLast();
            boolean fits = last.answer() != null
                    ? last.ballot().equals(ballot.ballot())
                            && last.answer().code().equals(ballot.receipt())
                    : own.stream().anyMatch(cast -> cast.ballot().equals(ballot.ballot()));
            if (!fits) wrong.add("not the last acknowledged ballot: " + ballot + " instead of " + last);
        }
        byVoter.values().stream()
                .filter(own -> own.stream().anyMatch(cast -> cast.answer() != null))
                .forEach(own -> wrong.add("lost: " + own.getLast()));
    }

    /** Every receipt that was given is there, once, with its ballot; one for each voter; and nothing else. */
    private static void checkSecret(List<Cast> told, List<PublishedBallot> published, List<String> wrong) {
        Map<String, Ballot> given = new HashMap<>();
        Map<Long, String> ofVoter = new HashMap<>();
        boolean unsure = false;
        for (Cast cast : told) {
            unsure |= cast.failed();
            if (cast.answer() == null) continue;
            String code = cast.answer().code();
            given.put(code, cast.ballot());
            String before = ofVoter.put(cast.voter().person().value(), code);
            if (before != null && !before.equals(code)) wrong.add("two ballots of one voter: " + before + ", " + code);
        }
        for (PublishedBallot ballot : published) {
            if (ballot.voter() != null) wrong.add("a secret ballot with a name");
            Ballot cast = given.remove(ballot.receipt());
            if (cast == null && !unsure) wrong.add("a ballot nobody has a receipt for: " + ballot);
            if (cast != null && !cast.equals(ballot.ballot())) wrong.add("changed on its way: " + ballot);
        }
        given.forEach((code, ballot) -> wrong.add("lost: " + code + " " + ballot));
    }

    private void checkClose(Decision decision, List<Cast> told, List<PublishedBallot> published, List<String> wrong) {
        Subject subject = decision.subject();
        long closed = seenClosed.getOrDefault(subject, Long.MAX_VALUE);
        for (Cast cast : told)
            if (cast.answer() != null && !cast.answer().again() && cast.began() > closed)
                wrong.add("acknowledged after the close: " + cast);
        if (!(decision.stage() instanceof Stage.Closed outcome)) {
            wrong.add("never closed");
            return;
        }
        if (outcome.voted() != published.size()) wrong.add(outcome.voted() + " counted of " + published.size());
        long times = record.list(subject.community(), RecordFilter.about(subject), 0, 50).items().stream()
                .filter(entry -> entry.act().verb().equals("decision.closed"))
                .count();
        if (times != 1) wrong.add("closed " + times + " times");
    }
}
