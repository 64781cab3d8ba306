package mainline.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Listens to what other processes tell, for as long as this one serves, on a connection that belongs to no pool. Whenever it
 * begins to listen, anything may have moved before.
 */
@Component
class ChannelEar {
    private static final Logger log = LoggerFactory.getLogger(ChannelEar.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    /** A connection that is had back soon is not worth a word. */
    private static final Duration UNTOLD = FIRST_WAIT.multipliedBy(8);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** A connection that fell silent is asked this often whether it is still one: until then memory counts on it. */
    private static final int SILENCE_MILLIS = 300;

    private static final int PATIENCE_SECONDS = 5;

    /** Begins what is said only to hear whether it is heard. */
    private static final String TRIAL = "?";

    private final Channel channel;
    private final ChannelStore store;
    private final Memory memory;
    private final Database database;
    private final Settings settings;
    private volatile @Nullable Connection connection;
    private volatile @Nullable Thread listening;

    ChannelEar(Channel channel, ChannelStore store, Memory memory, Database database, Settings settings) {
        this.channel = channel;
        this.store = store;
        this.memory = memory;
        this.database = database;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (!settings.serving()) return;
        Thread ear = Thread.ofVirtual().name("channel").unstarted(this::listen);
        listening = ear;
        ear.start();
    }

    @EventListener(ContextClosedEvent.class)
    void stop() throws SQLException {
        Thread ending = listening;
        listening = null;
        if (ending != null) ending.interrupt();
        Connection open = connection;
        if (open != null) open.abort(Runnable::run);
    }

    private boolean isListening() {
        return Thread.currentThread().equals(listening);
    }

    private void listen() {
        Duration wait = FIRST_WAIT;
        while (isListening()) {
            try (Connection open = connect()) {
                connection = open;
                ChannelStore.listen(open);
                if (wait.compareTo(UNTOLD) > 0) log.info("Other processes are heard again");
                wait = FIRST_WAIT;
                listen(open);
            } catch (SQLException | DataAccessException e) {
                if (!isListening()) return;
                if (wait.equals(UNTOLD))
                    log.warn("What other processes do is not heard of for now: {}", e.getMessage());
                wait = pause(wait);
            }
        }
    }

    /**
     * A pooler that hands out connections by transaction takes the wish to listen, and forgets it: others count as heard once a word
     * that was said on another connection has come by.
     */
    private void listen(Connection open) throws SQLException {
        String trial = TRIAL + UUID.randomUUID();
        store.tell(trial);
        channel.lostTrack();
        boolean hears = false;
        while (isListening()) {
            hears |= hear(open, trial);
            if (hears) memory.hearing();
        }
    }

    private Connection connect() throws SQLException {
        Properties login = new Properties();
        if (database.username() != null) login.setProperty("user", database.username());
        if (database.password() != null) login.setProperty("password", database.password());
        login.setProperty("ApplicationName", "mainline channel");
        login.setProperty("connectTimeout", Integer.toString(PATIENCE_SECONDS));
        login.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(database.url(), login);
    }

    /** @return whether that was heard */
    private boolean hear(Connection open, String trial) throws SQLException {
        PGNotification[] told = open.unwrap(PGConnection.class).getNotifications(SILENCE_MILLIS);
        if (told == null || told.length == 0) {
            if (!open.isValid(PATIENCE_SECONDS)) throw new SQLException("The connection is gone.");
            return false;
        }
        boolean heard = false;
        for (PGNotification each : told) {
            String word = each.getParameter();
            heard |= word.equals(trial);
            if (!word.startsWith(TRIAL)) channel.heard(Telling.of(word));
        }
        return heard;
    }

    private static Duration pause(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        Duration longer = wait.multipliedBy(2);
        return longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer;
    }
}
