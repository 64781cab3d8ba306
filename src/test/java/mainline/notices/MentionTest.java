package mainline.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.changes.Change;
import mainline.changes.Proposal;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.community.Visibility;
import mainline.community.Why;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.Question;
import mainline.discussion.Comment;
import mainline.discussion.Discussions;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.ideas.Wording;
import mainline.kernel.Refused;
import mainline.mission.Mission;
import mainline.people.People;
import mainline.people.Person;
import mainline.platform.TestErrands;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who hears that a text mentions them. */
@MainlineTest
class MentionTest {
    private final Notices notices;
    private final Discussions discussions;
    private final Decisions decisions;
    private final Ideas ideas;
    private final Proposals proposals;
    private final Mission mission;
    private final People people;
    private final Communities communities;
    private final TestErrands late;
    private final TestClock clock;
    private final Village village;
    private final Village elsewhere;

    @LocalServerPort
    private int port;

    MentionTest(
            Notices notices,
            Discussions discussions,
            Decisions decisions,
            Ideas ideas,
            Proposals proposals,
            Mission mission,
            People people,
            Communities communities,
            TestErrands late,
            TestClock clock,
            Village village,
            Village elsewhere) {
        this.notices = notices;
        this.discussions = discussions;
        this.decisions = decisions;
        this.ideas = ideas;
        this.proposals = proposals;
        this.mission = mission;
        this.people = people;
        this.communities = communities;
        this.late = late;
        this.clock = clock;
        this.village = village;
        this.elsewhere = elsewhere;
    }

    private String at(Member member) {
        return "@" + people.get(member.person()).handle();
    }

    private List<Told> told(Member member) {
        late.run();
        return notices.of(member.person(), 0, 99).items();
    }

    /** What they hear because they are mentioned. */
    private List<Told> mentions(Member member) {
        return told(member).stream()
                .filter(told -> told.text().key().equals("mention.told"))
                .toList();
    }

    private Comment say(Member who, Idea idea, String text) {
        return discussions.say(who, idea.subject(), null, text);
    }

    private Member joined(String name) {
        Person person = people.bring(name, null);
        communities.join(village.community.id(), person.id());
        return new Member(village.community.id(), person.id());
    }

    @Test
    void whoever_a_comment_mentions_is_asked_and_led_to_it() {
        Idea idea = village.anOpenIdea();
        Comment comment = say(village.ben, idea, "What do you say, " + at(village.cleo) + "?");
        assertThat(mentions(village.cleo)).singleElement().satisfies(told -> {
            assertThat(told.why()).isEqualTo(Why.ASKED);
            assertThat(told.subject()).isEqualTo(comment.subject());
            assertThat(told.whole()).isEqualTo(idea.subject());
            assertThat(told.text().gaps().toString()).contains("Ben Ode", idea.title(), "What do you say");
        });
        assertThat(mentions(village.dov)).isEmpty();
    }

    @Test
    void whose_idea_it_is_hears_of_the_comment_once_although_it_mentions_them() {
        Idea idea = village.anOpenIdea();
        int before = told(village.ada).size();
        say(village.ben, idea, at(village.ada) + " and " + at(village.ada) + ": yes.");
        assertThat(told(village.ada)).hasSize(before + 1);
        assertThat(mentions(village.ada)).hasSize(1);
    }

    @Test
    void nobody_hears_that_they_mention_themselves() {
        say(village.ben, village.anOpenIdea(), "I, " + at(village.ben) + ", agree.");
        assertThat(mentions(village.ben)).isEmpty();
    }

    @Test
    void code_and_addresses_mention_nobody() {
        say(village.ben, village.anOpenIdea(), "`" + at(village.cleo) + "` and me" + at(village.cleo));
        assertThat(mentions(village.cleo)).isEmpty();
    }

    @Test
    void who_does_not_belong_to_the_community_hears_nothing() {
        say(village.ben, village.anOpenIdea(), at(elsewhere.cleo) + " should see this.");
        assertThat(mentions(elsewhere.cleo)).isEmpty();
        mission.show(village.ada, Visibility.MEMBERS);
        say(village.ben, village.anOpenIdea(), at(elsewhere.cleo) + " and " + at(village.cleo));
        assertThat(mentions(elsewhere.cleo)).isEmpty();
        assertThat(mentions(village.cleo)).hasSize(1);
    }

    @Test
    void an_edit_tells_only_those_it_adds_and_nobody_twice() {
        Comment comment = say(village.ben, village.anOpenIdea(), at(village.cleo));
        long number = comment.subject().number();
        discussions.edit(village.ben, number, 1, at(village.cleo) + " " + at(village.dov));
        discussions.edit(village.ben, number, 2, "Nobody.");
        discussions.edit(village.ben, number, 3, at(village.cleo) + " again");
        assertThat(mentions(village.cleo)).hasSize(1);
        assertThat(mentions(village.dov)).hasSize(1);
    }

    @Test
    void ideas_changes_and_questions_mention_too() {
        Idea idea = ideas.publish(village.ben, new Wording("Ask", "Ask " + at(village.cleo), 1, ""));
        ideas.edit(
                village.ben, idea.subject(), 1, new Wording("Ask", "Ask " + at(village.cleo) + at(village.dov), 1, ""));
        Change change = proposals.propose(
                village.ben, new Proposal("ask.md", "", "# Ask\n", "Ask", "For " + at(village.cleo), "", null));
        var question =
                Question.of("Shall we?", Method.SHOW_OF_HANDS, clock.instant().plus(Duration.ofDays(10)));
        var decision = decisions.open(village.ben, question.explained("As " + at(village.cleo) + " said."));
        assertThat(mentions(village.cleo))
                .extracting(Told::subject)
                .containsExactlyInAnyOrder(idea.subject(), change.subject(), decision.subject());
    }

    @Test
    void a_text_that_mentions_more_than_ten_people_is_refused_and_nobody_hears_of_it() {
        Idea idea = village.anOpenIdea();
        List<Member> many = new ArrayList<>();
        for (int i = 0; i < 11; i++) many.add(joined("Crowd Member"));
        String ten = String.join(" ", many.subList(0, 10).stream().map(this::at).toList());
        assertThatThrownBy(() -> say(village.ben, idea, ten + " " + at(many.getLast())))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problems()).containsOnlyKeys("text"));
        assertThat(many).allSatisfy(member -> assertThat(mentions(member)).isEmpty());
        assertThat(discussions.count(idea.subject())).isZero();
        say(village.ben, idea, ten + " " + at(village.ben) + " " + at(elsewhere.cleo));
        assertThat(many.subList(0, 10))
                .allSatisfy(member -> assertThat(mentions(member)).hasSize(1));
    }

    @Test
    void the_form_says_so_beside_the_text_and_keeps_it() {
        Person person = people.create("Rita Writer", village.community.slug() + "@example.net", "seven quiet lanterns");
        communities.join(village.community.id(), person.id());
        StringBuilder text = new StringBuilder("Come, all:");
        for (int i = 0; i < 11; i++) text.append(' ').append(at(joined("Guest Member")));
        Idea idea = village.anOpenIdea();
        Browser browser = new Browser(port)
                .signIn(village.community.slug() + "@example.net", "seven quiet lanterns")
                .get(village.community.path(idea.path()))
                .submit(village.community.path("comments"), Map.of("text", text.toString()));
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select("#f-text-problem").text()).contains("At most 10 people", "mentions 11");
        assertThat(browser.page().select("textarea[name=text]").text()).isEqualTo(text.toString());
    }
}
