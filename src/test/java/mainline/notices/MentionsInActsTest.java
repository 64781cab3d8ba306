package mainline.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.changes.Change;
import mainline.changes.Proposal;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.concerns.Concerns;
import mainline.concerns.Rounds;
import mainline.concerns.Word;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.Question;
import mainline.effort.Contributions;
import mainline.effort.EffortKind;
import mainline.effort.Efforts;
import mainline.effort.Hours;
import mainline.effort.Promise;
import mainline.effort.Work;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.platform.Jobs;
import mainline.platform.TestErrands;
import mainline.projects.Conveners;
import mainline.projects.Measure;
import mainline.projects.Plans;
import mainline.results.Practices;
import mainline.results.Report;
import mainline.results.Trial;
import mainline.results.Trials;
import mainline.results.Verdict;
import mainline.results.Verdicts;
import mainline.review.Reviews;
import mainline.stewardship.Nominations;
import mainline.stewardship.Recalls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom the reasons, reports and notes mention that come with an act. */
@MainlineTest
class MentionsInActsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final Notices notices;
    private final Decisions decisions;
    private final Concerns concerns;
    private final Rounds rounds;
    private final Nominations nominations;
    private final Recalls recalls;
    private final Contributions contributions;
    private final Efforts efforts;
    private final Ideas ideas;
    private final Plans plans;
    private final Conveners conveners;
    private final Proposals proposals;
    private final Reviews reviews;
    private final Practices practices;
    private final Trials trials;
    private final Verdicts verdicts;
    private final People people;
    private final Communities communities;
    private final Jobs jobs;
    private final TestErrands late;
    private final TestClock clock;
    private final Village village;

    MentionsInActsTest(
            Notices notices,
            Decisions decisions,
            Concerns concerns,
            Rounds rounds,
            Nominations nominations,
            Recalls recalls,
            Contributions contributions,
            Efforts efforts,
            Ideas ideas,
            Plans plans,
            Conveners conveners,
            Proposals proposals,
            Reviews reviews,
            Practices practices,
            Trials trials,
            Verdicts verdicts,
            People people,
            Communities communities,
            Jobs jobs,
            TestErrands late,
            TestClock clock,
            Village village) {
        this.notices = notices;
        this.decisions = decisions;
        this.concerns = concerns;
        this.rounds = rounds;
        this.nominations = nominations;
        this.recalls = recalls;
        this.contributions = contributions;
        this.efforts = efforts;
        this.ideas = ideas;
        this.plans = plans;
        this.conveners = conveners;
        this.proposals = proposals;
        this.reviews = reviews;
        this.practices = practices;
        this.trials = trials;
        this.verdicts = verdicts;
        this.people = people;
        this.communities = communities;
        this.jobs = jobs;
        this.late = late;
        this.clock = clock;
        this.village = village;
    }

    @BeforeEach
    @AfterEach
    void the_clock_stands_again() {
        clock.reset();
    }

    /** What somebody does with the text they typed. */
    private interface Act {
        void with(String text);
    }

    private String at(PersonId person) {
        return "@" + people.get(person).handle();
    }

    /** So many that have just come. */
    private List<PersonId> crowd(int size) {
        List<PersonId> crowd = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            PersonId person = people.bring("Crowd Member", null).id();
            communities.join(village.community.id(), person);
            crowd.add(person);
        }
        return crowd;
    }

    private List<Told> mentions(PersonId person) {
        late.run();
        return notices.of(person, 0, 99).items().stream()
                .filter(told -> told.text().key().equals("mention.told"))
                .toList();
    }

    /** It is refused beside that field when it mentions too many; whoever it mentions is led to where it is read. */
    private void tells(String field, Subject.Kind where, Act act) {
        List<PersonId> many = crowd(11);
        String all = String.join(" ", many.stream().map(this::at).toList());
        Refused refused = catchThrowableOfType(Refused.class, () -> act.with(all));
        assertThat(refused).as(field).isNotNull();
        assertThat(refused.problems()).containsOnlyKeys(field);
        assertThat(refused.problems().get(field)).extracting("key").isEqualTo("mention.too-many");
        PersonId one = many.getFirst();
        act.with("As " + at(one) + " said.");
        assertThat(mentions(one)).singleElement().satisfies(told -> {
            assertThat(told.subject().kind()).isEqualTo(where);
            assertThat(told.text().gaps().toString()).contains("As " + at(one) + " said.");
        });
        assertThat(mentions(many.getLast())).isEmpty();
    }

    private Subject asked(Method method) {
        Question question =
                Question.of("We meet on Thursdays", method, clock.instant().plus(Duration.ofDays(4)));
        return decisions
                .open(village.ada, question.reviewedOn(TODAY.plusDays(90)))
                .subject();
    }

    @Test
    void what_is_said_of_a_concern() {
        clock.advance(Duration.ofDays(2));
        Subject intent = asked(Method.LAZY_CONSENSUS);
        tells("harm", Subject.Kind.DECISION, text -> concerns.raise(village.ben, intent, text, 0, null));
        tells("text", Subject.Kind.DECISION, text -> concerns.answer(village.ada, intent, 1, text));
        tells("text", Subject.Kind.DECISION, text -> concerns.reply(village.ben, intent, 1, text));
        tells("text", Subject.Kind.DECISION, text -> concerns.resolve(village.ben, intent, 1, text));
        concerns.raise(village.cleo, intent, "It rains.", 0, null);
        concerns.answer(village.ada, intent, 2, "Then we meet inside.");
        tells("text", Subject.Kind.DECISION, text -> concerns.stand(village.cleo, intent, 2, text));
    }

    @Test
    void an_objection_and_what_is_changed_in_it() {
        clock.advance(Duration.ofDays(2));
        Subject round = asked(Method.CONSENT);
        for (String phase : List.of("CLARIFY", "REACT", "AMEND")) rounds.moveOn(village.ada, round, phase);
        tells("text", Subject.Kind.DECISION, text -> rounds.say(village.ben, round, 1, Word.Kind.OBJECTION, text));
        String dov = at(village.dov.person());
        rounds.say(village.ben, round, 1, Word.Kind.OBJECTION, dov + " cannot come.");
        rounds.say(village.ben, round, 1, Word.Kind.OBJECTION, dov + " can never come.");
        assertThat(mentions(village.dov.person())).hasSize(1);
    }

    @Test
    void what_came_of_a_decision_and_is_said_better_later() {
        Subject decision = asked(Method.SHOW_OF_HANDS);
        clock.advance(Duration.ofDays(5));
        jobs.run("decisions.close");
        tells("statement", Subject.Kind.DECISION, text -> decisions.conclude(village.ada, decision, text));
        decisions.conclude(village.ada, decision, at(village.dov.person()) + " begins.");
        decisions.conclude(village.ada, decision, at(village.dov.person()) + " begins in May.");
        assertThat(mentions(village.dov.person())).hasSize(1);
    }

    @Test
    void why_somebody_is_put_forward_once_they_said_yes() {
        var nominee = new Member(village.community.id(), crowd(1).getFirst());
        clock.advance(Duration.ofDays(100));
        PersonId cleo = village.cleo.person();
        String many = String.join(" ", crowd(11).stream().map(this::at).toList());
        assertRefused("reason", () -> nominations.nominate(village.ada, "", nominee.person(), many, ""));
        assertRefused("interest", () -> nominations.nominate(village.ada, "", nominee.person(), "Kind", many));
        var asked = nominations.nominate(village.ada, "", nominee.person(), at(cleo) + " trusts them", "");
        assertThat(mentions(cleo)).as("nobody hears of it before they answered").isEmpty();
        nominations.accept(nominee, asked.subject());
        assertThat(mentions(cleo)).hasSize(1);
    }

    @Test
    void why_the_community_is_asked_whether_a_steward_goes_on() {
        tells("reason", Subject.Kind.DECISION, text -> recalls.ask(village.ben, "", village.ada.person(), text));
    }

    private static void assertRefused(String field, Runnable act) {
        Refused refused = catchThrowableOfType(Refused.class, act::run);
        assertThat(refused).as(field).isNotNull();
        assertThat(refused.problems()).containsOnlyKeys(field);
    }

    @Test
    void work_trials_and_verdicts() {
        Idea idea = village.anIdeaNeeding(Map.of(EffortKind.DO, Hours.of(2)));
        efforts.pledge(village.ada, idea.subject(), new Promise(EffortKind.DO, Hours.of(2), TODAY));
        tells(
                "what",
                Subject.Kind.CONTRIBUTION,
                text -> contributions.log(village.ben, idea.subject(), work(text, "")));
        tells(
                "evidence",
                Subject.Kind.CONTRIBUTION,
                text -> contributions.log(village.ben, idea.subject(), work("Built another", text)));
        Subject project = ((Idea.Adopted) ideas.get(idea.subject()).state()).project();
        conveners.take(village.ada, project);
        plans.set(village.ada, project, List.of(new Measure("Seats", "", "0", "2")), TODAY.plusDays(30), "");
        Change change = proposals.propose(
                village.ben, new Proposal("seats.md", "", "# Seats\n\nSit.\n", "Say it", "It works.", "", project));
        reviews.approve(village.ada, change.subject(), change.version(), "");
        reviews.merge(village.ada, change.subject());
        Subject practice =
                practices.at(village.community.id(), "seats.md").orElseThrow().subject();
        tells("happened", Subject.Kind.TRIAL, text -> trials.report(village.cleo, practice, report(text)));
        clock.advance(Duration.ofDays(31));
        jobs.run("open-evaluations");
        tells(
                "reason",
                Subject.Kind.VERDICT,
                text -> verdicts.give(village.ada, project, Verdict.Choice.KEEP, text, "", 0, Locale.ENGLISH));
    }

    private static Work work(String what, String evidence) {
        return new Work(EffortKind.DO, Hours.of(1), TODAY, what, evidence);
    }

    private static Report report(String happened) {
        return new Report("Here", TODAY, "", "", happened, Trial.Keep.YES);
    }

    @Test
    void whoever_asked_hears_once_of_a_concern_that_mentions_them() {
        clock.advance(Duration.ofDays(2));
        Subject intent = asked(Method.LAZY_CONSENSUS);
        late.run();
        int before = notices.of(village.ada.person(), 0, 99).items().size();
        concerns.raise(village.ben, intent, at(village.ada.person()) + " is away then.", 0, null);
        assertThat(mentions(village.ada.person())).hasSize(1);
        assertThat(notices.of(village.ada.person(), 0, 99).items()).hasSize(before + 1);
    }
}
