package mainline.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mainline.Mainline;
import mainline.VotingTurmoil;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.decisions.Ballots;
import mainline.decisions.Decisions;
import mainline.decisions.RuleBook;
import mainline.decisions.Rules;
import mainline.kernel.PersonId;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.platform.Jobs;
import mainline.record.PublicRecord;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Sixty-four members vote, change and send twice for a minute while two servers on one database close under them. */
final class Voting {
    private static final int CLIENTS = 64;

    private Voting() {}

    public static void main(String[] arguments) throws Exception {
        Duration time = Duration.ofSeconds(arguments.length == 0 ? 60 : Long.parseLong(arguments[0]));
        Path folder = Files.createTempDirectory(Path.of("target"), "bench-voting");
        folder.toFile().setExecutable(true, false);
        boolean met;
        try (ConfigurableApplicationContext one = server(folder.resolve("one"))) {
            HikariDataSource database = one.getBean(HikariDataSource.class);
            try (ConfigurableApplicationContext two = server(
                    folder.resolve("two"),
                    "--mainline.database.url=" + database.getJdbcUrl(),
                    "--mainline.database.username=" + database.getUsername(),
                    "--mainline.database.password=" + database.getPassword())) {
                met = measure(one, two, time);
            }
        }
        System.exit(met ? 0 : 1);
    }

    private static ConfigurableApplicationContext server(Path data, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "--mainline.data=" + data.toAbsolutePath(), "--mainline.jobs=false", "--spring.main.keep-alive=false"));
        settings.addAll(List.of(more));
        return new SpringApplicationBuilder(Mainline.class)
                .web(WebApplicationType.NONE)
                .run(settings.toArray(String[]::new));
    }

    private static boolean measure(
            ConfigurableApplicationContext one, ConfigurableApplicationContext two, Duration time) throws Exception {
        People people = one.getBean(People.class);
        PersonId founder = people.bring("Founder", "founder@example.org").id();
        Community community =
                one.getBean(Founding.class).found("Voters", "voters", "UTC", "We decide what we do.", founder);
        one.getBean(RuleBook.class).adopt(community.id(), Rules.usual().withShortestMinutes(0), null);
        List<Member> voters = new ArrayList<>();
        for (int n = 0; n < CLIENTS; n++) {
            PersonId person =
                    people.bring("Client " + n, "client" + n + "@example.org").id();
            one.getBean(Communities.class).join(community.id(), person);
            voters.add(new Member(community.id(), person));
        }
        VotingTurmoil.Report report = new VotingTurmoil(
                        List.of(server(one), server(two)),
                        one.getBean(PublicRecord.class),
                        Clock.systemUTC(),
                        new Member(community.id(), founder),
                        voters)
                .run(time);
        report.problems().stream().limit(20).forEach(System.out::println);
        long acknowledged = report.counted() + report.changed();
        System.out.printf("decisions closed: %d by two servers%n", report.decisions());
        System.out.printf("ballots acknowledged: %d (%d a second)%n", acknowledged, acknowledged / time.toSeconds());
        System.out.printf("ballots published: %d%n", report.counted());
        System.out.printf("refused: %d, unanswered: %d%n", report.refused(), report.failed());
        System.out.printf(
                "ballots lost, doubled or late: %d (goal 0)%n",
                report.problems().size());
        return report.problems().isEmpty() && report.counted() > 0;
    }

    private static VotingTurmoil.Server server(ConfigurableApplicationContext app) {
        return new VotingTurmoil.Server(
                app.getBean(Decisions.class), app.getBean(Ballots.class), app.getBean(Jobs.class));
    }
}
