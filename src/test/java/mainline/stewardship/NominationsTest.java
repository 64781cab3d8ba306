package mainline.stewardship;

import static mainline.stewardship.StewardshipExamples.missing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Enactment;
import mainline.changes.Enactments;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.concerns.Concerns;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.Escalations;
import mainline.decisions.Method;
import mainline.decisions.Question;
import mainline.decisions.Stage;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.Areas;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import mainline.handbook.StewardsFile.Seat;
import mainline.kernel.Missing;
import mainline.kernel.Subject;
import mainline.review.Reviews;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Putting members forward, and what the community makes of it. */
@MainlineTest
class NominationsTest {
    private final StewardshipExamples given;
    private final HandbookExamples examples;
    private final Nominations nominations;
    private final Decisions decisions;
    private final Escalations escalations;
    private final Concerns concerns;
    private final Changes changes;
    private final Proposals proposals;
    private final Reviews reviews;
    private final Enactments enactments;
    private final Areas areas;
    private final GitRepositories repositories;
    private final Communities communities;
    private final TestClock clock;
    private final TransactionTemplate transaction;
    private Founded harbour;
    private Member amara;
    private Member joaquin;
    private Member ngozi;

    NominationsTest(
            StewardshipExamples given,
            HandbookExamples examples,
            Nominations nominations,
            Decisions decisions,
            Escalations escalations,
            Concerns concerns,
            Changes changes,
            Proposals proposals,
            Reviews reviews,
            Enactments enactments,
            Areas areas,
            GitRepositories repositories,
            Communities communities,
            TestClock clock,
            TransactionTemplate transaction) {
        this.given = given;
        this.examples = examples;
        this.nominations = nominations;
        this.decisions = decisions;
        this.escalations = escalations;
        this.concerns = concerns;
        this.changes = changes;
        this.proposals = proposals;
        this.reviews = reviews;
        this.enactments = enactments;
        this.areas = areas;
        this.repositories = repositories;
        this.communities = communities;
        this.clock = clock;
        this.transaction = transaction;
    }

    @BeforeEach
    void a_community() {
        clock.reset();
        harbour = given.aCommunity();
        amara = harbour.steward();
        joaquin = given.aMember(harbour, "Joaquín");
        ngozi = given.aMember(harbour, "Ngozi");
        page("meetings/a.md");
    }

    private void page(String path) {
        Change change = proposals.propose(joaquin, examples.aPage(harbour, path, "# A"));
        reviews.approve(amara, change.subject(), 1, "");
        reviews.merge(amara, change.subject());
    }

    private Nomination now(Nomination nomination) {
        return nominations.get(nomination.subject());
    }

    private Decision decision(Nomination nomination) {
        Subject asked = now(nomination).decision();
        assertThat(asked).isNotNull();
        return decisions.get(asked.community(), escalations.latest(asked).number());
    }

    @Test
    void a_nomination_that_stands_writes_a_term_into_the_file_by_a_change_of_its_own() {
        Nomination nomination = given.confirmed(joaquin, "meetings", ngozi);
        assertThat(nomination.state()).isInstanceOfSatisfying(Nomination.Confirmed.class, confirmed -> {
            Change change = changes.get(java.util.Objects.requireNonNull(confirmed.change()));
            assertThat(change.state())
                    .isInstanceOfSatisfying(
                            Change.Enacted.class,
                            made -> assertThat(made.origin()).isEqualTo(new Change.ByDecision(confirmed.decision())));
            assertThat(change.paths()).containsExactly(Areas.FILE);
            assertThat(change.why()).isEqualTo("They answer everybody");
        });
        assertThat(given.stewards(harbour, "meetings")).containsExactly(ngozi.person());
        assertThat(given.file(harbour)).contains("/meetings/**", "since: 2026-03-05", "until: 2027-03-05");
        try (GitRepository git = repositories.open(amara.community())) {
            RevCommit commit = git.commit(git.head().name()).orElseThrow();
            assertThat(commit.getAuthorIdent().getName()).isEqualTo("Joaquín");
            assertThat(commit.getShortMessage()).isEqualTo("Ngozi looks after the folder “meetings” for a year");
            assertThat(commit.getFullMessage()).contains("\nDecision: ");
        }
        assertThat(given.recorded(nomination.subject()))
                .containsExactly("steward.confirmed", "nomination.accepted", "nomination.made");
        assertThat(given.told(ngozi)).contains("nomination.told.asked", "nomination.told.confirmed");
        assertThat(given.told(joaquin)).contains("nomination.told.accepted", "nomination.told.confirmed-other");
    }

