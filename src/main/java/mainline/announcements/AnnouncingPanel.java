package mainline.announcements;

import gg.jte.Content;
import mainline.community.Here;
import mainline.decisions.Decision;
import mainline.decisions.DecisionPanel;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.look.Fragments;
import mainline.projects.Project;
import mainline.projects.ProjectPanel;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the page of a project or a decision, for the one who may: the way to announce something about it. */
@Component
@Order(95)
class AnnouncingPanel implements ProjectPanel, DecisionPanel {
    record Offer(Here here, Subject of) {}

    private final Voices voices;
    private final Fragments fragments;

    AnnouncingPanel(Voices voices, Fragments fragments) {
        this.voices = voices;
        this.fragments = fragments;
    }

    @Override
    public @Nullable Content of(Project project, Here here) {
        Project.Convener convener = project.convener();
        return convener == null ? null : offer(here, convener.person(), project.subject());
    }

    @Override
    public @Nullable Content of(Decision decision, Here here) {
        return offer(here, decision.by(), decision.subject());
    }

    /** Most who look are not that person, and cost no look at the rest. */
    private @Nullable Content offer(Here here, PersonId who, Subject of) {
        return here.isMember() && here.isViewer(who) && voices.mayFor(here.member(), of)
                ? fragments.of("announcements/offer", new Offer(here, of))
                : null;
    }
}
