package mainline.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.community.Community;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The days of a question are chosen, a row each, without scripts. */
@MainlineTest
class AskDatesTest {
    private static final String PASSWORD = "nine brass kettles";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final People people;
    private final Founding founding;
    private final TestClock clock;

    @LocalServerPort
    private int port;

    private String slug = "";
    private Browser ada = new Browser(0);

    AskDatesTest(People people, Founding founding, TestClock clock) {
        this.people = people;
        this.founding = founding;
        this.clock = clock;
    }

    @BeforeEach
    void somebody_who_asks() {
        clock.reset();
        int n = NEXT.incrementAndGet();
        Person person = people.create("Ada Vale", "ada" + n + "@dates.example", PASSWORD);
        Community community = founding.found("Dates " + n, "dates-" + n, "Europe/Madrid", "We row.", person.id());
        slug = "/" + community.slug();
        ada = new Browser(port).signIn("ada" + n + "@dates.example", PASSWORD).get(slug + "/decisions/new");
    }

    private void send(Map<String, String> days) {
        Map<String, String> fields = new HashMap<>(Map.of("question", "When do we row?", "method", "DATES"));
        fields.putAll(days);
        ada.submit(slug + "/decisions", fields);
    }

    private String problem(String day) {
        return ada.page().select(".field:has(> #f-" + day + ") > .problem").text();
    }

    @Test
    void each_day_has_a_field_for_day_and_time() {
        assertThat(ada.page().select("input[type=datetime-local][name^=date-]")).hasSize(3);
        assertThat(ada.page().select("label[for=f-date-2]").text()).isEqualTo("Day and time 2");
    }

    @Test
    void another_day_comes_with_all_that_was_typed() {
        send(Map.of(
                "another", "day", "date-1", "2026-03-20T18:00", "background", "The *river* is high.", "ends", "week"));
        assertThat(ada.status()).isEqualTo(200);
        assertThat(ada.page().select("input[name^=date-]")).hasSize(4);
        send(Map.of("another", "day", "date-4", "2026-03-22T18:00"));
        assertThat(ada.page().select("input[name^=date-]")).hasSize(5);
        assertThat(ada.page().select("#f-question").val()).isEqualTo("When do we row?");
        assertThat(ada.page().select("#f-date-1").val()).isEqualTo("2026-03-20T18:00");
        assertThat(ada.page().select("#f-date-4").val()).isEqualTo("2026-03-22T18:00");
        assertThat(ada.page().select("#f-background").text()).isEqualTo("The *river* is high.");
        assertThat(ada.page().select("input[name=ends][checked]").val()).isEqualTo("week");
        assertThat(ada.page().select(".problem")).isEmpty();
        send(Map.of());
        assertThat(ada.path()).isEqualTo(slug + "/decisions/1");
        assertThat(ada.text()).contains("Friday, March 20, 2026, 6:00 PM UTC+1", "Sunday, March 22, 2026");
    }

    @Test
    void for_other_ways_to_ask_the_key_that_sends_a_form_asks() {
        send(Map.of("another", "day", "method", "APPROVAL", "options", "Soup\nPasta"));
        assertThat(ada.path()).isEqualTo(slug + "/decisions/1");
    }

    @Test
    void what_is_no_day_is_refused_beside_its_field() {
        send(Map.of("date-1", "2026-03-20 18:00", "date-2", "next Friday"));
        assertThat(ada.status()).isEqualTo(422);
        assertThat(problem("date-1")).isEmpty();
        assertThat(problem("date-2")).contains("This is no day and time", "next Friday");
        assertThat(ada.page().select("#f-date-2").val()).isEqualTo("next Friday");
    }

    @Test
    void what_is_past_or_twice_is_refused_beside_its_field() {
        send(Map.of("date-1", "2026-03-20T18:00", "date-3", "2026-03-01T10:00", "date-4", "2026-03-20T18:00"));
        assertThat(ada.status()).isEqualTo(422);
        assertThat(problem("date-1")).isEmpty();
        assertThat(problem("date-3")).contains("This is over already");
        assertThat(problem("date-4")).contains("twice");
    }

    @Test
    void a_day_that_is_over_when_it_is_chosen_is_no_choice() {
        send(Map.of("date-1", "2026-03-03T18:00", "date-2", "2026-03-20T18:00", "ends", "week"));
        assertThat(problem("date-1")).contains("The vote ends later than this");
        send(Map.of("date-1", "2026-03-21T18:00", "ends", "week"));
        assertThat(ada.path()).isEqualTo(slug + "/decisions/1");
        ada.get(slug + "/decisions/1/amendment");
        for (String odd : new String[] {"2026-03-03T18:00", "2026-03-20T18:00"}) {
            ada.submit(slug + "/decisions/1/amendment", Map.of("option", "1", "version", "1", "text", odd));
            assertThat(ada.status()).as(odd).isEqualTo(422);
        }
    }

    @Test
    void one_day_is_none_to_choose_from() {
        send(Map.of("date-1", "2026-03-20T18:00"));
        assertThat(ada.status()).isEqualTo(422);
        assertThat(problem("date-2")).contains("at least two days");
        assertThat(ada.page().select(".problems a").attr("href")).isEqualTo("#f-date-2");
    }
}
