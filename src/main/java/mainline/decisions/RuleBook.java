package mainline.decisions;

import java.time.Clock;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What each community has agreed about deciding, in versions. A decision keeps the terms it was opened with. */
@Component
public class RuleBook {
    private final RuleStore store;
    private final PublicRecord record;
    private final Clock clock;

    RuleBook(RuleStore store, PublicRecord record, Clock clock) {
        this.store = store;
        this.record = record;
        this.clock = clock;
    }

    /** The usual ones as long as nothing else was adopted. */
    public Rules current(CommunityId community) {
        return store.current(community).orElseGet(Rules::usual);
    }

    /** 0 for the usual rules, then counted from 1. */
    public int version(CommunityId community) {
        return store.version(community);
    }

    /**
     * Puts rules in force for what is opened from now on.
     *
     * @param by the decision that adopted them, if there was one
     */
    @Transactional
    public void adopt(CommunityId community, Rules rules, @Nullable Subject by) {
        int version = store.version(community) + 1;
        store.add(community, version, rules, by, clock.instant());
        Subject about = by == null ? new Subject(community, Subject.Kind.COMMUNITY, 0) : by;
        record.add(Act.byItself("decision.rules-adopted", about, "", String.valueOf(version)));
    }
}
