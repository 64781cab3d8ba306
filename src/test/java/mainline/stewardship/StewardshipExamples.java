package mainline.stewardship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import mainline.TestClock;
import mainline.community.Member;
import mainline.handbook.Area;
import mainline.handbook.Areas;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import mainline.handbook.Steward;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.platform.Jobs;
import mainline.platform.TestErrands;
import mainline.record.PublicRecord;
import mainline.record.RecordFilter;
import org.assertj.core.api.Assertions;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of stewardship do and look at. */
@TestComponent
public class StewardshipExamples {
    private final HandbookExamples examples;
    private final Nominations nominations;
    private final Areas areas;
    private final People people;
    private final PublicRecord record;
    private final Jobs jobs;
    private final TestErrands late;
    private final TestClock clock;
    private final JdbcClient sql;

    StewardshipExamples(
            HandbookExamples examples,
            Nominations nominations,
            Areas areas,
            People people,
            PublicRecord record,
            Jobs jobs,
            TestErrands late,
            TestClock clock,
            JdbcClient sql) {
        this.examples = examples;
        this.nominations = nominations;
        this.areas = areas;
        this.people = people;
        this.record = record;
        this.jobs = jobs;
        this.late = late;
        this.clock = clock;
        this.sql = sql;
    }

    Founded aCommunity() {
        return examples.aCommunity();
    }

    Member aMember(Founded in, String name) {
        return examples.aMember(in, name);
    }

    Nomination accepted(Member by, String area, Member nominee) {
        Nomination asked = nominations.nominate(by, area, nominee.person(), "They answer everybody", "");
        return asked.isSelf() ? asked : nominations.accept(nominee, asked.subject());
    }

    /** Nominated, accepted, and nobody had a concern. */
    Nomination confirmed(Member by, String area, Member nominee) {
        Nomination nomination = accepted(by, area, nominee);
        waitForSilence();
        return nominations.get(nomination.subject());
    }

    void waitForSilence() {
        clock.advance(Duration.ofHours(73));
        jobs.run("decisions.close");
    }

    void later(int days) {
        clock.advance(Duration.ofDays(days));
        jobs.run("stewardship.terms");
    }

    List<PersonId> stewards(Founded in, String area) {
        return areas.area(in.community().id(), area).stewards().stream()
                .map(Steward::person)
                .toList();
    }

    Area area(Founded in, String path) {
        return areas.area(in.community().id(), path);
    }

    String handle(Member member) {
        return people.get(member.person()).handle();
    }

    String file(Founded in) {
        return areas.file(in.community().id()).text();
    }

    /** The newest first, for one community of a test. */
    List<String> recorded(Founded in) {
        return record.list(in.community().id(), RecordFilter.all(), 0, 200).items().stream()
                .map(entry -> entry.act().verb())
                .toList();
    }

    Subject newestChange(Founded in) {
        return record.list(in.community().id(), new RecordFilter("change", null, null), 0, 1)
                .items()
                .getFirst()
                .act()
                .subject();
    }

    List<String> told(Member member) {
        late.run();
        return sql.sql("""
                        select case key when 'decision.told.ends' then gaps -> 0 ->> 'key' else key end
                        from notice where person_id = ? order by id
                        """).param(member.person().value()).query(String.class).list();
    }

    List<String> recorded(Subject about) {
        return record.list(about.community(), RecordFilter.about(about), 0, 50).items().stream()
                .map(entry -> entry.act().verb())
                .toList();
    }

    static String missing(Runnable act) {
        Refused refused = Assertions.catchThrowableOfType(Refused.class, act::run);
        assertThat(refused).isNotNull();
        return refused.problems().values().iterator().next().key();
    }
}
