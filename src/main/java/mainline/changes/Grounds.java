package mainline.changes;

import mainline.chain.Chain;
import mainline.kernel.CommunityId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.mission.Mission;
import org.springframework.stereotype.Component;

/** What a change stands on: what it comes from, and the clause of the mission it serves. */
@Component
public class Grounds {
    private final Chain chain;
    private final Mission mission;

    Grounds(Chain chain, Mission mission) {
        this.chain = chain;
        this.mission = mission;
    }

    /** Notes what is wrong with the things that reasons name. */
    public Refused.Check linked(CommunityId community, Reasons reasons, Refused.Check check) {
        Subject from = reasons.from();
        return check.that(from == null || isOnChain(community, from), "from", "change.from.unknown")
                .that(isClause(community, reasons.clause()), "clause", "change.clause.unknown");
    }

    private boolean isClause(CommunityId community, int clause) {
        return clause == 0 || mission.clause(community, clause).isPresent();
    }

    private boolean isOnChain(CommunityId community, Subject from) {
        return from.community().equals(community)
                && chain.nodes(from).stream().anyMatch(node -> node.subject().equals(from));
    }

    /** The version of the mission whose clause a change names; 0 when it names none. */
    int mission(Change change) {
        return change.clause() == 0
                ? 0
                : mission.current(change.subject().community()).version();
    }
}
