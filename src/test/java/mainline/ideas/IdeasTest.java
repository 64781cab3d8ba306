package mainline.ideas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.effort.EffortKind;
import mainline.effort.Hours;
import mainline.kernel.Missing;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.PublicRecord;
import mainline.record.RecordFilter;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@MainlineTest
class IdeasTest {
    private static final Wording SHADE = new Wording("Shade at every corner", "Trees, not roofs.", 1, "");

    private final Ideas ideas;
    private final Counts counts;
    private final PublicRecord record;
    private final TestClock clock;
    private final Village village;

    @LocalServerPort
    private int port;

    IdeasTest(Ideas ideas, Counts counts, PublicRecord record, TestClock clock, Village village) {
        this.ideas = ideas;
        this.counts = counts;
        this.record = record;
        this.clock = clock;
        this.village = village;
    }

    private static Map<String, String> refusal(ThrowingCallable act) {
        Refused refused = Assertions.catchThrowableOfType(Refused.class, act);
        assertThat(refused).isNotNull();
        return refused.problems().entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey, problem -> problem.getValue().key()));
    }

    private String newestVerb(Subject idea) {
        return record.list(idea.community(), RecordFilter.about(idea), 0, 1)
                .items()
                .getFirst()
                .act()
                .verb();
    }

    private long counted() {
        return counts.of(village.community.id()).get(Count.IDEAS);
    }

    @Test
    void everything_that_is_wrong_with_an_idea_is_said_at_once() {
        Wording wrong = new Wording("One line\nand another", " ", 7, "x".repeat(501));
        assertThat(refusal(() -> ideas.publish(village.ada, wrong)))
                .containsEntry("title", "idea.title.one-line")
                .containsEntry("clause", "idea.clause.choose")
                .containsKeys("text", "interest")
                .hasSize(4);
    }

    @Test
    void an_idea_is_kept_without_the_blanks_around_it() {
        Idea idea = ideas.publish(village.ben, new Wording(" Shade ", "Trees,\r\nnot roofs. \n", 1, " none "));
        assertThat(idea.title()).isEqualTo("Shade");
        assertThat(idea.text()).isEqualTo("Trees,\nnot roofs.");
        assertThat(idea.interest()).isEqualTo("none");
    }

    @Test
    void an_edit_makes_a_version_and_the_earlier_one_stays_readable() {
        Idea bench = village.anOpenIdea();
        clock.advance(Duration.ofHours(1));
        Idea shade = ideas.edit(village.ada, bench.subject(), 1, SHADE);
        assertThat(shade.version()).isEqualTo(2);
        assertThat(shade.published()).isEqualTo(bench.published());
        assertThat(shade.changed()).isEqualTo(clock.instant());
        assertThat(ideas.versions(shade))
                .extracting(version -> version.wording().title())
                .containsExactly(bench.title(), SHADE.title());
        assertThat(newestVerb(shade.subject())).isEqualTo("idea.edited");
    }

    @Test
    void an_edit_that_changes_nothing_makes_no_version() {
        Idea bench = village.anOpenIdea();
        Wording same = new Wording(bench.title() + " ", bench.text(), bench.clause(), bench.interest());
        assertThat(ideas.edit(village.ada, bench.subject(), 1, same).version()).isEqualTo(1);
        assertThat(newestVerb(bench.subject())).isEqualTo("idea.published");
    }

    @Test
    void an_edit_of_a_version_that_is_no_longer_the_last_is_refused() {
        Subject bench = village.anOpenIdea().subject();
        ideas.edit(village.ada, bench, 1, SHADE);
        Wording late = new Wording("Later", "Later", 1, "");
        assertThat(refusal(() -> ideas.edit(village.ada, bench, 1, late))).containsEntry("", "idea.moved-on");
    }

    @Test
    void only_its_author_edits_withdraws_and_cites_for_an_idea() {
        Subject bench = village.anOpenIdea().subject();
        assertThat(refusal(() -> ideas.edit(village.ben, bench, 1, SHADE))).containsValue("idea.not-yours");
        assertThat(refusal(() -> ideas.withdraw(village.ben, bench, ""))).containsValue("idea.not-yours");
        assertThat(refusal(() -> ideas.cite(village.ben, bench, 1))).containsValue("idea.not-yours");
        assertThat(ideas.get(bench).isOpen()).isTrue();
    }

    @Test
    void a_withdrawn_idea_says_who_withdrew_it_and_why_and_takes_no_edits() {
        Subject bench = village.anOpenIdea().subject();
        ideas.withdraw(village.ada, bench, " Done elsewhere. ");
        assertThat(ideas.get(bench).state())
                .isEqualTo(new Idea.Withdrawn(clock.instant(), village.ada.person(), "Done elsewhere."));
        assertThat(refusal(() -> ideas.edit(village.ada, bench, 1, SHADE))).containsValue("idea.not-open");
        assertThat(refusal(() -> ideas.cite(village.ada, bench, 1))).containsValue("idea.not-open");
        assertThat(refusal(() -> ideas.withdraw(village.ada, bench, "twice"))).containsValue("idea.not-open");
    }

    @Test
    void its_author_takes_a_withdrawal_back_and_nobody_else_does() {
        Subject bench = village.anOpenIdea().subject();
        assertThatThrownBy(() -> ideas.reopen(village.ada, bench))
                .as("it is open")
                .isInstanceOf(Missing.class);
        ideas.withdraw(village.ada, bench, "");
        assertThatThrownBy(() -> ideas.reopen(village.ben, bench)).isInstanceOf(Missing.class);
        ideas.reopen(village.ada, bench);
        assertThat(ideas.get(bench).isOpen()).isTrue();
        assertThat(newestVerb(bench)).isEqualTo("idea.reopened");
    }

    @Test
    void a_withdrawn_idea_is_not_counted_until_it_is_taken_back() {
        Subject bench = village.anOpenIdea().subject();
        assertThat(counted()).isEqualTo(1);
        ideas.withdraw(village.ada, bench, "");
        assertThat(counted()).isZero();
        ideas.reopen(village.ada, bench);
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void the_chain_of_a_withdrawn_idea_ends_where_it_was_taken_back() {
        Subject bench =
                village.anIdeaNeeding(Map.of(EffortKind.DO, Hours.of(3))).subject();
        String page = "/" + village.community.slug() + "/ideas/" + bench.number();
        Browser onlooker = new Browser(port);
        String mini = "/" + village.community.slug() + "/ideas";
        assertThat(onlooker.get(mini).page().select("ol.line .here").text()).contains("it is here now");
        ideas.withdraw(village.ada, bench, "");
        assertThat(onlooker.get(mini).page().select("ol.line .here").text()).contains("it ended here");
        assertThat(onlooker.get(page).page().select("ol.line [aria-current]").text())
                .contains("Idea 1", "withdrawn");
        ideas.reopen(village.ada, bench);
        assertThat(onlooker.get(page).page().select("ol.line [aria-current]").text())
                .contains("Helpers found");
    }

    @Test
    void an_author_who_says_that_the_clause_still_fits_makes_no_version() {
        Subject bench = village.anOpenIdea().subject();
        ideas.cite(village.ada, bench, 1);
        assertThat(ideas.get(bench).version()).isEqualTo(1);
        assertThat(newestVerb(bench)).isEqualTo("idea.upheld");
        assertThat(refusal(() -> ideas.cite(village.ada, bench, 7))).containsEntry("clause", "idea.clause.choose");
    }
}
