package mainline.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.changes.Changes;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.HandbookExamples.Founded;
import mainline.handbook.StewardsFile.Seat;
import mainline.kernel.Refused;
import mainline.people.People;
import org.assertj.core.api.Assertions;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** The file of the main branch is the truth, and the last good one counts. */
@MainlineTest
class AreasTest {
    private final HandbookExamples examples;
    private final Areas areas;
    private final Changes changes;
    private final Proposals proposals;
    private final Communities communities;
    private final People people;
    private final GitRepositories repositories;
    private final TestClock clock;
    private final TransactionTemplate transaction;
    private Founded harbour;
    private Member amara;
    private Member ngozi;
    private Member tomas;

    AreasTest(
            HandbookExamples examples,
            Areas areas,
            Changes changes,
            Proposals proposals,
            Communities communities,
            People people,
            GitRepositories repositories,
            TestClock clock,
            TransactionTemplate transaction) {
        this.examples = examples;
        this.areas = areas;
        this.changes = changes;
        this.proposals = proposals;
        this.communities = communities;
        this.people = people;
        this.repositories = repositories;
        this.clock = clock;
        this.transaction = transaction;
    }

    @BeforeEach
    void a_community() {
        clock.reset();
        harbour = examples.aCommunity();
        amara = harbour.steward();
        ngozi = examples.aMember(harbour, "Ngozi");
        tomas = examples.aMember(harbour, "Tomás");
    }

    private String handle(Member member) {
        return people.get(member.person()).handle();
    }

    private Roster roster() {
        return areas.of(amara.community());
    }

    private String present() {
        try (GitRepository git = repositories.open(amara.community())) {
            return git.text(git.head(), Areas.FILE).orElse("");
        }
    }

    /** What a merge does: a commit on the main branch, which is then followed. */
    private ObjectId main(String text) {
        return transaction.execute(status -> {
            try (GitRepository git = repositories.open(amara.community())) {
                PersonIdent by = new PersonIdent("A", "a@example.org");
                ObjectId head = git.head();
                ObjectId next = git.write(head, Areas.FILE, text, new GitRepository.Signed(by, by, "x\n"));
                repositories.advance(amara.community(), head, next);
                areas.follow(amara.community(), git, next, amara.person());
                return next;
            }
        });
    }

    private void amend(UnaryOperator<StewardsFile> change) {
        examples.amend(amara, change);
    }

    private String usual() {
        return """
                areas:
                  - path: /
                    stewards: [%s]
                    rules: {cooling: 1 day}
                  - path: /meetings/**
                    stewards: [%s]
                    rules: {approvals: 2, files: [md, png]}
                  - path: /**/minutes/*.md
                    stewards: [%s]
                    rules: {cooling: none, endorsements: 3}
                """.formatted(handle(amara), handle(ngozi), handle(tomas));
    }

    private String missing(Runnable act) {
        Refused refused = Assertions.catchThrowableOfType(Refused.class, act::run);
        assertThat(refused).isNotNull();
        return refused.problems().values().iterator().next().key();
    }

    @Test
    void a_community_begins_with_a_file_that_names_its_founder() {
        assertThat(StewardsFile.of(present()).areas().getFirst().stewards())
                .containsExactly(new Seat(handle(amara), LocalDate.of(2026, 3, 2), null));
        assertThat(roster().all()).extracting(Steward::person).containsExactly(amara.person());
        assertThat(roster().commit()).isNotNull();
        assertThat(roster().broken()).isNull();
        assertThat(roster().warnings()).isEmpty();
    }

    @Test
    void the_most_specific_area_that_says_something_wins_rule_by_rule() {
        main(usual());
        Roster.Rules minutes = roster().rules("meetings/minutes/may.md");
        assertThat(minutes).isEqualTo(new Roster.Rules(2, 3, Duration.ZERO, List.of("md", "png"), Long.MAX_VALUE));
        assertThat(roster().rules("meetings/a.md").cooling()).isEqualTo(Duration.ofDays(1));
        assertThat(roster().rules("meetings/a.md").endorsements()).isEqualTo(1);
        assertThat(roster().rules("a.md"))
                .isEqualTo(new Roster.Rules(1, 1, Duration.ofDays(1), List.of(), Long.MAX_VALUE));
        assertThat(minutes.allows("meetings/minutes/a.PNG")).isTrue();
        assertThat(minutes.allows("meetings/minutes/a.exe")).isFalse();
        assertThat(minutes.allows("meetings/minutes/md")).isFalse();
    }