    @Test
    void only_the_two_know_of_it_until_the_nominee_says_yes() {
        Nomination asked = nominations.nominate(joaquin, "meetings", ngozi.person(), "She wrote it", "");
        assertThat(asked.isFor(ngozi.person())).isTrue();
        assertThat(asked.isFor(joaquin.person())).isTrue();
        assertThat(asked.isFor(amara.person())).isFalse();
        assertThat(asked.isFor(null)).isFalse();
        assertThat(nominations.deciding(amara.community(), 10)).isEmpty();
        assertThat(nominations.concerning(amara, 10)).isEmpty();
        assertThat(given.recorded(asked.subject())).isEmpty();
        assertThatThrownBy(() -> nominations.accept(amara, asked.subject())).isInstanceOf(Missing.class);
        nominations.decline(ngozi, asked.subject());
        assertThat(now(asked).state()).isInstanceOf(Nomination.Declined.class);
        assertThat(now(asked).isFor(amara.person())).isFalse();
        assertThat(given.recorded(asked.subject())).isEmpty();
        assertThat(given.told(joaquin)).contains("nomination.told.declined");
        assertThat(missing(() -> nominations.accept(ngozi, asked.subject()))).isEqualTo("nomination.answered");
        assertThat(given.file(harbour)).doesNotContain(given.handle(ngozi));
    }

    @Test
    void a_member_may_put_themselves_forward() {
        Nomination own = nominations.nominate(ngozi, "", ngozi.person(), "I have time", "It is my job");
        assertThat(own.state()).isInstanceOf(Nomination.Deciding.class);
        assertThat(decision(own).background()).contains("I have time", "It is my job");
        assertThat(decision(own).about()).isEqualTo(own.subject());
    }

    @Test
    void a_concern_keeps_it_from_standing_and_it_goes_on_by_consent() {
        Nomination nomination = given.accepted(joaquin, "meetings", ngozi);
        concerns.raise(amara, decision(nomination).subject(), "She has two other areas", 0, null);
        given.waitForSilence();
        assertThat(now(nomination).state()).isInstanceOf(Nomination.Deciding.class);
        concerns.answer(joaquin, decision(nomination).subject(), 1, "One of them ends in May");
        concerns.stand(amara, decision(nomination).subject(), 1, "May is far");
        assertThat(now(nomination).state()).isInstanceOf(Nomination.Deciding.class);
        assertThat(decision(nomination).method()).isEqualTo(Method.CONSENT);
        assertThat(missing(() -> nominations.agree(amara, nomination.subject())))
                .isEqualTo("nomination.not-by-silence");
        assertThat(given.stewards(harbour, "meetings")).isEmpty();
        assertThat(given.recorded(nomination.subject())).doesNotContain("nomination.turned-down");
    }

    @Test
    void when_everybody_has_said_yes_it_stands_at_once() {
        Nomination nomination = given.accepted(joaquin, "meetings", ngozi);
        assertThat(now(nomination).state()).isInstanceOf(Nomination.Deciding.class);
        nominations.agree(amara, nomination.subject());
        assertThat(now(nomination).state()).isInstanceOf(Nomination.Confirmed.class);
        assertThat(decision(nomination).stage()).isInstanceOf(Stage.Closed.class);
        assertThat(given.stewards(harbour, "meetings")).containsExactly(ngozi.person());
    }

    @Test
    void in_a_communitys_first_month_most_of_the_others_are_enough_or_a_day_of_silence() {
        Member dov = given.aMember(harbour, "Dov");
        Member elif = given.aMember(harbour, "Elif");
        Nomination nomination = given.accepted(joaquin, "meetings", ngozi);
        Instant opened = clock.instant();
        assertThat(decision(nomination).ends())
                .isBetween(
                        opened.plus(Duration.ofDays(1)),
                        opened.plus(Duration.ofDays(1)).plusSeconds(120));
        nominations.agree(amara, nomination.subject());
        assertThat(now(nomination).state()).isInstanceOf(Nomination.Deciding.class);
        nominations.agree(dov, nomination.subject());
        assertThat(now(nomination).state()).isInstanceOf(Nomination.Confirmed.class);
        assertThat(given.stewards(harbour, "meetings")).containsExactly(ngozi.person());
        clock.advance(Duration.ofDays(31));
        Nomination later = given.accepted(amara, "meetings", elif);
        assertThat(decision(later).ends()).isAfter(clock.instant().plus(Duration.ofDays(2)));
        nominations.agree(dov, later.subject());
        nominations.agree(joaquin, later.subject());
        assertThat(now(later).state()).isInstanceOf(Nomination.Deciding.class);
    }

