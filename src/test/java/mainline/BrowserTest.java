package mainline;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import mainline.community.Communities;
import mainline.discussion.Discussions;
import mainline.exchange.WordPressImport;
import mainline.ideas.Ideas;
import mainline.look.PseudoLanguages;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.platform.Jobs;
import mainline.platform.TestMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The same story as {@link LoopTest}, by two people in real browsers with scripts, as far as the verdict; afterwards
 * every page there is, looked at by axe and kept as a picture in {@code target/pictures}.
 */
@InChromium
@MainlineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowserTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final String HERE = "/lead-change";

    private final WordPressImport imports;
    private final People people;
    private final Founding founding;
    private final Communities communities;
    private final Ideas ideas;
    private final Discussions discussions;
    private final Jobs jobs;
    private final TestMail mails;
    private final TestClock clock;
    private final Pictures pictures = new Pictures();

    @LocalServerPort
    private int port;

    private Path seed = Path.of("");
    private Window olga;
    private Window mike;
    private Window ana;
    private Window onlooker;

    BrowserTest(
            WordPressImport imports,
            People people,
            Founding founding,
            Communities communities,
            Ideas ideas,
            Discussions discussions,
            Jobs jobs,
            TestMail mails,
            TestClock clock) {
        this.imports = imports;
        this.people = people;
        this.founding = founding;
        this.communities = communities;
        this.ideas = ideas;
        this.discussions = discussions;
        this.jobs = jobs;
        this.mails = mails;
        this.clock = clock;
    }

    @BeforeAll
    void open() {
        seed = SharedData.file("seed/lead-change.wxr.xml");
        olga = new Window(port);
        mike = new Window(port);
        ana = new Window(port);
        onlooker = new Window(port);
    }

    @AfterEach
    void nothing_broke_in_the_browser() {
        for (Window window : new Window[] {olga, mike, ana, onlooker})
            assertThat(window.complaints()).isEmpty();
    }

    @Test
    @Order(1)
    void the_first_person_sets_the_installation_up() {
        String begin = "/setup?code=" + people.setUpCode();
        pictures.take(olga, "setup", begin);
        olga.write("Name of the community", "Quiet Corner");
        olga.write("The mission, in one sentence", "We sit down together once a week and finish something.");
        olga.write("Your name", "Olga Operator")
                .write("Mail address", "olga@example.org")
                .write("Password", PASSWORD);
        olga.press("Begin").waitFor("It has begun.");
        imports.bring(seed, "lead-change");
        onlooker.go(HERE).follow("Open Source Leadership").waitFor("October 8, 2009");
    }

    @Test
    @Order(2)
    void two_people_join() {
        join(mike, "Mike Henry", "mike-henry@example.org");
        join(ana, "Ana Ruiz", "ana@example.org");
    }

    private void join(Window who, String name, String mail) {
        who.go("/join?community=lead-change");
        who.write("Your name", name).write("Mail address", mail);
        who.press("Join").waitFor("Look into your mail");
        who.go(link(mail)).waitFor("Your account is open");
        who.go(HERE + "/join");
        if (who.path().endsWith("/join")) who.press("Join");
    }

    private String link(String mail) {
        return mails.linkTo(mail);
    }

    /** As those do who have chosen no password. */
    private void signInByMail(Window who, String mail) {
        who.go("/sign-in?then=" + HERE).write("Mail address", mail).press("Send me a link instead");
        who.waitFor("Look into your mail");
        who.go(link(mail)).press("Sign in");
        who.page().waitForURL("**" + HERE + "*");
    }

    private void signIn(Window who, String mail) {
        who.go("/sign-in?then=" + HERE)
                .write("Mail address", mail)
                .write("Password", PASSWORD)
                .press("Sign in");
        who.page().waitForURL("**" + HERE + "*");
    }

    @Test
    @Order(3)
    void a_comment_shows_as_it_will_look_and_survives_a_closed_tab() {
        String text = "Can we do that? **Yes**, if we try it.";
        ana.go(HERE + "/ideas/1").write("Your comment", text).open("Preview");
        assertThat(ana.page().locator("#f-text-preview strong")).hasText("Yes");
        // Asked again and again from here: what the page itself would poll, its policy forbids to evaluate.
        ana.page()
                .waitForCondition(() -> Boolean.TRUE.equals(ana.page()
                        .evaluate(
                                "text => Object.values(localStorage).some(kept => kept.includes(text))",
                                "Can we do that?")));
        ana.closeTab().go(HERE + "/ideas/1").waitFor("What you typed before is back in place.");
        assertThat(ana.field("Your comment")).hasValue(text);
        ana.press("Comment").waitFor("Your comment is there");
        ana.go(HERE + "/ideas/1");
        assertThat(ana.field("Your comment")).hasValue("");
    }

    @Test
    @Order(4)
    void a_reply_is_written_where_the_comment_stands() {
        mike.go(HERE + "/welcome").waitFor("Ana Ruiz wrote for the first time");
        mike.go(HERE + "/ideas/1");
        Locator comment = mike.page().locator(".talk > li", new Page.LocatorOptions().setHasText("Can we do that?"));
        comment.getByText("Reply", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(mike.field("Your reply")).isFocused();
        mike.write("Your reply", "Then begin. What would you try first?");
        comment.locator("button", new Locator.LocatorOptions().setHasText("Reply"))
                .click();
        mike.waitFor("Your comment is there");
        mike.go(HERE + "/welcome").waitFor("Everybody has been answered");
    }

    @Test
    @Order(5)
    void an_idea_is_kept_as_a_draft_while_it_is_written() {
        ana.go(HERE + "/ideas/new").write("What is your idea, in one line?", "Answer every visitor within a day");
        ana.write("What would you do, and why?", "It costs a few minutes, and people come back.")
                .choose("M1");
        ana.write("Do you gain anything from it yourself?", "I look after the comments")
                .write("Make it, hours", "3")
                .write("Try it out, hours", "2");
        ana.waitFor("Draft kept just now.");
        ana.closeTab().go(HERE + "/ideas/new").follow("Answer every visitor within a day");
        assertThat(ana.field("Do you gain anything from it yourself?")).hasValue("I look after the comments");
        assertThat(ana.field("Make it, hours")).hasValue("3");
        ana.press("Publish").waitFor("Your idea is published");
        assertThat(ana.path()).isEqualTo(HERE + "/ideas/2-answer-every-visitor-within-a-day");
    }

    @Test
    @Order(6)
    void when_pledges_cover_the_need_the_idea_becomes_a_project() {
        pledge(ana, "Make it", "3").waitFor("Thank you.");
        pledge(mike, "Try it out", "2").waitFor("Your promise was the last one missing");
        ana.go(HERE + "/ideas/2").follow("To the project");
        ana.press("Take the place").waitFor("You coordinate this project now").follow("Set the goals");
        pictures.take(ana, "plan", HERE + "/projects/1/plan");
        ana.field("What is to get better").first().fill("Hours until the first reply");
        ana.field("Now").first().fill("30");
        ana.field("What we aim for").first().fill("24");
        ana.write("Day to look back", today().plusDays(40).toString())
                .press("Set it")
                .waitFor("are set.");
    }

    private Window pledge(Window who, String kind, String hours) {
        who.go(HERE + "/ideas/2").open("Offer to help");
        return who.choose(kind)
                .write("Hours", hours)
                .write("By when", today().plusDays(20).toString())
                .press("I promise");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Test
    @Order(7)
    void work_is_claimed_done_logged_and_confirmed() {
        ana.go(HERE + "/projects/1")
                .write("A new task, in one line", "Make a rota")
                .press("Add it")
                .waitFor("Make a rota");
        mike.go(HERE + "/projects/1")
                .press("I do this")
                .waitFor("The task is yours")
                .press("It is done")
                .waitFor("Done. If");
        mike.go(HERE + "/ideas/2/contributions").write("What did you do?", "The rota, and two weeks on it");
        mike.field("How would you help?").selectOption("TEST");
        mike.write("Hours", "2")
                .write("On which day?", today().toString())
                .press("Note it down")
                .waitFor("Noted down.");
        ana.go(HERE + "/contributions/1").press("Confirm it").waitFor("Confirmed. It counts now.");
    }

    @Test
    @Order(8)
    void what_was_learned_enters_the_handbook_through_review() {
        ana.go(HERE + "/projects/1").follow("Write it down in the handbook");
        ana.write("Title of the page", "Answering visitors").write("Folder", "welcome");
        ana.write(
                        "Text",
                        "# Answering visitors\n\nEvery visitor gets a reply in a day. We take *turns*.\n\n"
                                + "## When it's late\n\nSay so.")
                .open("Preview");
        assertThat(ana.page().locator(".preview em")).hasText("turns");
        ana.write("Why", "Two weeks of it worked.")
                .open("Title, part of the mission, where it comes from, what you gain")
                .write("Title of the change", "Add: Answering visitors");
        ana.press("Send the change").waitFor("Your change is open for review");
        mike.go(HERE + "/changes/1")
                .press("I agree as steward")
                .waitFor("It is noted that you agree")
                .press("Put it into the handbook");
        mike.waitFor("The change is in the handbook").follow("Read the page");
        mike.waitFor("Every visitor gets a reply in a day");
        Page page = mike.page();
        Locator link = page.getByLabel("Link to this heading: When it's late");
        assertThat(link).hasAttribute("href", "#when-its-late");
        link.focus();
        page.keyboard().press("Enter");
        page.waitForCondition(() ->
                page.url().endsWith("#when-its-late") || link.textContent().equals("Link copied"));
        page.navigate(page.url().replaceFirst("#.*", "") + "#h-when-it-s-late");
        assertThat(page.locator("h2:has([id=h-when-it-s-late])")).isInViewport();
    }

    @Test
    @Order(9)
    void what_is_in_the_handbook_is_tried_and_judged() {
        report(mike, "Lisbon", "30", "20", "Yes");
        report(ana, "Leiria", "41", "22", "Yes, with changes");
        mike.go(HERE + "/results/1/trials").waitFor("How did it go?");
        clock.advance(Duration.ofDays(41));
        jobs.run("open-evaluations");
        signIn(olga, "olga@example.org");
        signInByMail(mike, "mike-henry@example.org");
        signInByMail(ana, "ana@example.org");
        pictures.take(ana, "verdict-form", HERE + "/projects/1/verdict");
        ana.choose("Revise")
                .write("Why", "It works; say who stands in at night.")
                .press("Say the result");
        ana.waitFor("The result is said").follow("To the draft, change 2");
        ana.waitFor("Nobody has sent this yet");
    }

    private void report(Window who, String place, String before, String after, String keep) {
        who.go(HERE + "/handbook/welcome/answering-visitors").follow("I tried this");
        who.write("Where did you try it?", place)
                .write("When?", today().toString())
                .write("Before", before)
                .write("After", after);
        who.write("What happened?", "Two of us took turns, and nobody waited.").choose(keep);
        who.press("Report it").waitFor("Your trial counts now");
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "");
        pages.put("mission", "/mission");
        pages.put("mission-versions", "/mission/versions");
        pages.put("ideas", "/ideas");
        pages.put("idea", "/ideas/1");
        pages.put("idea-adopted", "/ideas/2");
        pages.put("idea-versions", "/ideas/2/versions");
        pages.put("compose", "/ideas/new");
        pages.put("pledges", "/ideas/2/pledges");
        pages.put("contributions", "/ideas/2/contributions");
        pages.put("to-confirm", "/contributions");
        pages.put("contribution", "/contributions/1");
        pages.put("comment", "/comments/1");
        pages.put("projects", "/projects");
        pages.put("project", "/projects/1");
        pages.put("handbook", "/handbook");
        pages.put("page", "/handbook/welcome/answering-visitors");
        pages.put("page-edit", "/handbook/welcome/answering-visitors?edit");
        pages.put("page-new", "/handbook?new");
        pages.put("page-history", "/handbook/welcome/answering-visitors?history");
        pages.put("changes", "/changes");
        pages.put("change", "/changes/1");
        pages.put("change-draft", "/changes/2");
        pages.put("stewards", "/stewards");
        pages.put("results", "/results");
        pages.put("practice", "/results/1");
        pages.put("trial", "/trials/1");
        pages.put("trial-form", "/results/1/trials");
        pages.put("verdict", "/verdicts/1");
        pages.put("people", "/people");
        pages.put("person", "/people/ana-ruiz");
        pages.put("record", "/record");
        pages.put("welcome", "/welcome");
        return pages;
    }

    @Test
    @Order(10)
    void every_page_of_a_community_is_sound_in_both_themes_at_every_width() {
        pages().forEach((name, path) -> pictures.take(ana, name, HERE + path));
        ana.go(HERE + "/record");
        pictures.take(
                ana, "entry", ana.page().locator("a[href*='/record/']").first().getAttribute("href"));
        pictures.take(ana, "nothing", HERE + "/nowhere", 404);
        pictures.take(mike, "idea-edit", HERE + "/ideas/1/edit");
        pictures.take(ana, "me", "/me");
        pictures.take(ana, "sessions", "/me/sessions");
        assertThat(pictures.faults()).isEmpty();
    }

    @Test
    @Order(11)
    void pages_for_strangers_and_operators_are_sound_too() {
        pictures.take(onlooker, "communities", "/communities");
        for (String name : new String[] {"join", "sign-in", "reset", "appearance"})
            pictures.take(onlooker, name, "/" + name);
        pictures.take(onlooker, "home-onlooker", HERE);
        pictures.take(onlooker, "idea-onlooker", HERE + "/ideas/1");
        pictures.take(olga, "admin", "/admin");
        pictures.take(olga, "found", "/communities/new");
        assertThat(pictures.faults()).isEmpty();
    }

    @Test
    @Order(12)
    void so_is_a_community_with_nothing_in_it() {
        pictures.take(olga, "empty-home", "/quiet-corner");
        for (String name : new String[] {"ideas", "projects", "changes", "handbook", "results", "mission/edit"})
            pictures.take(olga, "empty-" + name.replace('/', '-'), "/quiet-corner/" + name);
        assertThat(pictures.faults()).isEmpty();
    }

    @Test
    @Order(13)
    void so_is_one_with_the_longest_names_arabic_and_hundreds_of_comments() {
        new Crowd(people, founding, communities, ideas, discussions, "olga@example.org").gather();
        String crowd = "/" + Crowd.SLUG;
        pictures.take(olga, "crowd-home", crowd);
        pictures.take(olga, "crowd-ideas", crowd + "/ideas");
        pictures.take(olga, "crowd-arabic", crowd + "/ideas/31");
        pictures.take(olga, "crowd-comments", crowd + "/ideas/32");
        pictures.take(olga, "crowd-people", crowd + "/people");
        pictures.take(olga, "crowd-record", crowd + "/record");
        assertThat(pictures.faults()).isEmpty();
    }

    @Test
    @Order(14)
    void pages_fit_where_words_are_half_as_long_again_and_all_of_them_come_from_the_messages() {
        speak(PseudoLanguages.LONG);
        shapes().forEach((name, path) -> {
            pictures.check(ana, "long-" + name, HERE + path);
            List<?> english = (List<?>) ana.page().evaluate(PLAIN_ENGLISH);
            assertThat(english)
                    .as("words on %s that no translation reaches", path)
                    .isEmpty();
        });
        assertThat(pictures.faults()).isEmpty();
    }

    @Test
    @Order(15)
    void and_from_right_to_left() {
        speak(PseudoLanguages.RIGHT_TO_LEFT);
        shapes().forEach((name, path) -> pictures.check(ana, "rtl-" + name, HERE + path));
        assertThat(ana.page().evaluate("document.documentElement.dir")).isEqualTo("rtl");
        assertThat(pictures.faults()).isEmpty();
        speak(Locale.ENGLISH);
    }

    @Test
    @Order(16)
    void and_in_spanish() {
        speak(Locale.of("es"));
        shapes().forEach((name, path) -> pictures.check(ana, "es-" + name, HERE + path));
        assertThat(ana.page().evaluate("document.documentElement.lang")).isEqualTo("es");
        assertThat(pictures.faults()).isEmpty();
        speak(Locale.ENGLISH);
    }

    /** A page of each shape. */
    private static Map<String, String> shapes() {
        Map<String, String> some = pages();
        some.keySet()
                .retainAll(Set.of(
                        "home",
                        "mission",
                        "ideas",
                        "idea",
                        "compose",
                        "project",
                        "handbook",
                        "page",
                        "page-edit",
                        "changes",
                        "change",
                        "stewards",
                        "practice",
                        "trial-form",
                        "people",
                        "person",
                        "record"));
        return some;
    }

    private void speak(Locale language) {
        ana.page()
                .context()
                .addCookies(List.of(new Cookie("lang", language.toLanguageTag()).setUrl("http://localhost:" + port)));
    }

    /** What buttons, labels, summaries and tabs say, where it is nobody's own words. */
    private static final String PLAIN_ENGLISH = """
            [...document.querySelectorAll('button, label, summary, legend, th, nav a, .btn')]
                .filter(e => !e.closest('[dir=auto], [lang]') && !e.querySelector('[dir=auto], bdi, code'))
                .map(e => e.innerText.trim()).filter(text => /[A-Za-z]{3}/.test(text))
            """;
}
