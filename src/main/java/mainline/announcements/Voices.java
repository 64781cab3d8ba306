package mainline.announcements;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mainline.community.Member;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.Stage;
import mainline.handbook.Stewards;
import mainline.kernel.Subject;
import mainline.projects.Project;
import mainline.projects.Projects;
import org.springframework.stereotype.Component;

/** In whose name a member may announce something now. */
@Component
class Voices {
    /** Of more projects and decisions than these, the newest. */
    private static final int MOST = 20;

    /** So long the outcome of a decision is news. */
    private static final Duration NEWS = Duration.ofDays(30);

    private final Stewards stewards;
    private final Projects projects;
    private final Decisions decisions;
    private final AnnouncementStore store;
    private final Clock clock;

    Voices(Stewards stewards, Projects projects, Decisions decisions, AnnouncementStore store, Clock clock) {
        this.stewards = stewards;
        this.projects = projects;
        this.decisions = decisions;
        this.store = store;
        this.clock = clock;
    }

    /** What reaches most comes first. A decision whose outcome was told, or is old, is done with. */
    List<Voice> of(Member member) {
        List<Voice> voices = new ArrayList<>();
        if (stewards.oversees(member.community(), member.person(), ""))
            voices.add(new Voice.Stewards(member.community()));
        for (Project project : projects.convenedBy(member, MOST))
            voices.add(new Voice.Convener(project.subject(), project.title()));
        for (Decision decision : decisions.passed(member, MOST))
            if (isNews(decision) && store.last(decision.subject(), false).isEmpty())
                voices.add(new Voice.Asker(decision.subject(), decision.question()));
        return voices;
    }

    /** Whether this member may announce something about that. */
    boolean mayFor(Member member, Subject of) {
        return of(member).stream().anyMatch(voice -> voice.of().equals(of));
    }

    private boolean isNews(Decision decision) {
        return decision.stage() instanceof Stage.Closed closed
                && closed.at().plus(NEWS).isAfter(clock.instant());
    }
}
