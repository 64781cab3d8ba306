package mainline.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import mainline.Browser;
import mainline.Mainline;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.community.Visibility;
import mainline.kernel.PersonId;
import mainline.mission.Mission;
import mainline.people.People;
import mainline.people.Profiles;
import mainline.platform.Plug;
import mainline.platform.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What is done on one server is so on another within a second, whether or not the one is heard by the other. Somebody has a page
 * open there and asks for it again and again; what counts is when they last asked in vain.
 */
@MainlineTest
class TwoServersTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<Line, Server> OTHERS = new EnumMap<>(Line.class);
    private static int readers;

    @TempDir
    private static Path folder;

    private final Village village;
    private final People people;
    private final Profiles profiles;
    private final Communities communities;
    private final Mission mission;
    private final HikariDataSource database;

    @LocalServerPort
    private int port;

    private PersonId reader;
    private Browser here;

    private enum Line {
        /** The other server hears of acts as they are done. */
        HEARD,
        /** It listens, and nothing gets through. */
        CUT
    }

    private record Server(ConfigurableApplicationContext app, Plug plug) {
        Browser browser() {
            return new Browser(Integer.parseInt(app.getEnvironment().getRequiredProperty("local.server.port")));
        }
    }

    TwoServersTest(
            Village village,
            People people,
            Profiles profiles,
            Communities communities,
            Mission mission,
            HikariDataSource database) {
        this.village = village;
        this.people = people;
        this.profiles = profiles;
        this.communities = communities;
        this.mission = mission;
        this.database = database;
    }

    @BeforeEach
    void there_are_other_servers() throws IOException {
        if (!OTHERS.isEmpty()) return;
        for (Line line : Line.values()) OTHERS.put(line, start(folder.resolve(line.name())));
        OTHERS.get(Line.CUT).plug().pull();
    }

    private Server start(Path data) throws IOException {
        URI address = URI.create(database.getJdbcUrl().substring("jdbc:".length()));
        Plug plug = new Plug(address.getPort(), "mainline channel");
        return new Server(
                new SpringApplicationBuilder(Mainline.class, TestClock.InPlace.class)
                        .run(
                                "--mainline.data=" + data,
                                "--mainline.jobs=false",
                                "--server.port=0",
                                "--spring.main.keep-alive=false",
                                "--mainline.database.url=jdbc:postgresql://127.0.0.1:" + plug.port()
                                        + address.getPath(),
                                "--mainline.database.username=" + TestDatabase.username(),
                                "--mainline.database.password=" + TestDatabase.password()),
                plug);
    }

    @AfterAll
    static void they_end() throws IOException {
        for (Server each : OTHERS.values()) {
            each.app().close();
            each.plug().close();
        }
        OTHERS.clear();
    }

    @BeforeEach
    void a_member_reads_on_all() {
        String mail = "reads" + ++readers + "@example.org";
        reader = people.create("Rhea Two", mail, PASSWORD).id();
        communities.join(village.community.id(), reader);
        here = new Browser(port).signIn(mail, PASSWORD);
    }

    private Browser there(Line line) {
        Browser there = OTHERS.get(line).browser();
        there.cookies().putAll(here.cookies());
        there.cookies().remove("acted");
        return there;
    }

    private String home() {
        return "/" + village.community.slug();
    }

    /** Asks there until the page no longer says so, and holds when it last did. */
    private static void isOver(Browser there, String path, String said, Runnable act) {
        assertThat(there.get(path).body()).contains(said);
        act.run();
        long done = System.nanoTime();
        long last = done;
        for (long asked = done; asked - done < PATIENCE.toNanos(); asked = System.nanoTime()) {
            if (!there.ask(path).body().contains(said)) break;
            last = asked;
        }
        assertThat(Duration.ofNanos(last - done)).isLessThan(A_SECOND);
    }

    @ParameterizedTest
    @EnumSource
    void a_session_that_ended(Line line) {
        isOver(
                there(line),
                home(),
                "action=\"/sign-out\"",
                () -> here.get(home()).submit("/sign-out", Map.of()));
    }

    @ParameterizedTest
    @EnumSource
    void a_membership_that_ended(Line line) {
        show(Visibility.MEMBERS);
        isOver(
                there(line),
                home() + "/ideas",
                village.community.name(),
                () -> communities.leave(new Member(village.community.id(), reader)));
    }

    @ParameterizedTest
    @EnumSource
    void a_community_that_closed(Line line) {
        show(Visibility.EVERYBODY);
        isOver(OTHERS.get(line).browser(), home() + "/ideas", village.community.name(), () -> show(Visibility.MEMBERS));
    }

    @ParameterizedTest
    @EnumSource
    void a_name_that_changed(Line line) {
        isOver(there(line), home() + "/people", "Rhea Two", () -> profiles.change(reader, "Rhea Three", ""));
    }

    private void show(Visibility visibility) {
        mission.show(village.ada, visibility);
    }
}
