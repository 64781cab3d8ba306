package mainline.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.people.People;
import mainline.platform.Jobs;
import mainline.tally.Ballot;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody with the whole database before them can find out about secret ballots. */
@MainlineTest
class SecrecyTest {
    private static final int VOTERS = 700;
    private static final Random RANDOM = new Random(17);

    private final Decisions decisions;
    private final Ballots ballots;
    private final People people;
    private final Communities communities;
    private final Jobs jobs;
    private final TestClock clock;
    private final JdbcClient db;
    private final Village village;

    SecrecyTest(
            Decisions decisions,
            Ballots ballots,
            People people,
            Communities communities,
            Jobs jobs,
            TestClock clock,
            JdbcClient db,
            Village village) {
        this.decisions = decisions;
        this.ballots = ballots;
        this.people = people;
        this.communities = communities;
        this.jobs = jobs;
        this.clock = clock;
        this.db = db;
        this.village = village;
    }

    @Test
    void nothing_in_the_database_rejoins_a_secret_ballot_to_its_voter() {
        List<Member> voters = new ArrayList<>();
        for (int n = 0; n < VOTERS; n++) {
            var person =
                    people.bring("Voter " + n, "voter" + n + "@example.org").id();
            communities.join(village.community.id(), person);
            voters.add(new Member(village.community.id(), person));
        }
        Decision decision = decisions.open(
                village.ada,
                Question.of(
                                "Shall the chair stay?",
                                Method.SHOW_OF_HANDS,
                                clock.instant().plus(Duration.ofDays(1)))
                        .inSecret());
        Collections.shuffle(voters, RANDOM);
        Map<Member, String> receipts = new LinkedHashMap<>();
        for (Member voter : voters) {
            Ballot ballot = RANDOM.nextBoolean() ? Ballot.Hand.YES : Ballot.Hand.NO;
            Receipt receipt =
                    ballots.cast(voter, decision.subject(), ballot, "because I say so", ballots.nonce(decision));
            receipts.put(voter, receipt.code());
        }
        jobs.run("decisions.sweep");

        assertThat(texts("because I say so")).as("a reason is kept nowhere").isEmpty();
        assertThat(texts(receipts.get(voters.getFirst()))).containsOnly("secret_box");
        assertThat(transactions("secret_box")).as("ballots share a few rows").isLessThanOrEqualTo(2);
        assertThat(transactions("secret_roll")).isLessThanOrEqualTo(2);
        assertThat(transactions("decision_roll"))
                .as("the roll is as it was written")
                .isOne();
        assertThat(sharedTransactions())
                .as("no ballot's row was written with a row of few voters")
                .isLessThanOrEqualTo(2);
        assertThat(db.sql("select count(*) from record_entry where subject_kind = 'DECISION'")
                        .query(Integer.class)
                        .single())
                .as("only the opening is told")
                .isOne();
        assertThat(db.sql("select count(*) from pg_stats where tablename = 'secret_box' and attname = 'ballots'")
                        .query(Integer.class)
                        .single())
                .isZero();
        for (List<String> box : boxes()) assertThat(box).isSorted();

        clock.set(decision.ends());
        jobs.run("decisions.close");

        assertThat(db.sql("select count(distinct xmin::text) from published_ballot")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(db.sql("select count(*) from published_ballot where person_id is not null or reason <> ''")
                        .query(Integer.class)
                        .single())
                .isZero();
        List<String> stored = db.sql("select receipt from published_ballot order by ctid")
                .query(String.class)
                .list();
        assertThat(stored).hasSize(VOTERS).isSorted();
        assertThat(Math.abs(correlation(new ArrayList<>(receipts.values()), stored)))
                .as("the order in which people voted")
                .isLessThan(0.2);
        assertThat(Math.abs(correlation(byPerson(receipts), stored)))
                .as("the order of people's numbers")
                .isLessThan(0.2);
        assertThat(db.sql("select count(*) from secret_box")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(db.sql("select pg_relation_size('secret_box')")
                        .query(Long.class)
                        .single())
                .as("no earlier writing of a box lies on the disk's pages")
                .isZero();
    }

    /** Every table in which a text is found, in whatever column. */
    private List<String> texts(String wanted) {
        return db
                .sql("select quote_ident(tablename) from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> db.sql("select exists (select from " + table + " t where strpos(t::text, ?) > 0)")
                        .param(wanted)
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    private int transactions(String table) {
        return db.sql("select count(distinct xmin::text) from " + table)
                .query(Integer.class)
                .single();
    }

    /** A pair of rows of one transaction tells at most that somebody of hundreds cast one of hundreds. */
    private int sharedTransactions() {
        return db.sql("""
                        select count(*) from secret_box b join secret_roll r on r.xmin = b.xmin
                        where cardinality(b.ballots) > 100 and cardinality(r.voted) > 100
                        """).query(Integer.class).single()
                + 100 * db.sql("""
                                        select count(*) from secret_box b join secret_roll r on r.xmin = b.xmin
                                        where cardinality(b.ballots) <= 100 or cardinality(r.voted) <= 100
                                        """).query(Integer.class).single();
    }

    private List<List<String>> boxes() {
        return db.sql("select ballots from secret_box")
                .query((row, n) -> List.of((String[]) row.getArray(1).getArray()))
                .list();
    }

    private static List<String> byPerson(Map<Member, String> receipts) {
        return receipts.entrySet().stream()
                .sorted(java.util.Comparator.comparing(
                        each -> each.getKey().person().value()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Of two orders of the same things, by Spearman. */
    private static double correlation(List<String> one, List<String> other) {
        double n = one.size();
        double squares = 0;
        for (int i = 0; i < one.size(); i++) squares += Math.pow(i - other.indexOf(one.get(i)), 2);
        return 1 - 6 * squares / (n * (n * n - 1));
    }
}
