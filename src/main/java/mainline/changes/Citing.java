package mainline.changes;

import mainline.community.Member;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.mission.Mission;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An open change says which clause of the mission it serves, as the mission stands now. */
@Component
class Citing {
    private final Changes changes;
    private final ChangeStore store;
    private final ChangeNodes nodes;
    private final Mission mission;
    private final PublicRecord record;

    Citing(Changes changes, ChangeStore store, ChangeNodes nodes, Mission mission, PublicRecord record) {
        this.changes = changes;
        this.store = store;
        this.nodes = nodes;
        this.mission = mission;
        this.record = record;
    }

    /** @throws Refused for the whole when it is closed or not theirs, for {@code clause} when there is none such */
    @Transactional
    void cite(Member author, Subject subject, int clause) {
        Change before = changes.hold(subject);
        new Refused.Check()
                .that(before.isOpen(), "", "change.closed")
                .that(before.isBy(author.person()), "", "change.not-yours")
                .that(mission.clause(author.community(), clause).isPresent(), "clause", "change.clause.unknown")
                .orRefuse();
        store.cite(subject, clause, mission.current(author.community()).version());
        nodes.put(changes.get(subject));
        record.add(Act.by(author.person(), ChangeVerb.CITED, subject, before.title(), "M" + clause));
    }
}