    @Test
    void stewards_of_an_outer_area_oversee_the_inner_ones_too_and_come_last() {
        main(usual());
        assertThat(roster().stewardsOf("meetings/minutes/may.md"))
                .extracting(Steward::person)
                .containsExactly(tomas.person(), ngozi.person(), amara.person());
        assertThat(roster().stewardsOf("money/minutes/may.md"))
                .extracting(Steward::person)
                .containsExactly(tomas.person(), amara.person());
        assertThat(roster().oversees(ngozi.person(), "money/a.md")).isFalse();
        assertThat(roster().areaOf("meetings/a.md").path()).isEqualTo("meetings");
    }

    @Test
    void a_broken_file_puts_nobody_out_and_the_next_good_one_counts() {
        ObjectId good = main(usual());
        main("areas:\n  - path: /\n\tstewards: []\n");
        assertThat(roster().broken()).isEqualTo(new Roster.Broken(3, Flaw.TAB, List.of()));
        assertThat(roster().commit()).isEqualTo(good.name());
        assertThat(roster().oversees(ngozi.person(), "meetings/a.md")).isTrue();
        assertThat(roster().rules("a.md").cooling()).isEqualTo(Duration.ofDays(1));
        main(usual().replace("[md, png]", "[md]"));
        assertThat(roster().broken()).isNull();
        assertThat(roster().rules("meetings/a.md").files()).containsExactly("md");
    }

    @Test
    void a_file_that_leaves_the_whole_handbook_to_nobody_does_not_count() {
        ObjectId good = main(usual());
        for (String text : List.of(
                "areas: []\n",
                "areas: [{path: /a, stewards: [" + handle(amara) + "]}]\n",
                "areas: [{path: /, stewards: [nobody-of-that-name]}]\n",
                "areas: [{path: /, stewards: [{handle: " + handle(amara) + ", until: 2026-03-01}]}]\n",
                "areas: [{path: /, stewards: [{handle: " + handle(amara) + ", since: 2026-03-03}]}]\n")) {
            main(text);
            assertThat(roster().broken()).as(text).isNotNull();
            assertThat(roster().broken().flaw()).isEqualTo(Flaw.ROOTLESS);
            assertThat(roster().commit()).isEqualTo(good.name());
        }
    }

    @Test
    void a_file_that_is_taken_away_counts_on_and_the_page_says_so() {
        ObjectId good = main(usual());
        transaction.executeWithoutResult(status -> {
            try (GitRepository git = repositories.open(amara.community())) {
                PersonIdent by = new PersonIdent("A", "a@example.org");
                ObjectId bare = git.write(null, "README.md", "# A\n", new GitRepository.Signed(by, by, "x\n"));
                areas.follow(amara.community(), git, bare, amara.person());
            }
        });
        assertThat(roster().broken()).isEqualTo(new Roster.Broken(0, Flaw.GONE, List.of()));
        assertThat(roster().commit()).isEqualTo(good.name());
    }

    @Test
    void odd_entries_are_warnings_and_take_effect_when_their_time_comes() {
        main("""
                areas:
                  - path: /
                    stewards: [%s]
                  - path: /later
                    stewards: [{handle: %s, since: 2026-03-05, until: 2026-03-10}, unknown-to-all]
                  - path: /empty
                """.formatted(handle(amara), handle(ngozi)));
        assertThat(roster().warnings())
                .extracting(odd -> odd.reason().key())
                .containsExactly(
                        "stewards.warning.begins",
                        "stewards.warning.unknown",
                        "stewards.warning.nobody",
                        "stewards.warning.nobody");
        assertThat(roster().stewardsOf("later/a.md"))
                .extracting(Steward::person)
                .containsExactly(amara.person());
        clock.set(TestClock.START.plus(Duration.ofDays(3)));
        assertThat(roster().stewardsOf("later/a.md"))
                .extracting(Steward::person)
                .containsExactly(ngozi.person(), amara.person());
        clock.set(TestClock.START.plus(Duration.ofDays(8)));
        assertThat(roster().oversees(ngozi.person(), "later/a.md"))
                .as("the last day counts")
                .isTrue();
        clock.set(TestClock.START.plus(Duration.ofDays(9)));
        assertThat(roster().oversees(ngozi.person(), "later/a.md")).isFalse();
    }

