package mainline.platform;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.LongStream;
import mainline.MainlineTest;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@MainlineTest
class ChannelTest {
    private static final String ANYTHING = "anything";
    private static final CommunityId COMMUNITY = new CommunityId(7);

    private final Channel channel;
    private final ChannelStore store;
    private final Database database;
    private final Settings settings;
    private final TransactionTemplate act;
    private final JdbcClient db;
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private ChannelEar other;

    ChannelTest(
            Channel channel,
            ChannelStore store,
            Database database,
            Settings settings,
            TransactionTemplate act,
            JdbcClient db) {
        this.channel = channel;
        this.store = store;
        this.database = database;
        this.settings = settings;
        this.act = act;
        this.db = db;
    }

    /** What another process has of all this. */
    @BeforeEach
    void another_process_listens() throws InterruptedException {
        other = new ChannelEar(channelTo(heard), store, new Memory(), database, settings);
        other.start();
        assertThat(heard.poll(10, SECONDS)).isEqualTo(ANYTHING);
    }

    @AfterEach
    void it_ends() throws SQLException {
        other.stop();
    }

    private Channel channelTo(BlockingQueue<Object> queue) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("follower", new MovementListener() {
            @Override
            public void moved(Movement movement) {
                queue.add(movement);
            }

            @Override
            public void anythingMoved() {
                queue.add(ANYTHING);
            }
        });
        return new Channel(new Teller(store), beans.getBeanProvider(MovementListener.class));
    }

    private static Movement idea(long number) {
        return new Movement(new Subject(COMMUNITY, Subject.Kind.IDEA, number), "idea.published");
    }

    private void tell(Movement... movements) {
        act.executeWithoutResult(each -> {
            for (Movement movement : movements) channel.tell(movement);
        });
    }

    @Test
    void every_process_hears_of_an_act_once_it_is_committed() throws InterruptedException {
        act.executeWithoutResult(each -> {
            channel.tell(idea(12));
            assertThat(heard).isEmpty();
        });
        assertThat(heard.poll(10, SECONDS)).isEqualTo(idea(12));
    }

    @Test
    void nobody_hears_of_an_act_that_is_taken_back() throws InterruptedException {
        act.executeWithoutResult(each -> {
            channel.tell(idea(12));
            each.setRollbackOnly();
        });
        tell(idea(13));
        assertThat(heard.poll(10, SECONDS)).isEqualTo(idea(13));
    }

    @Test
    void a_movement_belongs_to_an_act() {
        assertThatThrownBy(() -> channel.tell(idea(12))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void an_act_is_told_once_however_much_it_moves() throws Exception {
        try (Connection raw = connection()) {
            ChannelStore.listen(raw);
            tell(idea(1), idea(2), idea(1));
            PGNotification[] told = raw.unwrap(PGConnection.class).getNotifications(10_000);
            assertThat(told)
                    .singleElement()
                    .satisfies(one -> assertThat(one.getParameter())
                            .endsWith("\n7 IDEA-1 idea.published\n7 IDEA-2 idea.published"));
        }
        assertThat(heard.poll(10, SECONDS)).isEqualTo(idea(1));
        assertThat(heard.poll(10, SECONDS)).isEqualTo(idea(2));
    }

    @Test
    void an_act_that_moves_much_is_told_in_parts() throws InterruptedException {
        tell(LongStream.range(0, 1_000).mapToObj(ChannelTest::idea).toArray(Movement[]::new));
        for (int number = 0; number < 1_000; number++)
            assertThat(heard.poll(10, SECONDS)).isEqualTo(idea(number));
    }

    @Test
    void what_another_release_tells_in_unknown_words_may_be_anything() throws InterruptedException {
        db.sql("select pg_notify('mainline', E'another\\n7 DREAM-12 dream.told')")
                .query((row, n) -> "")
                .list();
        assertThat(heard.poll(10, SECONDS)).isEqualTo(ANYTHING);
    }

    @Test
    void a_process_that_tells_hears_itself_from_its_act_alone() throws Exception {
        BlockingQueue<Object> own = new LinkedBlockingQueue<>();
        Channel telling = channelTo(own);
        ChannelEar ear = new ChannelEar(telling, store, new Memory(), database, settings);
        ear.start();
        try {
            assertThat(own.poll(10, SECONDS)).isEqualTo(ANYTHING);
            act.executeWithoutResult(each -> telling.tell(idea(12)));
            assertThat(own).containsExactly(idea(12));
            tell(idea(13));
            own.remove();
            assertThat(own.poll(10, SECONDS)).isEqualTo(idea(13));
        } finally {
            ear.stop();
        }
    }

    @Test
    void a_connection_that_was_cut_is_made_anew_and_anything_may_have_moved_meanwhile() throws InterruptedException {
        db.sql("select pg_terminate_backend(pid) from pg_stat_activity "
                        + "where application_name = 'mainline channel' and datname = current_database()")
                .query((row, n) -> "")
                .list();
        assertThat(heard.poll(10, SECONDS)).isEqualTo(ANYTHING);
        tell(idea(14));
        assertThat(heard.poll(10, SECONDS)).isEqualTo(idea(14));
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }
}
