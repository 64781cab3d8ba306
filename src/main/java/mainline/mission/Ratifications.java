package mainline.mission;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import mainline.community.Calendar;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.community.Standing;
import mainline.decisions.Decision;
import mainline.decisions.DecisionClosed;
import mainline.decisions.DecisionWithdrawn;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.Question;
import mainline.decisions.RuleBook;
import mainline.decisions.WallClock;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import mainline.record.Verb;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ratifying a version of the charter by a vote: one at a time, and all that it says holds from the moment the vote is over. */
@Component
public class Ratifications {
    private static final int LOOK_BACK = 50;

    private final MissionStore store;
    private final Mission mission;
    private final Supersession supersession;
    private final Decisions decisions;
    private final RuleBook rules;
    private final Standing standing;
    private final Communities communities;
    private final PublicRecord record;
    private final Calendar calendar;

    Ratifications(
            MissionStore store,
            Mission mission,
            Supersession supersession,
            Decisions decisions,
            RuleBook rules,
            Standing standing,
            Communities communities,
            PublicRecord record,
            Calendar calendar) {
        this.store = store;
        this.mission = mission;
        this.supersession = supersession;
        this.decisions = decisions;
        this.rules = rules;
        this.standing = standing;
        this.communities = communities;
        this.record = record;
        this.calendar = calendar;
    }

    /**
     * Whether a version can be put to the vote.
     *
     * @param reason why not, where there is more to say than its stage does
     */
    public record Readiness(boolean ready, @Nullable Reason reason) {}

    /** The version that is being voted on. */
    public Optional<Charter> underVote(CommunityId community) {
        return store.open(community).flatMap(vote -> store.version(community, vote.version()));
    }

    /** @param viewer null for somebody who is not a member */
    Readiness readiness(@Nullable Member viewer, Charter charter) {
        CommunityId community = charter.subject().community();
        if (!(charter.stage() instanceof CharterStage.Draft)
                && !(charter.stage() instanceof CharterStage.Proposed proposed && !proposed.overtaken()))
            return new Readiness(false, null);
        if (store.open(community).isPresent()) return new Readiness(false, Reason.of("mission.one-vote"));
        if (viewer == null) return new Readiness(false, Reason.of("mission.members-only"));
        int needed = rules.current(community).opens(Method.SHOW_OF_HANDS, true);
        if (standing.level(community, viewer.person()) < needed)
            return new Readiness(false, Reason.of("mission.not-yet"));
        return new Readiness(true, null);
    }

    /**
     * Puts a version to the vote: a show of hands with the quorum and the ratio that the rules ask for a mission.
     *
     * @param question in the words of whoever asks; it should name the version
     * @param talkDays before the ballot opens
     * @param days from then on until it ends, at this time of the community's day; sooner when everybody has voted
     * @throws Refused for {@code question}, {@code background}, {@code talk}, {@code days}, or as a whole when the version cannot be put to
     *     the vote or the member may not do it yet
     */
    @Transactional
    public Decision open(Member by, int version, String question, String background, int talkDays, int days) {
        CommunityId community = by.community();
        store.hold(community);
        Charter charter = store.version(community, version).orElseThrow(() -> new Missing("version " + version));
        if (store.open(community).isPresent()) throw Refused.because("", "mission.one-vote");
        mustBeOpen(charter.stage());
        int barred = rules.current(community).waits().barredDays();
        if (wasTurnedDown(charter, calendar.now().minus(Duration.ofDays(barred))))
            throw Refused.because("", "mission.barred", barred);
        Decision decision = decisions.open(
                by,
                asked(charter, question, background, end(community, talkDays, days))
                        .announced(talkDays));
        store.open(decision.subject(), version, calendar.now(), by.person());
        record.add(Act.by(
                by.person(),
                MissionVerb.RATIFICATION_OPENED,
                charter.subject(),
                charter.text().statement(),
                "" + version));
        return decision;
    }