    @Test
    void the_two_of_a_young_community_need_to_wait_for_nobody() {
        Founded tiny = given.aCommunity();
        Member second = given.aMember(tiny, "Second");
        Nomination nomination = given.accepted(tiny.steward(), "", second);
        assertThat(now(nomination).state()).isInstanceOf(Nomination.Confirmed.class);
        assertThat(given.stewards(tiny, "")).containsExactly(tiny.steward().person(), second.person());
    }

    @Test
    void who_leaves_before_the_end_is_not_confirmed() {
        Nomination nomination = given.accepted(joaquin, "meetings", ngozi);
        communities.leave(ngozi);
        assertThat(now(nomination).state()).isInstanceOf(Nomination.Lapsed.class);
        String file = given.file(harbour);
        given.waitForSilence();
        assertThat(decision(nomination).stage()).isInstanceOf(Stage.Closed.class);
        assertThat(given.file(harbour)).isEqualTo(file);
        assertThat(given.recorded(nomination.subject())).contains("nomination.lapsed");
    }

    @Test
    void who_asked_and_left_before_the_answer_asks_nothing_any_more() {
        Nomination asked = nominations.nominate(joaquin, "meetings", ngozi.person(), "She wrote it", "");
        Nomination running = given.accepted(joaquin, "", ngozi);
        communities.leave(joaquin);
        assertThat(missing(() -> nominations.accept(ngozi, asked.subject()))).isEqualTo("nomination.answered");
        given.waitForSilence();
        assertThat(now(running).state()).isInstanceOf(Nomination.Confirmed.class);
    }

    @Test
    void one_person_is_put_forward_for_one_area_once_at_a_time() {
        nominations.nominate(joaquin, "meetings", ngozi.person(), "She wrote it", "");
        assertThat(missing(() -> nominations.nominate(amara, "meetings/", ngozi.person(), "Me too", "")))
                .isEqualTo("nomination.twice");
        nominations.nominate(amara, "", ngozi.person(), "For all of it", "");
        nominations.nominate(ngozi, "meetings", joaquin.person(), "He as well", "");
    }

    @Test
    void two_nominations_for_one_area_both_stand() {
        Nomination first = given.accepted(amara, "meetings", ngozi);
        Nomination second = given.accepted(amara, "meetings", joaquin);
        given.waitForSilence();
        assertThat(now(first).state()).isInstanceOf(Nomination.Confirmed.class);
        assertThat(now(second).state()).isInstanceOf(Nomination.Confirmed.class);
        assertThat(given.stewards(harbour, "meetings")).containsExactlyInAnyOrder(ngozi.person(), joaquin.person());
    }

    @Test
    void an_outcome_that_the_file_says_already_is_told_and_fails_nothing() {
        Nomination nomination = given.accepted(joaquin, "meetings", ngozi);
        examples.amend(amara, file -> file.with("meetings", new Seat(given.handle(ngozi), null, null)));
        String file = given.file(harbour);
        given.waitForSilence();
        assertThat(now(nomination).state())
                .isInstanceOfSatisfying(
                        Nomination.Confirmed.class,
                        state -> assertThat(state.change()).isNull());
        assertThat(given.recorded(nomination.subject())).contains("nomination.needless");
        assertThat(given.file(harbour)).isEqualTo(file);
    }

