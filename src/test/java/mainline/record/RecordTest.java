package mainline.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.kernel.Subject;
import mainline.people.Operators;
import mainline.people.People;
import mainline.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MainlineTest
class RecordTest {
    private static final String PASSWORD = "seven quiet lanterns";

    private final People people;
    private final Operators operators;
    private final Communities communities;
    private final PublicRecord record;
    private final TransactionTemplate transaction;
    private final JdbcClient db;
    private Person ada;
    private Community garden;

    @LocalServerPort
    private int port;

    RecordTest(
            People people,
            Operators operators,
            Communities communities,
            PublicRecord record,
            TransactionTemplate transaction,
            JdbcClient db) {
        this.people = people;
        this.operators = operators;
        this.communities = communities;
        this.record = record;
        this.transaction = transaction;
        this.db = db;
    }

    @BeforeEach
    void a_community() {
        ada = people.byMail("ada@example.org")
                .orElseGet(() -> people.create("Ada <i>Lane</i>", "ada@example.org", PASSWORD));
        garden = communities.bySlug("garden").orElseGet(() -> communities.found("Garden", "garden", "UTC", ada.id()));
    }

    private Browser read(String below) {
        return new Browser(port).get("/garden/" + below);
    }

    @Test
    void founding_joining_and_leaving_are_in_the_record() {
        Person ben = people.create("Ben", "ben@example.org", PASSWORD);
        communities.join(garden.id(), ben.id());
        communities.leave(new Member(garden.id(), ben.id()));
        assertThat(read("record").text()).contains("founded Garden", "Ben joined Garden", "Ben left Garden");
    }

    @Test
    void naming_an_operator_is_told_to_every_community() {
        Person eve = people.create("Eve", "eve@example.org", PASSWORD);
        operators.name(eve.handle(), ada.id());
        assertThat(read("record?about=operator").text()).contains("named Eve to help run the installation");
    }

    @Test
    void an_act_that_does_not_happen_leaves_no_entry() {
        Person cleo = people.create("Cleo", "cleo@example.org", PASSWORD);
        transaction.executeWithoutResult(all -> {
            communities.join(garden.id(), cleo.id());
            all.setRollbackOnly();
        });
        assertThat(read("record").text()).doesNotContain("Cleo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update record_entry set verb = 'idea.published'",
                "delete from record_entry",
                "truncate record_entry",
                "truncate record_entry cascade"
            })
    void the_database_refuses_to_change_the_record(String attempt) {
        assertThatThrownBy(() -> db.sql(attempt).update()).hasMessageContaining("only added to");
    }

    @Test
    void names_and_titles_cannot_bring_markup_with_them() {
        transaction.executeWithoutResult(act -> record.add(Act.by(
                ada.id(),
                RecordVerb.MEMBER_JOINED,
                new Subject(garden.id(), Subject.Kind.COMMUNITY, 0),
                "<script>alert(1)</script> {0} & \"x\"")));
        Browser browser = read("record");
        assertThat(browser.page().select("ol.log script")).isEmpty();
        assertThat(browser.text()).contains("Ada <i>Lane</i> joined <script>alert(1)</script> {0} & \"x\"");
        assertThat(browser.page().select("ol.log a[href=/garden/people/" + ada.handle() + "]"))
                .isNotEmpty();
    }

    @Test
    void the_record_is_read_by_topic_and_by_person_and_page_by_page() {
        transaction.executeWithoutResult(acts -> {
            for (int i = 0; i < 120; i++)
                record.add(Act.by(
                        ada.id(),
                        RecordVerb.COMMUNITY_FOUNDED,
                        new Subject(garden.id(), Subject.Kind.COMMUNITY, 0),
                        "No. " + i));
        });
        Browser browser = read("record?about=community&person=" + ada.handle());
        assertThat(browser.page().select("ol.log > li")).hasSize(50);
        String older = browser.page().select("a[rel=next]").attr("href");
        browser.get(older);
        assertThat(browser.page().select("ol.log > li")).hasSize(50);
        assertThat(browser.text()).contains("No. 60").doesNotContain("No. 119 ");
        assertThat(read("record?about=verdict").text()).contains("Nothing to show");
        assertThat(read("record?person=nobody-at-all").text()).contains("Nothing to show");
    }

    @Test
    void each_entry_has_a_page_and_no_entry_of_another_community() {
        String path = read("record").page().select("ol.log a.quiet").first().attr("href");
        assertThat(new Browser(port).get(path).text()).contains("member.joined".substring(0, 6));
        communities.found("Elsewhere", "elsewhere", "UTC", ada.id());
        assertThat(new Browser(port)
                        .get(path.replace("/garden/", "/elsewhere/"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_person_has_a_page_with_what_they_did_here() {
        Browser browser = read("people/" + ada.handle());
        assertThat(browser.text()).contains("Member since", "founded Garden");
        assertThat(read("people/" + ada.id().value()).path()).isEqualTo("/garden/people/" + ada.handle());
        assertThat(read("people").text()).contains("Ada <i>Lane</i>");
        people.create("Stranger", "stranger@example.org", PASSWORD);
        assertThat(read("people/stranger").status()).isEqualTo(404);
    }

    @Test
    void a_person_joins_and_leaves_by_the_buttons() {
        people.create("Dora", "dora@example.org", PASSWORD);
        Browser browser = new Browser(port).get("/sign-in?then=/garden/join?then=/garden/people");
        browser.submit("/sign-in", Map.of("mail", "dora@example.org", "password", PASSWORD));
        browser.submit("/garden/membership", Map.of());
        assertThat(browser.path()).isEqualTo("/garden/people");
        assertThat(browser.text()).contains("You are a member now", "Dora");
        browser.get("/garden/membership").submitOnly("/garden/membership", Map.of());
        assertThat(browser.status()).isEqualTo(303);
        assertThat(communities.isMember(
                        garden.id(),
                        people.byMail("dora@example.org").orElseThrow().id()))
                .isFalse();
    }

    @Test
    void an_onlooker_who_wants_to_join_makes_an_account_first() {
        assertThat(read("join").path()).startsWith("/join?community=garden");
    }
}
