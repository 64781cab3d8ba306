package mainline.stewardship;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import mainline.community.Calendar;
import mainline.community.Member;
import mainline.community.Mentions;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.Question;
import mainline.decisions.RuleBook;
import mainline.decisions.Rules;
import mainline.kernel.CommunityId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.people.People;
import org.springframework.stereotype.Component;

/** What the community is asked about its stewards, and how: a newcomer stands by silence, a recall takes a show of hands. */
@Component
class StewardQuestions {
    private final Decisions decisions;
    private final RuleBook rules;
    private final RosterFile rosterFile;
    private final People people;
    private final Mentions mentions;
    private final Calendar calendar;

    StewardQuestions(
            Decisions decisions,
            RuleBook rules,
            RosterFile rosterFile,
            People people,
            Mentions mentions,
            Calendar calendar) {
        this.decisions = decisions;
        this.rules = rules;
        this.rosterFile = rosterFile;
        this.people = people;
        this.mentions = mentions;
        this.calendar = calendar;
    }

    /** For so many days after a no, the same is not asked again. */
    int barredDays(CommunityId community) {
        return rules.current(community).waits().barredDays();
    }

    /**
     * The reason becomes the background of a question, by which those hear of it whom it mentions. What that would not take is
     * said where it is typed, and not to a nominee who says yes.
     *
     * @throws Refused for {@code reason} and {@code interest}
     */
    void check(Member by, String reason, String interest) {
        mentions.check(by, "reason", reason);
        mentions.check(by, "interest", background(by.community(), reason, interest));
    }

    String words(Nomination nomination) {
        CommunityId community = nomination.subject().community();
        return rosterFile.say(
                community,
                nomination.renewal() ? "nomination.words.again" : "nomination.words",
                people.get(nomination.nominee()).name(),
                rosterFile.name(community, nomination.area()));
    }

    /** In the name of whoever nominated. */
    Decision ask(Nomination nomination, String words) {
        CommunityId community = nomination.subject().community();
        Duration window = rules.current(community)
                .shortest(Method.LAZY_CONSENSUS, nomination.subject(), calendar.isYoung(community));
        Question question = Question.of(words, Method.LAZY_CONSENSUS, after(window))
                .about(nomination.subject())
                .explained(background(community, nomination.reason(), nomination.interest()));
        return decisions.open(new Member(community, nomination.by()), question);
    }

    private String background(CommunityId community, String reason, String interest) {
        return interest.isEmpty()
                ? reason
                : reason + "\n\n" + rosterFile.say(community, "nomination.interest-declared") + " " + interest;
    }

    Decision askRecall(Member by, Subject recall, String words, String reason) {
        Rules current = rules.current(recall.community());
        Duration shortest = current.shortest(Method.SHOW_OF_HANDS, false);
        Duration usual = Duration.ofHours(current.windows().usualHours());
        Instant ends = after(usual.compareTo(shortest) < 0 ? shortest : usual);
        Question question = Question.of(words, Method.SHOW_OF_HANDS, ends)
                .about(recall)
                .untilAllVoted()
                .explained(reason);
        return decisions.open(by, question);
    }

    private Instant after(Duration window) {
        return calendar.now().plus(window).truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
    }
}
