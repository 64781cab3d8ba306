package mainline.projects;

import gg.jte.Content;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mainline.community.Here;
import mainline.discussion.DiscussionPanel;
import mainline.effort.DeliveredPanel;
import mainline.effort.GivingPanel;
import mainline.mission.Clause;
import mainline.mission.Mission;
import org.springframework.stereotype.Component;

/** What other modules show on the page of a project. */
@Component
class ProjectParts {
    private final Mission mission;
    private final GivingPanel giving;
    private final DeliveredPanel delivered;
    private final DiscussionPanel discussions;
    private final List<ProjectPanel> panels;

    ProjectParts(
            Mission mission,
            GivingPanel giving,
            DeliveredPanel delivered,
            DiscussionPanel discussions,
            List<ProjectPanel> panels) {
        this.mission = mission;
        this.giving = giving;
        this.delivered = delivered;
        this.discussions = discussions;
        this.panels = panels;
    }

    record Shown(
            Content needed,
            Content giving,
            Content picture,
            Content delivered,
            List<Content> panels,
            Content discussion) {}

    /** The part of the mission that it serves, as it reads now; none once it was let go. */
    Optional<Clause> clause(Here here, Project project) {
        return mission.clause(here.id(), project.clause());
    }

    Shown of(Here here, Project project) {
        return new Shown(
                giving.now(here, project.idea()),
                giving.of(here, project.idea()),
                giving.picture(here, project.idea()),
                delivered.of(here, project.idea()),
                panels.stream()
                        .map(panel -> panel.of(project, here))
                        .filter(Objects::nonNull)
                        .toList(),
                discussions.beside(here, project.subject()));
    }
}
