package mainline.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mainline.MainlineTest;
import mainline.Village;
import mainline.changes.Change;
import mainline.changes.Proposal;
import mainline.changes.Proposals;
import mainline.community.Awaited;
import mainline.community.Member;
import mainline.community.Viewers;
import mainline.handbook.Handbook;
import mainline.kernel.Reason;
import mainline.people.People;
import org.junit.jupiter.api.Test;

@MainlineTest
class ReviewsWaitingTest {
    private final ReviewsWaiting waiting;
    private final Proposals proposals;
    private final Handbook handbook;
    private final Asks asks;
    private final Concerns concerns;
    private final Viewers viewers;
    private final People people;
    private final Village village;

    ReviewsWaitingTest(
            ReviewsWaiting waiting,
            Proposals proposals,
            Handbook handbook,
            Asks asks,
            Concerns concerns,
            Viewers viewers,
            People people,
            Village village) {
        this.waiting = waiting;
        this.proposals = proposals;
        this.handbook = handbook;
        this.asks = asks;
        this.concerns = concerns;
        this.viewers = viewers;
        this.people = people;
        this.village = village;
    }

    private Change bench() {
        String head = handbook.head(village.community.id());
        return proposals.propose(
                village.ben, new Proposal("bench.md", head, "# Bench\n", "A bench", "To sit", "", null));
    }

    private List<String> of(Member member) {
        return waiting.of(viewers.of(village.community.slug(), people.get(member.person()))).stream()
                .map(Awaited::title)
                .map(Reason::key)
                .toList();
    }

    @Test
    void whoever_is_asked_by_name_finds_the_change_though_they_are_no_steward() {
        Change change = bench();
        assertThat(of(village.cleo)).isEmpty();

        asks.ask(
                village.ben, change.subject(), people.get(village.cleo.person()).handle());

        assertThat(of(village.cleo)).containsExactly("waiting.review");
        asks.passOn(village.cleo, change.subject());
        assertThat(of(village.cleo)).isEmpty();
    }

    @Test
    void the_author_finds_it_while_a_concern_waits_for_them_and_a_steward_once() {
        Change change = bench();
        assertThat(of(village.ben)).isEmpty();
        assertThat(of(village.ada)).containsExactly("waiting.review");

        concerns.raise(village.ada, change.subject(), 1, "Where shall it stand?");

        assertThat(of(village.ben)).containsExactly("waiting.review-answer");
    }
}
