package mainline.founding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.ValidHtml;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Visibility;
import mainline.decisions.RuleBook;
import mainline.decisions.Strictness;
import mainline.handbook.Areas;
import mainline.handbook.Handbook;
import mainline.handbook.HandbookImport;
import mainline.handbook.HandbookPage;
import mainline.kernel.PersonId;
import mainline.mission.Clause;
import mainline.mission.FoundingDraft;
import mainline.mission.Mission;
import mainline.people.People;
import mainline.people.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A community begins with what others of its kind have found to work, in the founder's language. */
@MainlineTest
class BeginningsTest {
    private static final String PASSWORD = "seven quiet lanterns";

    private final Beginnings beginnings;
    private final ReadyStarts starts;
    private final FirstQuestionStore questions;
    private final Mission mission;
    private final RuleBook rules;
    private final Handbook handbook;
    private final HandbookImport imports;
    private final Areas areas;
    private final Communities communities;

    private final People people;

    @LocalServerPort
    private int port;

    BeginningsTest(
            Beginnings beginnings,
            ReadyStarts starts,
            FirstQuestionStore questions,
            Mission mission,
            RuleBook rules,
            Handbook handbook,
            HandbookImport imports,
            Areas areas,
            Communities communities,
            People people) {
        this.beginnings = beginnings;
        this.starts = starts;
        this.questions = questions;
        this.mission = mission;
        this.rules = rules;
        this.handbook = handbook;
        this.imports = imports;
        this.areas = areas;
        this.communities = communities;
        this.people = people;
    }

    record Kind(Start start, Locale language) {}

    static List<Kind> everyKind() {
        List<Kind> kinds = new ArrayList<>();
        for (Start start : Start.values())
            for (String language : List.of("en", "es"))
                if (start != Start.EMPTY) kinds.add(new Kind(start, Locale.of(language)));
        return kinds;
    }

    private Community begin(Start start, Locale language, PersonId founder) {
        String name = start + " " + System.nanoTime();
        return beginnings.begin(
                new FoundingDraft(name, "", "UTC", "Everybody can grow food.", Visibility.EVERYBODY, List.of()),
                start,
                language,
                founder);
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void each_kind_has_clauses_rules_conduct_pages_stewards_and_questions(Kind kind) {
        Person founder = people.create("Fay Founder", "fay" + System.nanoTime() + "@example.org", PASSWORD);
        Community community = begin(kind.start(), kind.language(), founder.id());
        ReadyStart ready = starts.of(kind.start(), kind.language());

        List<Clause> clauses = mission.current(community.id()).clauses();
        assertThat(clauses).hasSizeBetween(3, 5);
        assertThat(clauses.getFirst().name()).isEqualTo("M1");
        assertThat(Strictness.of(rules.current(community.id()))).contains(ready.strictness());

        List<String> paths = handbook.within(community.id(), "", "", 50).stream()
                .map(HandbookPage::path)
                .toList();
        assertThat(paths).contains("README.md", "welcome.md", "conduct.md").hasSizeGreaterThan(4);
        for (String path : paths)
            assertThat(handbook.text(community.id(), path).orElseThrow())
                    .doesNotContain("{community}", "{home}", "{founder}");
        assertThat(handbook.text(community.id(), "conduct.md").orElseThrow()).contains(community.name(), "Fay Founder");
        assertThat(areas.of(community.id()).broken()).isNull();
        assertThat(areas.of(community.id()).warnings()).isEmpty();
        assertThat(areas.astray(community.id())).isEmpty();
        assertThat(areas.of(community.id()).areas())
                .hasSizeGreaterThan(1)
                .allSatisfy(area -> assertThat(area.stewards())
                        .extracting(steward -> steward.person())
                        .containsExactly(founder.id()));
        assertThat(imports.isBegun(community.id())).isFalse();
        assertThat(questions.of(community.id())).hasSize(3);
    }

    @Test
    void the_same_is_there_in_both_languages() {
        for (Start start : Start.values()) {
            if (start == Start.EMPTY) continue;
            ReadyStart english = starts.of(start, Locale.ENGLISH);
            ReadyStart spanish = starts.of(start, Locale.of("es"));
            assertThat(spanish.strictness()).isEqualTo(english.strictness());
            assertThat(spanish.clauses())
                    .hasSameSizeAs(english.clauses())
                    .doesNotContainAnyElementsOf(english.clauses());
            assertThat(spanish.pages().keySet()).isEqualTo(english.pages().keySet());
            assertThat(spanish.areas().keySet()).isEqualTo(english.areas().keySet());
            assertThat(spanish.questions())
                    .extracting(question -> question.options().size())
                    .isEqualTo(english.questions().stream()
                            .map(question -> question.options().size())
                            .toList());
        }
    }

    @Test
    void no_link_of_a_ready_page_leads_nowhere() {
        String mail = "link" + System.nanoTime() + "@example.org";
        PersonId founder = people.create("Lea Link", mail, PASSWORD).id();
        Browser lea = new Browser(port).signIn(mail, PASSWORD);
        for (Kind kind : everyKind()) {
            Community community = begin(kind.start(), kind.language(), founder);
            Set<String> links = new TreeSet<>();
            for (HandbookPage page : handbook.within(community.id(), "", "", 50)) {
                lea.get("/" + community.slug() + "/" + page.address());
                for (String link : lea.page().select(".prose a").eachAttr("href"))
                    links.add(link.replaceFirst("^http://localhost(:\\d+)?", ""));
            }
            assertThat(links).hasSizeGreaterThan(5);
            assertThat(lea.get("/" + community.slug() + "/handbook").text()).doesNotContain("nowhere");
            for (String link : links)
                assertThat(lea.get(link).status()).as(link).isEqualTo(200);
        }
    }

    @Test
    void whoever_founds_a_further_community_chooses_what_it_begins_from() {
        String mail = "further" + System.nanoTime() + "@example.org";
        people.create("Fay Founder", mail, PASSWORD);
        Browser fay = new Browser(port).with("Accept-Language", "es").signIn(mail, PASSWORD);
        fay.get("/communities/new");
        assertThat(fay.page().select("input[name=start]").eachAttr("value"))
                .containsExactly("ASSOCIATION", "PRACTICE", "COOPERATIVE", "OPEN_SOURCE", "NETWORK", "EMPTY");
        assertThat(ValidHtml.faults(fay.body())).isEmpty();
        String slug = "taller" + System.nanoTime();
        fay.submit(
                "/communities",
                Map.of("name", "Taller", "slug", slug, "statement", "Arreglar juntos.", "start", "PRACTICE"));
        Community community = communities.bySlug(slug).orElseThrow();
        assertThat(mission.current(community.id()).clauses().getFirst().text()).startsWith("Mejoramos");
        assertThat(new Browser(port).get("/" + slug + "/handbook").text()).contains("El manual de Taller");
    }

    @Test
    void nothing_is_a_choice_too() {
        PersonId founder = people.bring("Eve Empty", null).id();
        Community community = begin(Start.EMPTY, Locale.ENGLISH, founder);
        assertThat(mission.current(community.id()).clauses()).hasSize(1);
        assertThat(handbook.pageCount(community.id())).isEqualTo(1);
        assertThat(questions.of(community.id())).isEmpty();
    }
}