    @Test
    void whose_terms_for_the_whole_ended_last_go_on_until_there_is_somebody_else() {
        main("""
                areas:
                  - path: /
                    stewards: [{handle: %s, until: 2026-03-04}, {handle: %s, until: 2026-03-08}]
                """.formatted(handle(amara), handle(ngozi)));
        clock.advance(Duration.ofDays(30));
        assertThat(roster().all()).extracting(Steward::person).containsExactly(ngozi.person());
        assertThat(roster().warnings()).extracting(odd -> odd.reason().key()).contains("stewards.warning.held-over");
    }

    @Test
    void who_joins_and_leaves_counts_from_then_on() {
        var rosa = people.bring("Rosa", "rosa-" + amara.community().value() + "@example.org");
        main(usual().replace("[" + handle(ngozi) + "]", "[" + rosa.handle() + "]"));
        assertThat(roster().warnings()).extracting(odd -> odd.reason().key()).contains("stewards.warning.no-member");
        communities.join(amara.community(), rosa.id());
        assertThat(roster().oversees(rosa.id(), "meetings/a.md")).isTrue();
        communities.leave(new Member(amara.community(), rosa.id()));
        assertThat(roster().oversees(rosa.id(), "meetings/a.md")).isFalse();
        assertThat(present()).doesNotContain(rosa.handle()).contains(handle(tomas));
    }

    @Test
    void an_amendment_mends_a_broken_file_and_keeps_the_last_good_one() {
        main(usual());
        main("areas: {");
        amend(file -> file.with("money", new Seat(handle(tomas), null, null)));
        assertThat(roster().broken()).isNull();
        assertThat(present()).startsWith(usual());
        assertThat(areas.keepsRoot(
                        amara.community(), areas.file(amara.community()).without("", handle(amara))))
                .isFalse();
    }

    @Test
    void a_founder_may_have_a_name_in_any_script() {
        var founder =
                people.bring("مريم الإدريسي", "maryam-" + amara.community().value() + "@example.org");
        var quay = communities.found("Quay", "quay-" + amara.community().value(), "UTC", founder.id());
        assertThat(areas.of(quay.id()).oversees(founder.id(), "a.md")).isTrue();
        assertThat(areas.file(quay.id()).text()).contains("'" + founder.handle() + "'");
    }

    @Test
    void seniority_survives_whatever_else_changes_in_the_file() {
        main(usual());
        var since = roster().areaOf("meetings").stewards().getFirst().since();
        clock.advance(Duration.ofDays(5));
        amend(file -> file.with("meetings", new Seat(handle(tomas), null, null)));
        assertThat(roster().areaOf("meetings").stewards())
                .extracting(Steward::person)
                .containsExactly(ngozi.person(), tomas.person());
        assertThat(roster().areaOf("meetings").stewards().getFirst().since()).isEqualTo(since);
    }

    @Test
    void a_change_waits_for_the_stewards_of_a_pattern() {
        main(usual());
        var change = proposals.propose(amara, examples.aPage(harbour, "board/minutes/may.md", "# May"));
        proposals.propose(amara, examples.aPage(harbour, "board/minutes/2026/may.md", "# May"));
        assertThat(changes.waitingFor(tomas)).extracting(c -> c.subject()).containsExactly(change.subject());
        assertThat(changes.waitingFor(ngozi)).isEmpty();
    }

    @Test
    void a_handbook_brought_along_without_a_file_keeps_who_was_named_until_its_own_file_can_be_followed() {
        main(usual());
        var rosa = people.bring("Rosa", "brought-" + amara.community().value() + "@example.org");
        transaction.executeWithoutResult(status -> {
            try (GitRepository git = repositories.open(amara.community())) {
                PersonIdent by = new PersonIdent("A", "a@example.org");
                ObjectId bare = git.write(null, "README.md", "# A\n", new GitRepository.Signed(by, by, "x\n"));
                areas.followAnew(amara.community(), git, bare);
            }
        });
        assertThat(roster().commit()).isNull();
        assertThat(roster().broken()).isNull();
        assertThat(roster().oversees(ngozi.person(), "meetings/a.md")).isTrue();
        assertThat(roster().rules("meetings/a.md"))
                .isEqualTo(new Roster.Rules(1, 1, Duration.ZERO, List.of(), Long.MAX_VALUE));
        main("areas: [{path: /, stewards: [" + rosa.handle() + "]}]\n");
        assertThat(roster().broken()).isEqualTo(new Roster.Broken(0, Flaw.ROOTLESS, List.of()));
        assertThat(roster().oversees(amara.person(), "a.md")).isTrue();
        communities.join(amara.community(), rosa.id());
        assertThat(roster().broken()).isNull();
        assertThat(roster().all()).extracting(Steward::person).containsExactly(rosa.id());
    }
}