    private static void mustBeOpen(CharterStage stage) {
        switch (stage) {
            case CharterStage.Draft draft -> {}
            case CharterStage.Proposed proposed -> {
                if (proposed.overtaken()) throw Refused.because("", "mission.overtaken");
            }
            case CharterStage.InRatification done -> throw Refused.because("", "mission.one-vote");
            case CharterStage.Ratified done -> throw Refused.because("", "mission.not-open");
            case CharterStage.Superseded done -> throw Refused.because("", "mission.not-open");
            case CharterStage.TurnedDown done -> throw Refused.because("", "mission.not-open");
        }
    }

    private static Question asked(Charter charter, String question, String background, Instant ends) {
        return Question.of(question, Method.SHOW_OF_HANDS, ends)
                .explained(background)
                .about(charter.subject())
                .untilAllVoted();
    }

    /** For how long a version is talked about before it is voted on, where nobody says otherwise. */
    int usualTalkDays(CommunityId community) {
        return calendar.isYoung(community)
                ? 0
                : rules.current(community).waits().talkDays();
    }

    private Instant end(CommunityId community, int talkDays, int days) {
        if (talkDays < 0 || talkDays > 30) throw Refused.because("talk", "mission.days", 0, 30);
        if (days < 1 || days > 60) throw Refused.because("days", "mission.days", 1, 60);
        return WallClock.later(calendar.now(), talkDays + days, calendar.zone(community));
    }

    private boolean wasTurnedDown(Charter charter, Instant since) {
        return store.before(charter.subject().community(), charter.version(), LOOK_BACK).stream()
                .anyMatch(other -> other.stage() instanceof CharterStage.TurnedDown no
                        && no.at().isAfter(since)
                        && other.saysTheSameAs(charter));
    }

    @EventListener
    void closed(DecisionClosed closed) {
        MissionStore.Ratification vote = vote(closed.about(), closed.decision());
        if (vote == null) return;
        CommunityId community = closed.decision().community();
        Charter before = store.current(community).orElseThrow(() -> new Missing("mission"));
        Charter charter = store.version(community, vote.version()).orElseThrow();
        store.settle(
                vote.decision(),
                closed.passed() ? MissionStore.Outcome.RATIFIED : MissionStore.Outcome.TURNED_DOWN,
                calendar.now());
        Verb verb = closed.passed() ? MissionVerb.RATIFIED : MissionVerb.TURNED_DOWN;
        record.add(Act.byItself(verb, charter.subject(), charter.text().statement(), "" + charter.version()));
        if (closed.passed()) putInForce(before, charter, closed.decision());
        mission.forget(community);
    }

    private void putInForce(Charter before, Charter charter, Subject decision) {
        CommunityId community = decision.community();
        Set<Integer> changed = charter.clausesChangedSince(before);
        supersession.note(community, charter.version(), changed);
        Community was = communities.find(community).orElseThrow();
        if (!charter.name().equals(was.name()) || !charter.tagline().equals(was.tagline())) {
            communities.rename(community, charter.name(), charter.tagline());
            if (!charter.name().equals(was.name()))
                record.add(Act.byItself(
                        MissionVerb.COMMUNITY_RENAMED,
                        new Subject(community, Subject.Kind.COMMUNITY, 0),
                        charter.name(),
                        was.name()));
        }
        if (charter.visibility() != null) communities.show(community, charter.visibility(), null);
        if (charter.rules() != null) rules.adopt(community, charter.rules(), decision);
    }

    @EventListener
    void withdrawn(DecisionWithdrawn withdrawn) {
        MissionStore.Ratification vote = vote(withdrawn.about(), withdrawn.decision());
        if (vote == null) return;
        store.settle(vote.decision(), MissionStore.Outcome.WITHDRAWN, calendar.now());
        mission.forget(withdrawn.decision().community());
    }

    /** The vote that is going on, if this is the one; anybody may decide other things about the mission. */
    private MissionStore.@Nullable Ratification vote(@Nullable Subject about, Subject decision) {
        if (about == null || about.kind() != Subject.Kind.MISSION) return null;
        store.hold(decision.community());
        return store.open(decision.community())
                .filter(vote -> vote.decision().equals(decision))
                .orElse(null);
    }
}
