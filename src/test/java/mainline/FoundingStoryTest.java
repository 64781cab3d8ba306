package mainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import mainline.community.Communities;
import mainline.people.People;
import mainline.platform.Jobs;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From an empty installation to a first outcome, by somebody who presses what stands out and reads nothing else. */
@InChromium
@MainlineTest
class FoundingStoryTest {
    private static final String PASSWORD = "seven quiet lanterns";

    private final People people;
    private final Communities communities;
    private final Jobs jobs;
    private final TestClock clock;
    private final Pictures pictures = new Pictures();

    @LocalServerPort
    private int port;

    FoundingStoryTest(People people, Communities communities, Jobs jobs, TestClock clock) {
        this.people = people;
        this.communities = communities;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Test
    void a_founder_comes_to_a_first_outcome_within_a_quarter_of_an_hour() {
        Instant began = clock.instant();
        Window fay = new Window(port);
        pictures.take(fay, "set-up", "/setup?code=" + people.setUpCode());
        String own = (String) fay.page().evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone");
        assertThat(fay.field("Time zone").inputValue()).isEqualTo(own);
        fay.write("Name of the community", "Pear Street")
                .write("The mission, in one sentence", "Everybody on our street can grow food.")
                .write("Your name", "Fay Founder")
                .write("Mail address", "fay@example.org")
                .write("Password", PASSWORD)
                .press("Begin")
                .waitFor("What comes next");
        String home = "/pear-street";
        assertThat(fay.path()).isEqualTo(home);
        clock.advance(Duration.ofMinutes(3));
        pictures.take(fay, "founding-home", home);
        pictures.take(fay, "founding-clauses", home + "/founding/clauses");
        pictures.take(fay, "founding-rules", home + "/decisions/rules");
        pictures.take(fay, "founding-handbook", home + "/handbook");
        pictures.take(fay, "founding-new", "/communities/new");
        pictures.take(fay, "founding-questions", home + "/founding/questions");

        pictures.take(fay, "founding-invite", home + "/invitations/mailed");
        fay.write("Addresses", "Ann Lee <ann@example.org>\nbo@example.org")
                .press("Send the invitations")
                .waitFor("on their way");
        pictures.take(fay, "founding-invited", home + "/invitations/mailed");
        clock.advance(Duration.ofMinutes(3));

        communities.join(
                communities.all().getFirst().id(),
                people.create("Ann Lee", "ann@example.org", PASSWORD).id());
        fay.go(home + "/invitations/mailed").waitFor("has joined");

        fay.go(home).follow("Ask a first question").waitFor("When shall we meet?");
        fay.page().getByText("Ask it").first().click();
        vote(fay.waitFor("Saturday morning"));
        Window ann = new Window(port);
        ann.go("/sign-in?then=" + fay.path())
                .write("Mail address", "ann@example.org")
                .write("Password", PASSWORD)
                .press("Sign in");
        vote(ann.waitFor("Saturday morning"));
        clock.advance(Duration.ofMinutes(3));
        jobs.run("decisions.close");
        fay.go(fay.path()).waitFor("is chosen: it suits 2 of 2");
        assertThat(Duration.between(began, clock.instant())).isLessThan(Duration.ofMinutes(15));
        assertThat(communities.all()).hasSize(1);
        pictures.take(fay, "founding-home-later", home);
        assertThat(fay.complaints()).isEmpty();
        assertThat(pictures.faults()).isEmpty();
    }

    private static void vote(Window window) {
        window.page().getByLabel("Saturday morning").check();
        window.page().locator("#ballot button.go").click();
        window.waitFor("voted");
    }
}
