package mainline.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.kernel.Cursor;
import mainline.kernel.Paged;
import mainline.people.People;
import mainline.people.Person;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Everybody who belongs to a community: found by name and by what they are, with what a reader may know of each. */
@MainlineTest
class MemberListTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final MemberList list;
    private final Visits visits;
    private final Communities communities;
    private final People people;
    private final TestClock clock;
    private final Village village;

    @LocalServerPort
    private int port;

    MemberListTest(
            MemberList list, Visits visits, Communities communities, People people, TestClock clock, Village village) {
        this.list = list;
        this.visits = visits;
        this.communities = communities;
        this.people = people;
        this.clock = clock;
        this.village = village;
    }

    private Member joined(String name) {
        Person person = people.bring(name, null);
        communities.join(village.community.id(), person.id());
        return new Member(village.community.id(), person.id());
    }

    private Paged<Listed> page(String name, String role, Cursor after, int size) {
        return list.of(insider(), MemberSearch.of(name, role), after, size);
    }

    private List<String> names(String name, String role) {
        return page(name, role, Cursor.START, 50).items().stream()
                .map(listed -> listed.person().name())
                .toList();
    }

    private Viewer insider() {
        return new Viewer(village.community, people.get(village.ada.person()), true, () -> 0);
    }

    @Test
    void people_are_found_by_the_beginnings_of_words_of_their_name() {
        joined("José Ángel Ibarra");
        joined("Ángela Iturbe");
        joined("ليلى حداد");
        assertThat(names("ang", "")).containsExactly("José Ángel Ibarra", "Ángela Iturbe");
        assertThat(names("ANGEL iba", "")).containsExactly("José Ángel Ibarra");
        assertThat(names("ليل", "")).containsExactly("ليلى حداد");
        assertThat(names("ngel", "")).isEmpty();
        assertThat(names("%_", "")).hasSize(7);
    }

    @Test
    void whoever_is_found_by_two_words_is_listed_once() {
        joined("Ana Ánades Anaya");
        assertThat(names("ana", "")).containsExactly("Ana Ánades Anaya");
    }

    @Test
    void pages_follow_one_another_without_a_gap_or_a_double() {
        for (int i = 0; i < 7; i++) joined("Quentin Quarry");
        for (String name : List.of("", "qu")) {
            List<Person> all = new ArrayList<>();
            Cursor after = Cursor.START;
            do {
                Paged<Listed> page = page(name, "", after, 3);
                page.items().forEach(listed -> all.add(listed.person()));
                after = page.next();
            } while (after != null);
            assertThat(all).doesNotHaveDuplicates().hasSize(name.isEmpty() ? 11 : 7);
        }
    }

    @Test
    void a_role_leaves_those_who_have_it_and_says_what_it_is() {
        assertThat(names("", "founder")).containsExactly("Ada Vale");
        assertThat(names("va", "founder")).containsExactly("Ada Vale");
        assertThat(names("dov", "founder")).isEmpty();
        assertThat(names("", "steward")).contains("Ada Vale").doesNotContain("Dov Lind");
        Browser browser = new Browser(port).get(village.community.path("people?role=steward"));
        assertThat(browser.text())
                .contains("Ada Vale", "Steward of the whole handbook")
                .doesNotContain("Dov Lind");
    }

    @Test
    void members_read_in_coarse_words_when_somebody_was_here_and_nobody_else_does() {
        String mail = "lists" + NEXT.incrementAndGet() + "@example.org";
        Person reader = people.create("Rita Reader", mail, PASSWORD);
        clock.advance(Duration.ofDays(40));
        communities.join(village.community.id(), reader.id());
        visits.visit(village.cleo, true);
        Browser browser = new Browser(port).get(village.community.path("people"));
        assertThat(browser.text()).contains("Member since").doesNotContain("here this week", "longer ago");
        browser.signIn(mail, PASSWORD).get(village.community.path("people?name=cleo"));
        assertThat(browser.text()).contains("Cleo Marsh", "here this week");
        browser.get(village.community.path("people?name=dov"));
        assertThat(browser.text()).contains("Dov Lind", "last here longer ago");
    }

    @Test
    void an_act_counts_as_being_here() {
        clock.advance(Duration.ofDays(40));
        village.anOpenIdea();
        assertThat(page("ada", "", Cursor.START, 5).items().getFirst().active()).isEqualTo(Recency.WEEK);
        clock.advance(Duration.ofDays(9));
        assertThat(page("ada", "", Cursor.START, 5).items().getFirst().active()).isEqualTo(Recency.MONTH);
    }

    @Test
    void whom_nobody_finds_is_said_with_the_way_to_all() {
        Browser browser = new Browser(port).get(village.community.path("people?name=nobody-like-this"));
        assertThat(browser.text()).contains("Nobody is found so", "Show everybody");
    }
}
