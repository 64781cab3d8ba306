package mainline.announcements;

import java.util.ArrayList;
import java.util.List;
import mainline.community.Member;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.handbook.Stewards;
import mainline.projects.Project;
import mainline.projects.Projects;
import org.springframework.stereotype.Component;

/** In whose name a member may announce something now. */
@Component
class Voices {
    /** Of more projects and decisions than these, the newest. */
    private static final int MOST = 20;

    private final Stewards stewards;
    private final Projects projects;
    private final Decisions decisions;
    private final AnnouncementStore store;

    Voices(Stewards stewards, Projects projects, Decisions decisions, AnnouncementStore store) {
        this.stewards = stewards;
        this.projects = projects;
        this.decisions = decisions;
        this.store = store;
    }

    /** What reaches most comes first. A decision whose outcome was told is done with. */
    List<Voice> of(Member member) {
        List<Voice> voices = new ArrayList<>();
        if (stewards.oversees(member.community(), member.person(), ""))
            voices.add(new Voice.Stewards(member.community()));
        for (Project project : projects.convenedBy(member, MOST))
            voices.add(new Voice.Convener(project.subject(), project.title()));
        for (Decision decision : decisions.passed(member, MOST))
            if (store.last(decision.subject(), false).isEmpty())
                voices.add(new Voice.Asker(decision.subject(), decision.question()));
        return voices;
    }
}
