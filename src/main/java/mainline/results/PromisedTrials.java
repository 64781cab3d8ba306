package mainline.results;

import java.util.List;
import mainline.community.Member;
import mainline.effort.EffortKind;
import mainline.effort.Efforts;
import mainline.effort.Pledge;
import mainline.kernel.Subject;
import org.springframework.stereotype.Component;

/** Practices of work that a member promised to test or implement, and has not reported on. */
@Component
class PromisedTrials {
    private final PracticeStore practices;
    private final Efforts efforts;

    PromisedTrials(PracticeStore practices, Efforts efforts) {
        this.practices = practices;
        this.efforts = efforts;
    }

    List<Practice> of(Member member, int most) {
        List<Long> ideas = efforts.pledgesOf(member.community(), member.person(), 100).stream()
                .filter(pledge -> pledge.kind() == EffortKind.TEST || pledge.kind() == EffortKind.IMPLEMENT)
                .map(Pledge::idea)
                .map(Subject::number)
                .distinct()
                .toList();
        return ideas.isEmpty() ? List.of() : practices.untried(member.community(), ideas, member.person(), most);
    }
}
