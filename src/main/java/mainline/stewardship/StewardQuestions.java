package mainline.stewardship;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import mainline.community.Member;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.Question;
import mainline.decisions.RuleBook;
import mainline.decisions.Rules;
import mainline.kernel.CommunityId;
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
    private final Clock clock;

    StewardQuestions(Decisions decisions, RuleBook rules, RosterFile rosterFile, People people, Clock clock) {
        this.decisions = decisions;
        this.rules = rules;
        this.rosterFile = rosterFile;
        this.people = people;
        this.clock = clock;
    }

    /** For so many days after a no, the same is not asked again. */
    int barredDays(CommunityId community) {
        return rules.current(community).waits().barredDays();
    }

    String words(Nomination nomination) {
        CommunityId community = nomination.subject().community();
        return rosterFile.say(
                nomination.renewal() ? "nomination.words.again" : "nomination.words",
                people.get(nomination.nominee()).name(),
                rosterFile.name(community, nomination.area()));
    }

    /** In the name of whoever nominated. */
    Decision ask(Nomination nomination, String words) {
        CommunityId community = nomination.subject().community();
        Duration window = rules.current(community).shortest(Method.LAZY_CONSENSUS, false);
        Question question = Question.of(words, Method.LAZY_CONSENSUS, after(window))
                .about(nomination.subject())
                .explained(background(nomination));
        return decisions.open(new Member(community, nomination.by()), question);
    }

    private String background(Nomination nomination) {
        return nomination.interest().isEmpty()
                ? nomination.reason()
                : nomination.reason() + "\n\n" + rosterFile.say("nomination.interest-declared") + " "
                        + nomination.interest();
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
        return clock.instant().plus(window).truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
    }
}
