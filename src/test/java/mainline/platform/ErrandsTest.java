package mainline.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import mainline.MainlineTest;
import mainline.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@MainlineTest
class ErrandsTest {
    private final Errands errands;
    private final TestErrands late;
    private final Greeter greeter;
    private final TestClock clock;
    private final JdbcClient db;
    private final DataSource dataSource;
    private final ErrandTasks tasks;
    private final ErrandJson json;
    private final TransactionTemplate transaction;

    ErrandsTest(
            Errands errands,
            TestErrands late,
            Greeter greeter,
            TestClock clock,
            JdbcClient db,
            DataSource dataSource,
            ErrandTasks tasks,
            ErrandJson json,
            TransactionTemplate transaction) {
        this.errands = errands;
        this.late = late;
        this.greeter = greeter;
        this.clock = clock;
        this.db = db;
        this.dataSource = dataSource;
        this.tasks = tasks;
        this.json = json;
        this.transaction = transaction;
    }

    @BeforeEach
    void nothing_waits() {
        db.sql("delete from scheduled_tasks").update();
        db.sql("delete from errand_failure").update();
        greeter.greeted.clear();
        greeter.trouble = () -> {};
        clock.reset();
    }

    @Test
    void an_errand_is_done_once_after_its_act() {
        send("Ann");
        assertThat(greeter.greeted).isEmpty();
        assertThat(errands.waiting()).isOne();
        late.run();
        late.run();
        assertThat(greeter.greeted).containsExactly(greeting("Ann"));
        assertThat(errands.waiting(9)).isEmpty();
    }

    @Test
    void an_errand_of_an_act_that_is_taken_back_is_never_done() {
        transaction.executeWithoutResult(act -> {
            errands.send(Greeter.GREETING, greeting("Nobody"));
            act.setRollbackOnly();
        });
        late.run();
        assertThat(greeter.greeted).isEmpty();
        assertThat(errands.waiting()).isZero();
    }

