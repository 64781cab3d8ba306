package mainline.effort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import mainline.MainlineTest;
import mainline.Village;
import mainline.chain.Chain;
import mainline.chain.Step;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.community.Member;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.record.PublicRecord;
import mainline.record.RecordFilter;
import org.junit.jupiter.api.Test;

@MainlineTest
class PledgeTest {
    private static final LocalDate IN_MAY = LocalDate.of(2026, 5, 4);

    private final Efforts efforts;
    private final Ideas ideas;
    private final Chain chain;
    private final Counts counts;
    private final PublicRecord record;
    private final Village village;

    PledgeTest(Efforts efforts, Ideas ideas, Chain chain, Counts counts, PublicRecord record, Village village) {
        this.efforts = efforts;
        this.ideas = ideas;
        this.chain = chain;
        this.counts = counts;
        this.record = record;
        this.village = village;
    }

    private Pledge pledge(Member member, Idea idea, EffortKind kind, int hours) {
        return efforts.pledge(member, idea.subject(), new Promise(kind, Hours.of(hours), IN_MAY));
    }

    private Idea now(Idea idea) {
        return ideas.get(idea.subject());
    }

    @Test
    void an_idea_becomes_a_project_when_pledges_cover_every_kind_it_needs() {
        Idea idea = village.anIdeaNeeding(Map.of(EffortKind.DO, Hours.of(3), EffortKind.TEST, new Hours(6)));
        pledge(village.ben, idea, EffortKind.DO, 8);
        assertThat(now(idea).isOpen()).as("nobody tests it yet").isTrue();
        pledge(village.cleo, idea, EffortKind.TEST, 2);
        assertThat(now(idea).state()).isInstanceOf(Idea.Adopted.class);
    }

    @Test
    void what_nobody_asked_for_makes_up_for_nothing_on_the_chain() {
        Idea idea = village.anIdeaNeeding(Map.of(EffortKind.DO, Hours.of(4), EffortKind.TEST, Hours.of(2)));
        pledge(village.ben, idea, EffortKind.DO, 5);
        pledge(village.cleo, idea, EffortKind.SUPPORT, 3);
        efforts.pledge(village.cleo, idea.subject(), new Promise(EffortKind.TEST, new Hours(6), IN_MAY));
        Reason note = chain.at(idea.subject(), Step.BACKING).orElseThrow().note();
        assertThat(note.key()).isEqualTo("chain.pledged");
        assertThat(note.gaps())
                .as("numbers, which each reader is told in their language")
                .extracting(gap -> ((Number) gap).doubleValue())
                .containsExactly(5.5, 6.0);
    }

    @Test
    void an_idea_without_a_stated_need_stays_an_idea_until_its_author_states_one() {
        Idea idea = village.anOpenIdea();
        pledge(village.ben, idea, EffortKind.DO, 3);
        assertThat(now(idea).isOpen()).isTrue();
        efforts.state(village.ada, idea.subject(), Map.of(EffortKind.DO, Hours.of(2)));
        assertThat(now(idea).isOpen()).isFalse();
    }

    @Test
    void only_the_author_says_what_an_idea_needs() {
        Idea idea = village.anOpenIdea();
        assertThatThrownBy(() -> efforts.state(village.ben, idea.subject(), Map.of(EffortKind.DO, Hours.of(2))))
                .isInstanceOf(Refused.class);
        assertThat(efforts.need(idea.subject())).isEmpty();
    }

    @Test
    void two_last_pledges_at_once_make_exactly_one_project() throws Exception {
        for (int round = 0; round < 5; round++) {
            Idea idea = village.anIdeaNeeding(Map.of(EffortKind.DO, Hours.of(2)));
            long before = counts.of(village.community.id()).get(Count.PROJECTS);
            AtomicInteger failed = new AtomicInteger();
            CountDownLatch start = new CountDownLatch(1);
            try (var threads = Executors.newFixedThreadPool(3)) {
                for (Member member : List.of(village.ben, village.cleo, village.dov))
                    threads.submit(() -> {
                        start.await();
                        try {
                            pledge(member, idea, EffortKind.DO, 2);
                        } catch (RuntimeException e) {
                            failed.incrementAndGet();
                        }
                        return null;
                    });
                start.countDown();
            }
            assertThat(failed).hasValue(0);
            assertThat(efforts.of(idea.subject()).pledged()).isEqualTo(Hours.of(6));
            assertThat(counts.of(village.community.id()).get(Count.PROJECTS)).isEqualTo(before + 1);
        }
    }

