package mainline.announcements;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import mainline.Hearing;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.community.Member;
import mainline.decisions.Ballots;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.Question;
import mainline.effort.EffortKind;
import mainline.effort.Efforts;
import mainline.effort.Hours;
import mainline.effort.Promise;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.kernel.Subject;
import mainline.platform.Jobs;
import mainline.projects.Conveners;
import mainline.tally.Ballot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom announcements reach, and that they bind. Ada is the steward. */
@MainlineTest
class AnnouncementsToldTest {
    private final Announcements announcements;
    private final Ideas ideas;
    private final Efforts efforts;
    private final Conveners conveners;
    private final Decisions decisions;
    private final Ballots ballots;
    private final Jobs jobs;
    private final TestClock clock;
    private final Hearing hearing;
    private final Village village;
    private final Member ada;
    private final Member ben;
    private final Member cleo;
    private final Member dov;

    AnnouncementsToldTest(
            Announcements announcements,
            Ideas ideas,
            Efforts efforts,
            Conveners conveners,
            Decisions decisions,
            Ballots ballots,
            Jobs jobs,
            TestClock clock,
            Hearing hearing,
            Village village) {
        this.announcements = announcements;
        this.ideas = ideas;
        this.efforts = efforts;
        this.conveners = conveners;
        this.decisions = decisions;
        this.ballots = ballots;
        this.jobs = jobs;
        this.clock = clock;
        this.hearing = hearing;
        this.village = village;
        ada = village.ada;
        ben = village.ben;
        cleo = village.cleo;
        dov = village.dov;
    }

    @BeforeEach
    @AfterEach
    void the_clock_stands_again() {
        clock.reset();
    }

    private Hearing.Heard announce(Member by, Subject as, boolean urgent, Subject[] made) {
        var draft = new AnnouncementDraft("The well is closed", "Until Friday", urgent);
        return hearing.of(
                by, () -> made[0] = announcements.announce(by, as.key(), draft).subject());
    }

    private Subject stewards() {
        return new Subject(ada.community(), Subject.Kind.COMMUNITY, 0);
    }

    @Test
    void what_a_steward_announces_binds_everybody() {
        Subject[] made = new Subject[1];
        announce(ada, stewards(), false, made).bound(made[0], ben, cleo, dov).asked(made[0]);
    }

    @Test
    void what_cannot_wait_binds_everybody() {
        Subject[] made = new Subject[1];
        announce(ada, stewards(), true, made).bound(made[0], ben, cleo, dov).asked(made[0]);
    }

    @Test
    void what_a_convener_announces_binds_those_who_follow_the_project() {
        Idea idea = village.anIdeaNeeding(Map.of(EffortKind.DO, Hours.of(2)));
        efforts.pledge(ben, idea.subject(), new Promise(EffortKind.DO, Hours.of(2), LocalDate.of(2026, 5, 4)));
        Subject project = ((Idea.Adopted) ideas.get(idea.subject()).state()).project();
        conveners.take(ben, project);
        Subject[] made = new Subject[1];
        announce(ben, project, false, made).bound(made[0], ada);
    }

    @Test
    void what_comes_of_a_decision_binds_everybody() {
        clock.advance(Duration.ofDays(2));
        Subject asked = decisions
                .open(
                        ben,
                        Question.of(
                                "Shall we plant?",
                                Method.SHOW_OF_HANDS,
                                clock.instant().plus(Duration.ofDays(4))))
                .subject();
        for (Member member : new Member[] {ada, ben, cleo, dov})
            ballots.cast(
                    member,
                    asked,
                    Ballot.Hand.YES,
                    "",
                    ballots.nonce(decisions.get(asked.community(), asked.number())));
        hearing.untilNow();
        clock.advance(Duration.ofDays(5));
        jobs.run("decisions.close");
        Subject[] made = new Subject[1];
        announce(ben, asked, false, made).bound(made[0], ada, cleo, dov);
    }
}