    @Test
    void an_errand_belongs_to_an_act() {
        assertThatThrownBy(() -> errands.send(Greeter.GREETING, greeting("Ann")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void an_errand_that_nobody_does_is_refused_at_once() {
        var unknown = new Errand<>("unknown", Greeter.Greeting.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(act -> errands.send(unknown, greeting("Ann"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown");
    }

    @Test
    void an_errand_that_fails_is_tried_again_with_growing_waits_and_operators_see_why() {
        greeter.trouble = () -> {
            throw new NotYet("The door is closed.");
        };
        send("Bea");
        late.run();
        assertThat(errands.waiting(9)).singleElement().satisfies(waiting -> {
            assertThat(waiting.name()).isEqualTo("greeting");
            assertThat(waiting.attempts()).isEqualTo(1);
            assertThat(waiting.error()).isEqualTo("The door is closed.");
            assertThat(waiting.next()).isEqualTo(clock.instant().plus(Duration.ofMinutes(2)));
        });
        clock.advance(Duration.ofMinutes(1));
        late.run();
        assertThat(greeter.greeted).hasSize(1);
        clock.advance(Duration.ofMinutes(1));
        late.run();
        assertThat(errands.waiting(9))
                .singleElement()
                .satisfies(waiting ->
                        assertThat(waiting.next()).isEqualTo(clock.instant().plus(Duration.ofMinutes(4))));
        greeter.trouble = () -> {};
        clock.advance(Duration.ofMinutes(4));
        late.run();
        assertThat(greeter.greeted).hasSize(3);
        assertThat(errands.waiting(9)).isEmpty();
        assertThat(errands.failing()).isZero();
    }

    @Test
    void an_errand_that_always_fails_is_given_up_and_kept_until_an_operator_asks_for_it() {
        greeter.trouble = () -> {
            throw new IllegalStateException();
        };
        send("Cy");
        for (int day = 0; day < 20; day++) {
            late.run();
            clock.advance(Duration.ofDays(1));
        }
        assertThat(greeter.greeted).hasSize(Waits.LAST_ATTEMPT);
        var given = errands.waiting(9).getFirst();
        assertThat(given.next()).isNull();
        assertThat(given.error()).isEqualTo("IllegalStateException");
        assertThat(errands.waiting()).isZero();
        assertThat(errands.failing()).isOne();
        greeter.trouble = () -> {};
        errands.again(given.name(), given.id());
        late.run();
        assertThat(greeter.greeted).hasSize(Waits.LAST_ATTEMPT + 1).endsWith(greeting("Cy"));
        assertThat(errands.waiting(9)).isEmpty();
    }

    @Test
    void one_that_waits_under_the_same_id_is_done_now_with_the_later_payload() {
        greeter.trouble = () -> {
            throw new NotYet("Not now.");
        };
        send("one", "Dan");
        late.run();
        greeter.trouble = () -> {};
        send("one", "Eve");
        late.run();
        assertThat(greeter.greeted).containsExactly(greeting("Dan"), greeting("Eve"));
        assertThat(errands.waiting(9)).isEmpty();
    }

    @Test
    void a_process_that_ends_between_two_attempts_loses_nothing() {
        greeter.trouble = () -> {
            throw new NotYet("The line is cut.");
        };
        send("Fay");
        late.process().runAnyDueExecutions();
        greeter.trouble = () -> {};
        clock.advance(Duration.ofMinutes(2));
        late.process().runAnyDueExecutions();
        assertThat(greeter.greeted).hasSize(2);
        assertThat(errands.waiting(9)).isEmpty();
    }

    @Test
    void what_a_process_was_at_when_it_ended_is_begun_again_by_another() {
        send("Gus");
        db.sql("update scheduled_tasks set picked = true, picked_by = 'dead', last_heartbeat = ?")
                .param(Timestamp.from(clock.instant().minus(Duration.ofHours(1))))
                .update();
        late.process().runDeadExecutionDetection();
        clock.advance(Duration.ofMinutes(2));
        late.run();
        assertThat(greeter.greeted).containsExactly(greeting("Gus"));
        assertThat(errands.waiting(9)).isEmpty();
    }

    @Test
    void of_two_processes_one_does_it() throws InterruptedException {
        int many = 60;
        var done = new CountDownLatch(many);
        greeter.trouble = done::countDown;
        var processes = Stream.generate(this::livingProcess).limit(2).toList();
        try {
            processes.forEach(Scheduler::start);
            transaction.executeWithoutResult(act -> IntStream.range(0, many)
                    .forEach(each -> errands.send(Greeter.GREETING, new Greeter.Greeting("Hal", each, false))));
            assertThat(done.await(60, SECONDS)).isTrue();
        } finally {
            processes.forEach(Scheduler::stop);
        }
        assertThat(greeter.greeted).hasSize(many).doesNotHaveDuplicates();
        assertThat(errands.waiting(9)).isEmpty();
    }

    @Test
    void a_payload_of_another_release_is_read() {
        var frozen = "{\"who\":\"Ida\",\"manner\":\"politely\"}";
        db.sql("""
                        insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
                        values ('errand.greeting', 'old', ?, ?, false, 1)
                        """)
                .params(frozen.getBytes(UTF_8), Timestamp.from(clock.instant()))
                .update();
        late.run();
        assertThat(greeter.greeted).containsExactly(new Greeter.Greeting("Ida", 0, false));
    }

    /** By the real clock, later than the one of tests: it would not wake by one that stands. */
    private Scheduler livingProcess() {
        return Scheduler.create(dataSource, tasks.all())
                .serializer(json)
                .enablePriority()
                .pollingInterval(Duration.ofMillis(20))
                .threads(4)
                .build();
    }

    private void send(String who) {
        transaction.executeWithoutResult(act -> errands.send(Greeter.GREETING, greeting(who)));
    }

    private void send(String id, String who) {
        transaction.executeWithoutResult(act -> errands.send(Greeter.GREETING, id, greeting(who)));
    }

    private static Greeter.Greeting greeting(String who) {
        return new Greeter.Greeting(who, 1, false);
    }
}
