package mainline.mission;

import mainline.community.Member;
import mainline.decisions.RuleBook;
import mainline.decisions.Strictness;
import mainline.kernel.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rules of deciding while they are the founder's to choose; from the first ratification on they change with the charter. */
@Component
public class FoundersRules {
    private final Mission mission;
    private final MissionStore store;
    private final RuleBook rules;

    FoundersRules(Mission mission, MissionStore store, RuleBook rules) {
        this.mission = mission;
        this.store = store;
        this.rules = rules;
    }

    /** @throws Refused as a whole when it is not the founder's to say */
    @Transactional
    public void choose(Member member, Strictness strictness) {
        store.hold(member.community());
        if (!mission.mayPublish(member.community(), member.person()))
            throw Refused.because("", "mission.strictness.by-vote");
        if (!rules.current(member.community()).equals(strictness.rules()))
            rules.adopt(member.community(), strictness.rules(), null);
    }
}
