package mainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.community.Viewer;
import mainline.community.Viewers;
import mainline.community.Waiting;
import mainline.community.Why;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.platform.TestErrands;
import org.assertj.core.api.Assertions;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people hear of one act, with all that is told later: who, why, and about what. */
@TestComponent
public class Hearing {
    private final TestErrands late;
    private final JdbcClient sql;
    private final List<Waiting> waiting;
    private final Viewers viewers;
    private final Communities communities;
    private final People people;

    Hearing(
            TestErrands late,
            JdbcClient sql,
            List<Waiting> waiting,
            Viewers viewers,
            Communities communities,
            People people) {
        this.late = late;
        this.sql = sql;
        this.waiting = waiting;
        this.viewers = viewers;
        this.communities = communities;
        this.people = people;
    }

    /** The keys of what waits for this member's word, for as long as it is not given. */
    public List<String> waitsFor(Member member) {
        String slug = communities.find(member.community()).orElseThrow().slug();
        Viewer viewer = viewers.of(slug, people.get(member.person()));
        return waiting.stream()
                .filter(Waiting::asksViewer)
                .flatMap(each -> each.of(viewer).stream())
                .map(each -> each.title().key())
                .toList();
    }

    /** All of what was done so far. */
    public void untilNow() {
        late.run();
    }

    /** What comes of itself, by the clock. */
    public Heard of(CommunityId community, Runnable act) {
        untilNow();
        long before = sql.sql("select coalesce(max(id), 0) from notice")
                .query(Long.class)
                .single();
        act.run();
        late.run();
        Heard heard = new Heard(sql.sql("select * from notice where community_id = ? and id > ? order by id")
                .params(community.value(), before)
                .query((row, n) -> new Notice(
                        new PersonId(row.getLong("person_id")),
                        Why.of(row.getString("why")),
                        subject(community, row.getString("subject_kind"), row.getLong("subject_number")),
                        subject(community, row.getString("whole_kind"), row.getLong("whole_number")),
                        row.getString("key")))
                .list());
        heard.nobodyTwice();
        return heard;
    }

    /** What somebody does, who hears nothing of it. */
    public Heard of(Member by, Runnable act) {
        Heard heard = of(by.community(), act);
        heard.nothingBy(by);
        return heard;
    }

    private static Subject subject(CommunityId community, String kind, long number) {
        return new Subject(community, Subject.Kind.valueOf(kind), number);
    }

    private record Notice(PersonId person, Why why, Subject about, Subject whole, String key) {}

    /** Each of the questions is about everybody: these people and nobody else. */
    public static final class Heard {
        private final List<Notice> all;

        private Heard(List<Notice> all) {
            this.all = all;
        }

        public Heard asked(Subject about, Member... people) {
            return only(Why.ASKED, about, people);
        }

        public Heard answered(Subject about, Member... people) {
            return only(Why.ANSWERED, about, people);
        }

        public Heard bound(Subject about, Member... people) {
            return only(Why.BOUND, about, people);
        }

        private Heard only(Why why, Subject about, Member... people) {
            assertThat(all.stream()
                            .filter(notice ->
                                    notice.why() == why && notice.about().equals(about))
                            .map(Notice::person))
                    .as("%s about %s, of all %s", why, about, all)
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(people).map(Member::person).toList());
            return this;
        }

        private void nobodyTwice() {
            assertThat(all.stream()
                            .collect(
                                    Collectors.groupingBy(notice -> Assertions.tuple(notice.person(), notice.whole()))))
                    .as("nobody hears of it twice")
                    .allSatisfy((person, told) -> assertThat(told).hasSize(1));
        }

        private void nothingBy(Member by) {
            assertThat(all)
                    .as("whoever did it")
                    .noneMatch(notice -> notice.person().equals(by.person()));
        }
    }
}
