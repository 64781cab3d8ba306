package mainline.founding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.ValidHtml;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Visibility;
import mainline.decisions.Decisions;
import mainline.kernel.PersonId;
import mainline.mission.FoundingDraft;
import mainline.mission.Mission;
import mainline.people.People;
import mainline.platform.ProbeEnd;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What comes next stands on a founder's home until it is there, or until they have had enough of it. */
@MainlineTest
class ChecklistTest {
    private static final String PASSWORD = "seven quiet lanterns";

    private final People people;
    private final Communities communities;
    private final Beginnings beginnings;
    private final Mission mission;
    private final Decisions decisions;
    private final MailTrial trial;
    private String mail;
    private PersonId founder;

    @LocalServerPort
    private int port;

    ChecklistTest(
            People people,
            Communities communities,
            Beginnings beginnings,
            Mission mission,
            Decisions decisions,
            MailTrial trial) {
        this.people = people;
        this.communities = communities;
        this.beginnings = beginnings;
        this.mission = mission;
        this.decisions = decisions;
        this.trial = trial;
    }

    @BeforeEach
    void somebody_wants_to_found() {
        mail = "fay" + System.nanoTime() + "@example.org";
        founder = people.create("Fay Founder", mail, PASSWORD).id();
    }

    private Community begin(Start start) {
        FoundingDraft draft = new FoundingDraft(
                "Orchard " + System.nanoTime(), "", "UTC", "Everybody picks a pear.", Visibility.EVERYBODY, List.of());
        return beginnings.begin(draft, start, Locale.ENGLISH, founder);
    }

    private Browser fay() {
        return new Browser(port).signIn(mail, PASSWORD);
    }

    private static List<String> open(Browser browser) {
        return browser.page().select(".steps li:not(.done) > div > a").eachText();
    }

    @Test
    void the_founder_alone_is_told_what_comes_next() {
        Community community = begin(Start.EMPTY);
        String home = "/" + community.slug();
        assertThat(open(fay().get(home)))
                .contains("Say in three to five clauses what you stand for", "Invite people", "Name a second steward")
                .doesNotContain("See that mail arrives");
        String other = "ben" + mail;
        communities.join(
                community.id(), people.create("Ben Ode", other, PASSWORD).id());
        Browser ben = new Browser(port).signIn(other, PASSWORD).get(home);
        assertThat(ben.page().select(".steps")).isEmpty();
        assertThat(ben.get(home + "/founding").status()).isEqualTo(404);
        assertThat(ben.get(home + "/founding/questions").status()).isEqualTo(404);
        assertThat(new Browser(port).get(home).page().select(".steps")).isEmpty();
        assertThat(open(fay().get(home))).doesNotContain("Invite people");
    }

    @Test
    void clauses_are_written_in_one_form_with_examples_to_start_from() {
        Community community = begin(Start.EMPTY);
        String page = "/" + community.slug() + "/founding/clauses";
        Browser fay = fay().get(page + "?from=PRACTICE");
        assertThat(ValidHtml.faults(fay.body())).isEmpty();
        assertThat(fay.page().select("input[name=clause-2]").val()).startsWith("A practice counts");
        fay.submit(page, Map.of("clause-1", "Pears for all.", "clause-5", "x".repeat(600)));
        assertThat(fay.status()).isEqualTo(422);
        assertThat(fay.page().select("#f-clause-5-problem")).isNotEmpty();
        fay.submit(page, Map.of("clause-1", "Pears for all.", "clause-5", ""));
        assertThat(fay.path()).isEqualTo("/" + community.slug());
        assertThat(mission.current(community.id()).clauses())
                .hasSize(4)
                .extracting(clause -> clause.name() + " " + clause.text())
                .contains("M1 Pears for all.");
        assertThat(open(fay)).doesNotContain("Say in three to five clauses what you stand for");
    }

    @Test
    void a_ready_question_is_asked_with_one_tap_and_only_once() {
        Community community = begin(Start.ASSOCIATION);
        String page = "/" + community.slug() + "/founding/questions";
        Browser fay = fay().get(page);
        assertThat(ValidHtml.faults(fay.body())).isEmpty();
        fay.submit(page + "/1/asking", Map.of());
        assertThat(fay.text()).contains("When shall we meet?", "Saturday morning");
        assertThat(decisions.get(community.id(), 1).options()).hasSize(4);
        fay.get(page);
        assertThat(fay.page().select("form[action$=/1/asking]")).isEmpty();
        fay.submit(page + "/2/asking", Map.of());
        assertThat(decisions.get(community.id(), 2).options()).isEmpty();
        assertThat(open(fay.get("/" + community.slug()))).doesNotContain("Ask a first question");
    }

    @Test
    void a_ready_question_can_be_changed_before_it_is_asked() {
        Community community = begin(Start.COOPERATIVE);
        Browser fay = fay().get("/" + community.slug() + "/founding/questions");
        fay.get(fay.page().select("a:contains(Change it first)").attr("href"));
        assertThat(fay.page().select("input[name=question]").val()).startsWith("Which day of the month");
        assertThat(fay.page().select("textarea[name=options]").text()).contains("The last Friday");
        assertThat(fay.page().select("input[name=method][checked]").val()).isEqualTo("APPROVAL");
    }

    @Test
    void whoever_has_had_enough_of_the_list_puts_it_away_and_finds_it_again() {
        Community community = begin(Start.NETWORK);
        String home = "/" + community.slug();
        Browser fay = fay().get(home);
        assertThat(ValidHtml.faults(fay.body())).isEmpty();
        fay.submit(home + "/founding/dismissal", Map.of());
        assertThat(fay.text()).contains("gone from your home page");
        assertThat(ValidHtml.faults(fay.body())).isEmpty();
        assertThat(fay.get(home).page().select(".steps")).isEmpty();
        fay.get(home + "/founding").submit(home + "/founding/dismissal", Map.of());
        assertThat(fay.path()).isEqualTo(home);
        assertThat(fay.page().select(".steps")).isNotEmpty();
    }

    @Test
    void mail_counts_as_tried_only_when_it_leaves() {
        trial.ended(ProbeEnd.SENT);
        assertThat(trial.works()).as("here mail goes into a folder").isFalse();
        trial.ended(ProbeEnd.SILENT);
        assertThat(trial.works()).isFalse();
    }
}
