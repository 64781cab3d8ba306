package mainline.projects;

import java.time.Instant;
import java.util.Map;
import mainline.kernel.CommunityId;
import mainline.mission.Serving;
import org.springframework.stereotype.Component;

@Component
class ProjectsServe implements Serving {
    private final Projects projects;

    ProjectsServe(Projects projects) {
        this.projects = projects;
    }

    @Override
    public Map<Integer, Instant> latest(CommunityId community) {
        return projects.latest(community);
    }
}
