package mainline.review;

import java.util.List;
import mainline.Hearing;
import mainline.MainlineTest;
import mainline.changes.Changes;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.remarks.Remark;
import mainline.remarks.Remarks;
import mainline.remarks.Suggestions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who hears of what is done with a change. Joaquín wrote it, Ngozi a line of it, and Amara oversees the handbook. */
@MainlineTest
class ReviewToldTest {
    private static final String TEA = "# Tea\n\nWe drink tea at four.\n\nNobody smokes.\n";
    private static final String MORE = "\nWhoever is last washes up.\n";

    private final HandbookExamples examples;
    private final Changes changes;
    private final Proposals proposals;
    private final Reviews reviews;
    private final Concerns concerns;
    private final Emergencies emergencies;
    private final Asks asks;
    private final Remarks remarks;
    private final Suggestions suggestions;
    private final Communities communities;
    private final People people;
    private final Hearing hearing;
    private final JdbcClient sql;
    private Founded harbour;
    private Member amara;
    private Member joaquin;
    private Member ngozi;
    private Member sefa;
    private Subject change;

    ReviewToldTest(
            HandbookExamples examples,
            Changes changes,
            Proposals proposals,
            Reviews reviews,
            Concerns concerns,
            Emergencies emergencies,
            Asks asks,
            Remarks remarks,
            Suggestions suggestions,
            Communities communities,
            People people,
            Hearing hearing,
            JdbcClient sql) {
        this.examples = examples;
        this.changes = changes;
        this.proposals = proposals;
        this.reviews = reviews;
        this.concerns = concerns;
        this.emergencies = emergencies;
        this.asks = asks;
        this.remarks = remarks;
        this.suggestions = suggestions;
        this.communities = communities;
        this.people = people;
        this.hearing = hearing;
        this.sql = sql;
    }

    @BeforeEach
    void a_change_of_two_authors() {
        harbour = examples.aCommunity();
        amara = harbour.steward();
        joaquin = examples.aMember(harbour, "Joaquín");
        ngozi = examples.aMember(harbour, "Ngozi");
        sefa = examples.aMember(harbour, "Sefa");
        change = proposed(joaquin, "tea.md", TEA);
        // As a pushed commit would that names her.
        sql.sql("insert into change_coauthor (community_id, number, person_id, at) values (?, ?, ?, now())")
                .params(
                        change.community().value(),
                        change.number(),
                        ngozi.person().value())
                .update();
    }

    private Subject proposed(Member by, String path, String text) {
        return proposals.propose(by, examples.aPage(harbour, path, text)).subject();
    }

    private Remark remarked(Member by, int version, String suggestion) {
        var line = new Remark.Anchor(version, false, "tea.md", 3, 3, "");
        return remarks.make(by, change, new Remark.Draft(line, "At five?", "Another wording.", suggestion, true));
    }

    private int version() {
        return changes.get(change).version();
    }

    private void revise() {
        proposals.revise(joaquin, change, version(), examples.aPage(harbour, "tea.md", TEA + MORE));
    }

    @Test
    void its_stewards_and_whoever_knows_the_lines_are_asked() {
        reviews.approve(amara, change, version(), "");
        reviews.merge(amara, change);
        Subject[] made = new Subject[1];
        hearing.of(sefa, () -> made[0] = proposed(sefa, "tea.md", "# Tea\n\nNo tea.\n"))
                .asked(made[0], amara, joaquin);
    }

    @Test
    void who_is_asked_by_name_hears_that_and_the_authors_that_it_was_passed_on() {
        hearing.of(joaquin, () -> asks.ask(joaquin, change, examples.handle(sefa)))
                .asked(change, sefa);
        hearing.of(sefa, () -> asks.passOn(sefa, change)).answered(change, joaquin, ngozi);
    }

    @Test
    void whose_word_fell_and_who_has_an_open_concern_look_again() {
        reviews.approve(amara, change, version(), "");
        concerns.raise(amara, change, version(), "Too short.");
        concerns.raise(sefa, change, version(), "Too late.");
        hearing.of(joaquin, this::revise).asked(change, amara, sefa);
    }

    @Test
    void the_authors_hear_of_concerns_and_approvals() {
        hearing.of(sefa, () -> concerns.raise(sefa, change, version(), "Too short."))
                .answered(change, joaquin, ngozi)
                .asked(change);
        hearing.of(sefa, () -> concerns.resolve(sefa, change, 1)).answered(change, joaquin, ngozi);
        hearing.of(amara, () -> reviews.approve(amara, change, version(), "")).answered(change, joaquin, ngozi);
        hearing.of(amara, () -> reviews.merge(amara, change)).answered(change, joaquin, ngozi);
    }

    @Test
    void the_authors_hear_of_an_approval_that_does_not_count() {
        hearing.of(amara, () -> reviews.approve(amara, change, version(), "I sell tea."))
                .answered(change, joaquin, ngozi);
    }

    @Test
    void whose_wording_was_taken_hears_of_it() {
        Remark remark = remarked(sefa, version(), "We drink tea at six.");
        hearing.of(
                        joaquin,
                        () -> suggestions.take(
                                joaquin,
                                change,
                                version(),
                                List.of(remark.subject().number())))
                .answered(change, sefa);
    }

    @Test
    void whoever_made_a_remark_hears_that_it_is_resolved_and_with_the_authors_that_it_is_not() {
        Remark remark = remarked(sefa, version(), "We drink tea at six.");
        hearing.of(joaquin, () -> remarks.resolve(joaquin, remark.subject())).answered(remark.subject(), sefa);
        hearing.of(joaquin, () -> remarks.reopen(joaquin, remark.subject())).answered(remark.subject(), sefa, ngozi);
        remarks.resolve(sefa, remark.subject());
        hearing.of(sefa, () -> remarks.reopen(sefa, remark.subject())).answered(remark.subject(), joaquin, ngozi);
    }

    @Test
    void the_other_stewards_are_asked_when_one_cannot_wait_and_all_hear_of_the_merge() {
        examples.overseeing(sefa, "");
        hearing.of(amara, () -> emergencies.call(amara, change, version(), "Somebody fell", false))
                .asked(change, sefa);
        hearing.of(sefa, () -> emergencies.call(sefa, change, version(), "Yes", false))
                .answered(change, joaquin, ngozi)
                .bound(change, amara);
    }

    @Test
    void the_stewards_of_the_whole_handbook_are_asked_to_greet_who_comes() {
        examples.overseeing(sefa, "meetings");
        var nuru = new Member(amara.community(), people.bring("Nuru", null).id());
        hearing.of(nuru, () -> communities.join(nuru.community(), nuru.person()))
                .asked(new Subject(amara.community(), Subject.Kind.COMMUNITY, 0), amara);
    }
}
