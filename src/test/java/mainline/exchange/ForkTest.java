package mainline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.community.Visibility;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.GitClient;
import mainline.handbook.Handbook;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import mainline.handbook.Stewards;
import mainline.kernel.CommunityId;
import mainline.kernel.Refused;
import mainline.people.People;
import mainline.results.Practices;
import mainline.results.Report;
import mainline.results.Trial;
import mainline.results.Trials;
import mainline.review.Reviews;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** A handbook begins from another's, keeps the link, and what was learned goes both ways. */
@MainlineTest
class ForkTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final String TEXT = "# Start\n\nWe begin in silence.\n\nThen we talk.\n\nThen we eat.\n";

    private final HandbookExamples examples;
    private final Forks forks;
    private final ForkUpdates updates;
    private final Offers offers;
    private final Handbook handbook;
    private final Stewards stewards;
    private final Changes changes;
    private final Proposals proposals;
    private final Reviews reviews;
    private final Practices practices;
    private final Trials trials;
    private final Communities communities;
    private final People people;
    private final GitRepositories repositories;
    private final TransactionTemplate act;
    private final TestClock clock;

    private Founded harbour;
    private Member joaquin;
    private Founded lighthouse;
    private Member fay;
    private Member ngozi;

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    ForkTest(
            HandbookExamples examples,
            Forks forks,
            ForkUpdates updates,
            Offers offers,
            Handbook handbook,
            Stewards stewards,
            Changes changes,
            Proposals proposals,
            Reviews reviews,
            Practices practices,
            Trials trials,
            Communities communities,
            People people,
            GitRepositories repositories,
            TransactionTemplate act,
            TestClock clock) {
        this.examples = examples;
        this.forks = forks;
        this.updates = updates;
        this.offers = offers;
        this.handbook = handbook;
        this.stewards = stewards;
        this.changes = changes;
        this.proposals = proposals;
        this.reviews = reviews;
        this.practices = practices;
        this.trials = trials;
        this.communities = communities;
        this.people = people;
        this.repositories = repositories;
        this.act = act;
        this.clock = clock;
    }

    @BeforeEach
    void a_harbour_with_a_page_and_a_lighthouse_without() {
        clock.reset();
        harbour = examples.aCommunity();
        joaquin = examples.aMember(harbour, "Joaquín Pérez");
        examples.aMember(harbour, "Nobody Else");
        lighthouse = examples.aCommunity();
        fay = examples.aMember(lighthouse, "Fay Grant");
        ngozi = examples.aMember(lighthouse, "Ngozi Obi");
        merged(harbour, joaquin, "meetings/start.md", TEXT);
    }

    private Change merged(Founded in, Member author, String path, String text) {
        clock.advance(Duration.ofMinutes(10));
        Change change = proposals.propose(author, examples.aPage(in, path, text));
        merge(in, change);
        return change;
    }

    private void merge(Founded in, Change change) {
        clock.advance(Duration.ofMinutes(10));
        reviews.approve(
                in.steward(), change.subject(), changes.get(change.subject()).version(), "");
        reviews.merge(in.steward(), change.subject());
    }

    private void begin() {
        forks.begin(lighthouse.steward(), harbour.community());
    }

    private String text(Founded in, String path) {
        return handbook.text(in.community().id(), path).orElse("");
    }

    private String message(Founded in) {
        try (GitRepository git = repositories.open(in.community().id())) {
            return git.read(git.head()).getFullMessage();
        }
    }

    private void close(Founded which) {
        act.executeWithoutResult(status -> communities.show(which.community().id(), Visibility.MEMBERS, null));
    }

    private String page(Founded in, String below) {
        Browser onlooker = new Browser(port).get("/" + in.community().slug() + below);
        assertThat(onlooker.status()).as(below).isEqualTo(200);
        return onlooker.text();
    }

    private static String refusal(Refused refused) {
        return refused.problems().values().iterator().next().key();
    }

    private void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(refusal(no)).isEqualTo(key));
    }

    @Test
    void the_whole_history_comes_along_and_both_tell_of_the_other() throws Exception {
        begin();
        assertThat(forks.find(lighthouse.community().id()).orElseThrow().begun().name())
                .isEqualTo(handbook.head(harbour.community().id()));
        for (Founded each : List.of(harbour, lighthouse))
            new GitClient(folder)
                    .run(
                            folder,
                            "clone",
                            "-q",
                            "http://localhost:" + port + "/" + each.community().slug() + "/handbook.git",
                            each.community().slug());
        List<String> objects = List.of(harbour, lighthouse).stream()
                .map(each -> {
                    try {
                        return new GitClient(folder)
                                .run(folder.resolve(each.community().slug()), "rev-list", "--objects", "--all");
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
        assertThat(objects.getLast().lines())
                .containsAll(objects.getFirst().lines().toList());
        assertThat(page(lighthouse, "/handbook"))
                .contains("Begun from the handbook of " + harbour.community().name());
        assertThat(page(harbour, "/handbook"))
                .contains("Begun from this handbook: " + lighthouse.community().name());
        assertThat(page(lighthouse, "/record")).contains("began the handbook of");
        assertThat(page(lighthouse, "/handbook/meetings/start")).contains("We begin in silence.");
        refused("handbook.begun", this::begin);
    }

    @Test
    void nobody_oversees_anything_in_a_fork_because_they_do_in_its_origin() {
        String theirs = "areas:\n  - path: \"\"\n    stewards: ["
                + people.get(harbour.steward().person()).handle() + "]\n";
        act.executeWithoutResult(status -> {
            CommunityId id = harbour.community().id();
            try (GitRepository git = repositories.open(id)) {
                var head = git.head();
                var signed = git.read(head).getAuthorIdent();
                var next = git.write(head, Forks.OWN, theirs, new GitRepository.Signed(signed, signed, "Say who\n"));
                repositories.advance(id, head, next);
            }
        });
        communities.join(lighthouse.community().id(), harbour.steward().person());
        begin();
        assertThat(text(lighthouse, Forks.OWN))
                .doesNotContain(people.get(harbour.steward().person()).handle());
        assertThat(stewards.of(lighthouse.community().id()))
                .allSatisfy(steward -> assertThat(steward.person())
                        .isEqualTo(lighthouse.steward().person()));
        assertThat(updates.distance(forks.find(lighthouse.community().id()).orElseThrow())
                        .ahead())
                .isZero();
        assertThat(updates.differing(forks.find(lighthouse.community().id()).orElseThrow(), 10))
                .isEmpty();
    }

    @Test
    void only_its_stewards_begin_a_handbook_and_only_while_nobody_has_worked_on_it() {
        refused("fork.steward-only", () -> forks.begin(fay, harbour.community()));
        refused("fork.itself", () -> forks.begin(harbour.steward(), harbour.community()));
        merged(lighthouse, fay, "own.md", "# Our own\n");
        refused("handbook.begun", this::begin);
        assertThat(text(lighthouse, "own.md")).contains("Our own");
    }

    @Test
    void what_only_members_read_does_not_begin_what_everybody_reads() {
        close(harbour);
        refused("fork.unknown", this::begin);
        communities.join(harbour.community().id(), lighthouse.steward().person());
        refused("fork.closed", this::begin);
        close(lighthouse);
        begin();
        act.executeWithoutResult(
                status -> communities.show(lighthouse.community().id(), Visibility.EVERYBODY, null));
        assertThat(page(lighthouse, "/handbook")).doesNotContain("Begun from");
        assertThat(page(lighthouse, "/record"))
                .doesNotContain(harbour.community().name());
        assertThat(new Browser(port)
                        .ask("/" + lighthouse.community().slug() + "/origin")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_fork_for_members_only_stands_on_no_page_of_its_origin() {
        begin();
        close(lighthouse);
        assertThat(page(harbour, "/handbook"))
                .doesNotContain(lighthouse.community().name());
        assertThat(page(harbour, "/forks"))
                .doesNotContain(lighthouse.community().name());
    }

    @Test
    void what_the_origin_merged_since_comes_as_a_change_with_credit() {
        begin();
        merged(lighthouse, fay, "own.md", "# Our own\n");
        merged(harbour, joaquin, "meetings/start.md", TEXT.replace("eat", "dance"));
        Fork before = forks.find(lighthouse.community().id()).orElseThrow();
        assertThat(updates.distance(before)).isEqualTo(new ForkUpdates.Distance(1, 1));
        assertThat(page(lighthouse, "/origin")).contains("One new edit there", "One edit of our own", "own.md");
        Change change = updates.bringIn(ngozi, "Bring in what Harbour merged since", "From Harbour:");
        assertThat(change.author()).isEqualTo(ngozi.person());
        assertThat(change.why()).contains("- Say meetings/start.md");
        refused("fork.update-open", () -> updates.bringIn(fay, "Again", "From Harbour:"));
        merge(lighthouse, change);
        assertThat(text(lighthouse, "meetings/start.md")).contains("dance");
        assertThat(message(lighthouse)).contains("Co-authored-by: Joaquín Pérez <");
        Fork after = forks.find(lighthouse.community().id()).orElseThrow();
        assertThat(updates.distance(after).behind()).isZero();
        assertThat(updates.differing(after, 10)).containsExactly("own.md");
        refused("fork.nothing", () -> updates.bringIn(fay, "Again", "From Harbour:"));
    }

    @Test
    void both_sides_of_a_page_come_together_and_a_conflict_is_told_with_its_files() {
        begin();
        merged(lighthouse, fay, "meetings/start.md", TEXT.replace("in silence", "with a song"));
        merged(harbour, joaquin, "meetings/start.md", TEXT.replace("eat", "dance"));
        merge(lighthouse, updates.bringIn(ngozi, "Bring it in", "From Harbour:"));
        assertThat(text(lighthouse, "meetings/start.md")).contains("with a song", "dance");
        merged(harbour, joaquin, "meetings/start.md", TEXT.replace("in silence", "by candlelight"));
        assertThatThrownBy(() -> updates.bringIn(ngozi, "Again", "From Harbour:"))
                .isInstanceOfSatisfying(Refused.class, no -> {
                    assertThat(refusal(no)).isEqualTo("fork.conflict");
                    assertThat(no.problems().get("").gaps()).contains("meetings/start.md");
                });
    }

    private Change triedInTheLighthouse() {
        begin();
        Change change = merged(lighthouse, fay, "meetings/start.md", TEXT.replace("in silence", "with a song"));
        var practice = practices.declare(lighthouse.steward(), "meetings/start.md");
        LocalDate day =
                LocalDate.ofInstant(clock.instant(), lighthouse.community().zone());
        trials.report(
                ngozi, practice.subject(), new Report("Kitchen", day, "dull", "merry", "We sang.", Trial.Keep.YES));
        trials.report(fay, practice.subject(), new Report("Hall", day, "dull", "loud", "We shouted.", Trial.Keep.NO));
        return change;
    }

    private Offers.Wish wish(Change change, boolean credit, boolean tried) {
        return new Offers.Wish(
                (int) change.subject().number(), List.of(), "Begin with a song", "It made us merry.", credit, tried);
    }

    @Test
    void a_merged_change_is_offered_with_credit_and_with_how_it_was_tried() {
        Change sung = triedInTheLighthouse();
        merged(harbour, joaquin, "meetings/start.md", TEXT.replace("eat", "dance"));
        Change offered = offers.make(ngozi, wish(sung, true, true));
        assertThat(offered.subject().community()).isEqualTo(harbour.community().id());
        assertThat(offered.author()).isEqualTo(ngozi.person());
        assertThat(communities.isMember(harbour.community().id(), ngozi.person()))
                .isTrue();
        assertThat(page(harbour, "/" + offered.path()))
                .contains(
                        "It made us merry.",
                        "1 of 2 who tried it would keep it",
                        lighthouse.community().name());
        assertThat(page(lighthouse, "/" + sung.path()))
                .contains("Offered to " + harbour.community().name());
        merge(harbour, offered);
        assertThat(text(harbour, "meetings/start.md")).contains("with a song", "dance");
        assertThat(message(harbour)).contains("Co-authored-by: Fay Grant <");
        assertThat(page(lighthouse, "/record")).contains("offered Begin with a song to");
    }

    @Test
    void of_a_fork_for_members_only_others_read_the_numbers_that_were_taken_along_and_nothing_else() {
        Change sung = triedInTheLighthouse();
        close(lighthouse);
        Change silent = offers.make(ngozi, wish(sung, false, false));
        assertThat(page(harbour, "/" + silent.path()))
                .doesNotContain("Tried elsewhere", lighthouse.community().name());
        proposals.withdraw(new Member(harbour.community().id(), ngozi.person()), silent.subject());
        Change told = offers.make(ngozi, wish(sung, false, true));
        assertThat(page(harbour, "/" + told.path()))
                .contains("1 of 2 who tried it would keep it")
                .doesNotContain(lighthouse.community().name(), "Fay");
        merge(harbour, told);
        assertThat(message(harbour)).doesNotContain("Fay");
    }

    @Test
    void an_offer_that_contradicts_is_refused_with_the_files_and_leaves_nothing() {
        Change sung = triedInTheLighthouse();
        merged(harbour, joaquin, "meetings/start.md", TEXT.replace("in silence", "by candlelight"));
        refused("fork.conflict", () -> offers.make(ngozi, wish(sung, true, true)));
        assertThat(communities.isMember(harbour.community().id(), ngozi.person()))
                .isFalse();
        assertThat(changes.open(harbour.community().id(), 0, 10).items()).isEmpty();
    }

    @Test
    void chosen_pages_are_offered_from_the_page_that_shows_how_far_both_have_moved() {
        begin();
        merged(lighthouse, fay, "songs.md", "# Songs\n\nLouder.\n");
        merged(lighthouse, fay, "soup.md", "# Soup\n\nHot.\n");
        String mail = "wren" + System.nanoTime() + "@example.org";
        var wren = people.create("Wren", mail, PASSWORD);
        communities.join(lighthouse.community().id(), wren.id());
        String home = "/" + lighthouse.community().slug();
        Browser browser = new Browser(port).signIn(mail, PASSWORD).get(home + "/origin");
        assertThat(browser.text()).contains("songs.md", "soup.md");
        browser.get(home + "/origin/offers/new?page=songs.md");
        browser.submit(home + "/origin/offers", Map.of("title", ""));
        assertThat(browser.status()).isEqualTo(422);
        browser.submit(home + "/origin/offers", Map.of("title", "Songs for all"));
        assertThat(browser.path()).startsWith("/" + harbour.community().slug() + "/changes/");
        assertThat(browser.text()).contains("Songs for all", "Louder.").doesNotContain("Hot.");
        Change made = changes.open(harbour.community().id(), 0, 10).items().getFirst();
        assertThat(made.paths()).containsExactly("songs.md");
        merge(harbour, made);
        assertThat(message(harbour)).contains("Co-authored-by: Fay Grant <");
    }

    @Test
    void somebody_founds_a_community_with_another_handbook() {
        String mail = "wren" + System.nanoTime() + "@example.org";
        people.create("Wren", mail, PASSWORD);
        String forksOf = "/" + harbour.community().slug() + "/forks";
        Browser wren = new Browser(port).signIn(mail, PASSWORD).get(forksOf);
        String name = "Pier " + harbour.community().slug();
        wren.submit(forksOf, Map.of("name", name, "statement", ""));
        assertThat(wren.status()).isEqualTo(422);
        wren.submit(forksOf, Map.of("name", name, "statement", "We fish."));
        assertThat(wren.text()).contains("The handbook is here with all its history.", "meetings");
        assertThat(page(harbour, "/forks")).contains(name);
    }
}
