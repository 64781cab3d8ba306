package mainline.mission;

import mainline.community.Purpose;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import org.springframework.stereotype.Component;

/** The statement of the mission that holds, for who has never heard of the community. */
@Component
class StatedPurpose implements Purpose {
    private final Mission mission;

    StatedPurpose(Mission mission) {
        this.mission = mission;
    }

    @Override
    public String of(CommunityId community) {
        try {
            return mission.current(community).statement();
        } catch (Missing none) {
            return "";
        }
    }
}
