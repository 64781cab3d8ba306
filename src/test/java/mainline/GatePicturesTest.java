package mainline;

import static org.assertj.core.api.Assertions.assertThat;

import mainline.changes.Change;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.people.Person;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The gate in a real browser: words that are meant, what cannot wait, a file of stewards that does not count. */
@InChromium
@MainlineTest
class GatePicturesTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final String HERE = "/ferry-pier";
    private static final String LONG =
            "The crossing stops at noon, since the pier at the eastern end does not carry the weight any more. نغلق الرصيف اليوم";

    private final HandbookExamples examples;
    private final People people;
    private final Founding founding;
    private final Communities communities;
    private final Proposals proposals;
    private final Pictures pictures = new Pictures();

    @LocalServerPort
    private int port;

    private Community community;

    GatePicturesTest(
            HandbookExamples examples, People people, Founding founding, Communities communities, Proposals proposals) {
        this.examples = examples;
        this.people = people;
        this.founding = founding;
        this.communities = communities;
        this.proposals = proposals;
    }

    private Member member(String name, String mail) {
        Person person = people.create(name, mail, PASSWORD);
        communities.join(community.id(), person.id());
        return new Member(community.id(), person.id());
    }

    private Window signedIn(String mail) {
        Window window = new Window(port);
        window.go("/sign-in?then=" + HERE)
                .write("Mail address", mail)
                .write("Password", PASSWORD)
                .press("Sign in");
        window.page().waitForURL("**" + HERE + "*");
        return window;
    }

    @Test
    void the_gate_says_what_is_missing_and_what_was_left_out() {
        Person amara = people.create("Amara Okafor", "amara@pier.example", PASSWORD);
        community = founding.found("Ferry Pier", "ferry-pier", "Europe/Madrid", "We cross safely.", amara.id());
        Member first = new Member(community.id(), amara.id());
        Member ngozi = member("Ngozi Eze", "ngozi@pier.example");
        Member joaquin = member("Joaquín Pérez", "joaquin@pier.example");
        Member tomas = member("Tomás Vidal", "tomas@pier.example");
        Founded pier = new Founded(community, first);
        examples.put(
                first, "glossary.md", "# Glossary\n\n- **Crossing**: once over the water\n- **GitHub**: elsewhere\n");
        examples.stewards(first, """
                areas:
                  - path: /
                    stewards: [%s, %s, %s]
                    rules: {cooling: 2 days, endorsements: 3}
                  - path: /meetings/**
                    stewards: [somebody-unknown, {handle: %s, until: 2020-01-01}]
                    rules: {approvals: 2, files: [md]}
                """.formatted(
                examples.handle(first), examples.handle(ngozi), examples.handle(tomas), examples.handle(tomas)));
        Change change = proposals.propose(
                joaquin,
                examples.aPage(
                        pier, "pier.md", "# Pier\n\nNo corssing after noon. Tell github, see [the map](map.md).\n"));
        String page = HERE + "/" + change.path();
        Window author = signedIn("joaquin@pier.example");
        pictures.take(author, "gate-author", page);
        Window steward = signedIn("amara@pier.example");
        pictures.take(steward, "gate-steward", page);
        pictures.take(steward, "gate-emergency", page + "/emergency");
        steward.go(page + "/emergency");
        call(steward, LONG);
        pictures.take(steward, "gate-called", page);
        Window second = signedIn("ngozi@pier.example");
        second.go(page + "/emergency");
        call(second, "I saw it move.");
        pictures.take(second, "gate-merged", page);
        Window third = signedIn("tomas@pier.example");
        pictures.take(third, "gate-review", page);
        pictures.take(third, "gate-emergencies", HERE + "/changes/emergencies");
        examples.stewards(first, "areas:\n  - path: /\n    stewrads: []\n");
        pictures.take(third, "gate-broken", HERE + "/stewards");
        assertThat(pictures.faults()).isEmpty();
    }

    private static void call(Window window, String reason) {
        window.page().locator("textarea[name=reason]").fill(reason);
        window.page().locator("input[name=unchecked]").check();
        window.page().locator("form:has(textarea[name=reason]) button").click();
        window.page().waitForURL("**/changes/1");
    }
}