    @Test
    void an_outcome_puts_the_last_good_file_in_the_place_of_a_broken_one() {
        Nomination nomination = given.accepted(joaquin, "meetings", ngozi);
        transaction.executeWithoutResult(status -> enactments.enact(
                amara.community(),
                new Enactment(
                        new Change.ByPerson(amara.person()),
                        amara.person(),
                        "Break it",
                        "By mistake",
                        java.util.Map.of(Areas.FILE, "areas: ["))));
        assertThat(areas.of(amara.community()).broken()).isNotNull();
        given.waitForSilence();
        assertThat(areas.of(amara.community()).broken()).isNull();
        assertThat(given.stewards(harbour, "meetings")).containsExactly(ngozi.person());
        assertThat(given.stewards(harbour, "")).containsExactly(amara.person());
        assertThat(now(nomination).state())
                .isInstanceOfSatisfying(
                        Nomination.Confirmed.class,
                        state -> assertThat(changes.get(java.util.Objects.requireNonNull(state.change()))
                                        .why())
                                .contains("could not be followed"));
    }

    @Test
    void another_question_about_a_nomination_settles_nothing() {
        Nomination nomination = given.accepted(joaquin, "meetings", ngozi);
        Question other = Question.of(
                        "Do we like her?", Method.SHOW_OF_HANDS, clock.instant().plus(Duration.ofHours(1)))
                .about(nomination.subject());
        decisions.open(amara, other);
        clock.advance(Duration.ofHours(2));
        given.waitForSilence();
        assertThat(given.recorded(nomination.subject()).stream().filter("steward.confirmed"::equals))
                .hasSize(1);
    }

    @Test
    void a_withdrawn_decision_takes_the_nomination_along() {
        Nomination nomination = given.accepted(joaquin, "meetings", ngozi);
        decisions.withdraw(joaquin, decision(nomination).subject(), "She changed her mind");
        assertThat(now(nomination).state()).isInstanceOf(Nomination.Withdrawn.class);
        assertThat(now(nomination).isFor(null)).isTrue();
        given.accepted(joaquin, "meetings", ngozi);
    }

    @Test
    void who_was_asked_hears_no_more_of_what_was_taken_back() {
        Nomination asked = nominations.nominate(joaquin, "meetings", ngozi.person(), "She wrote it", "");
        assertThatThrownBy(() -> nominations.withdraw(amara, asked.subject())).isInstanceOf(Missing.class);
        nominations.withdraw(joaquin, asked.subject());
        assertThat(now(asked).isFor(amara.person())).isFalse();
        assertThat(missing(() -> nominations.accept(ngozi, asked.subject()))).isEqualTo("nomination.answered");
    }

    @Test
    void newcomers_are_not_eligible_unless_something_of_theirs_was_merged_there() {
        clock.advance(Duration.ofDays(20));
        Member rosa = given.aMember(harbour, "Rosa");
        assertThat(missing(() -> nominations.nominate(amara, "meetings", rosa.person(), "Keen", "")))
                .isEqualTo("nomination.not-eligible");
        Change change = proposals.propose(rosa, examples.aPage(harbour, "meetings/b.md", "# B"));
        reviews.approve(amara, change.subject(), 1, "");
        reviews.merge(amara, change.subject());
        assertThat(missing(() -> nominations.nominate(
                        amara, "", new Member(amara.community(), rosa.person()).person(), " ", "")))
                .isEqualTo("form.missing");
        nominations.nominate(amara, "meetings", rosa.person(), "Keen", "");
        clock.advance(Duration.ofDays(14));
        Member late = given.aMember(harbour, "Late");
        clock.advance(Duration.ofDays(14));
        nominations.nominate(amara, "", late.person(), "Patient", "");
        assertThat(nominations.verdicts(amara.community(), late.person(), ""))
                .extracting(verdict -> verdict.reason().key())
                .containsExactly("eligibility.member");
    }

    @Test
    void nobody_is_nominated_for_what_is_not_there_or_is_theirs_already() {
        assertThat(missing(() -> nominations.nominate(joaquin, "nowhere", ngozi.person(), "x", "")))
                .isEqualTo("steward.area.unknown");
        assertThat(missing(() -> nominations.nominate(joaquin, "../etc", ngozi.person(), "x", "")))
                .isEqualTo("steward.area.unknown");
        Member stranger = given.aCommunity().steward();
        assertThat(missing(() -> nominations.nominate(joaquin, "meetings", stranger.person(), "x", "")))
                .isEqualTo("steward.member-only");
        given.confirmed(joaquin, "meetings", ngozi);
        assertThat(missing(() -> nominations.nominate(joaquin, "meetings", ngozi.person(), "x", "")))
                .isEqualTo("steward.already");
    }
}