    @Test
    void a_member_has_one_pledge_per_kind_and_pledging_again_changes_it() {
        Idea idea = village.anIdeaNeeding(Map.of(EffortKind.DO, Hours.of(30)));
        Pledge first = pledge(village.ben, idea, EffortKind.DO, 3);
        Pledge second = pledge(village.ben, idea, EffortKind.DO, 5);
        assertThat(second.subject()).isEqualTo(first.subject());
        assertThat(efforts.of(idea.subject()).of(EffortKind.DO).pledged()).isEqualTo(Hours.of(5));
        assertThat(efforts.pledges(idea.subject(), village.ben.person())).hasSize(1);
    }

    @Test
    void a_released_pledge_does_not_count() {
        Idea idea = village.anIdeaNeeding(Map.of(EffortKind.DO, Hours.of(4)));
        Pledge pledge = pledge(village.ben, idea, EffortKind.DO, 3);
        efforts.release(village.ben, pledge.subject());
        efforts.release(village.ben, pledge.subject());
        assertThat(efforts.of(idea.subject()).pledged()).isEqualTo(Hours.NONE);
        assertThat(counts.of(village.community.id())).containsEntry(Count.HOURS_PLEDGED, 0L);
        pledge(village.cleo, idea, EffortKind.DO, 3);
        assertThat(now(idea).isOpen()).isTrue();
    }

    @Test
    void nobody_takes_back_the_pledge_of_another() {
        Idea idea = village.anOpenIdea();
        Pledge pledge = pledge(village.ben, idea, EffortKind.DO, 3);
        assertThatThrownBy(() -> efforts.release(village.cleo, pledge.subject()))
                .isInstanceOf(Refused.class);
        assertThat(efforts.pledges(idea.subject(), village.ben.person())).hasSize(1);
    }

    @Test
    void a_withdrawn_idea_takes_no_pledges_and_lets_go_of_those_it_had() {
        Idea idea = village.anIdeaNeeding(Map.of(EffortKind.DO, Hours.of(4)));
        pledge(village.ben, idea, EffortKind.DO, 3);
        ideas.withdraw(village.ada, idea.subject(), "");
        assertThatThrownBy(() -> pledge(village.cleo, idea, EffortKind.DO, 1)).isInstanceOf(Refused.class);
        assertThat(efforts.pledges(idea.subject(), village.ben.person())).isEmpty();
        assertThat(counts.of(village.community.id())).containsEntry(Count.HOURS_PLEDGED, 0L);
        ideas.reopen(village.ada, idea.subject());
        pledge(village.cleo, idea, EffortKind.DO, 4);
        assertThat(now(idea).isOpen()).isFalse();
    }

    @Test
    void a_promise_is_for_today_or_later_and_within_two_years() {
        Idea idea = village.anOpenIdea();
        for (LocalDate odd : List.of(LocalDate.of(2026, 3, 1), LocalDate.of(2028, 3, 3)))
            assertThatThrownBy(() ->
                            efforts.pledge(village.ben, idea.subject(), new Promise(EffortKind.DO, Hours.of(1), odd)))
                    .isInstanceOf(Refused.class);
        efforts.pledge(village.ben, idea.subject(), new Promise(EffortKind.DO, Hours.of(1), LocalDate.of(2026, 3, 2)));
    }

    @Test
    void hours_are_quarters_up_to_five_hundred() {
        assertThat(Hours.read("0,25")).contains(new Hours(1));
        assertThat(Hours.read("1.50")).contains(new Hours(6));
        assertThat(Hours.read("500")).contains(Hours.MOST);
        assertThat(List.of("0.3", "500.25", "-1", "1e2", "NaN", "", "9999999999", "½"))
                .allSatisfy(odd -> assertThat(Hours.read(odd)).isEmpty());
    }

    @Test
    void every_promise_is_in_the_record() {
        Idea idea = village.anIdeaNeeding(Map.of(EffortKind.DO, Hours.of(9)));
        Pledge pledge = pledge(village.ben, idea, EffortKind.DO, 3);
        pledge(village.ben, idea, EffortKind.DO, 4);
        efforts.release(village.ben, pledge.subject());
        assertThat(record.list(village.community.id(), RecordFilter.by(village.ben.person()), 0, 9)
                        .items())
                .extracting(entry -> entry.act().verb())
                .startsWith("pledge.released", "pledge.changed", "pledge.made");
    }
}
