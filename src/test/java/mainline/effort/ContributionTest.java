package mainline.effort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import mainline.MainlineTest;
import mainline.Village;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.ideas.Idea;
import mainline.kernel.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MainlineTest
class ContributionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final Contributions contributions;
    private final Confirmations confirmations;
    private final Efforts efforts;
    private final Counts counts;
    private final Village village;
    private Idea project;

    ContributionTest(
            Contributions contributions, Confirmations confirmations, Efforts efforts, Counts counts, Village village) {
        this.contributions = contributions;
        this.confirmations = confirmations;
        this.efforts = efforts;
        this.counts = counts;
        this.village = village;
    }

    @BeforeEach
    void a_running_project() {
        project = village.anIdeaNeeding(Map.of(EffortKind.DO, Hours.of(2)));
        efforts.pledge(village.ben, project.subject(), new Promise(EffortKind.DO, Hours.of(2), TODAY));
    }

    private Contribution log(int hours, String what) {
        return contributions.log(
                village.ben, project.subject(), new Work(EffortKind.DO, Hours.of(hours), TODAY, what, ""));
    }

    @Test
    void work_counts_when_another_member_has_confirmed_it() {
        Contribution work = log(2, "Built the first bench");
        assertThat(efforts.of(project.subject()).given()).isEqualTo(Hours.NONE);
        confirmations.confirm(village.cleo, work.subject(), "");
        assertThat(efforts.of(project.subject()).given()).isEqualTo(Hours.of(2));
        assertThat(counts.of(village.community.id())).containsEntry(Count.HOURS_GIVEN, 8L);
    }

    @Test
    void nobody_confirms_their_own_work() {
        Contribution work = log(2, "Built the first bench");
        assertThatThrownBy(() -> confirmations.confirm(village.ben, work.subject(), ""))
                .isInstanceOf(Refused.class);
        assertThat(contributions.get(work.subject()).isWaiting()).isTrue();
        assertThat(confirmations.waitingFor(village.ben, 0, 9).items()).isEmpty();
        assertThat(confirmations.waitingFor(village.cleo, 0, 9).items()).hasSize(1);
    }

    @Test
    void the_same_work_counts_once() {
        Contribution work = log(2, "Built the first bench");
        assertThatThrownBy(() -> log(2, "Built the first bench")).isInstanceOf(Refused.class);
        confirmations.confirm(village.cleo, work.subject(), "");
        assertThatThrownBy(() -> confirmations.confirm(village.dov, work.subject(), ""))
                .isInstanceOf(Refused.class);
        assertThat(efforts.of(project.subject()).given()).isEqualTo(Hours.of(2));
    }

    @Test
    void its_author_withdraws_work_until_it_is_confirmed() {
        Contribution work = log(2, "Built the first bench");
        contributions.withdraw(village.ben, work.subject());
        assertThatThrownBy(() -> confirmations.confirm(village.cleo, work.subject(), ""))
                .isInstanceOf(Refused.class);
        Contribution again = log(2, "Built the first bench");
        confirmations.confirm(village.cleo, again.subject(), "");
        assertThatThrownBy(() -> contributions.withdraw(village.ben, again.subject()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void an_idea_that_is_no_project_takes_no_work() {
        Idea idea = village.anOpenIdea();
        Work work = new Work(EffortKind.DO, Hours.of(1), TODAY, "Something", "");
        assertThatThrownBy(() -> contributions.log(village.ben, idea.subject(), work))
                .isInstanceOf(Refused.class);
    }
}
