package mainline.mission;

import java.time.Clock;
import java.util.Optional;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.community.Visibility;
import mainline.decisions.RuleBook;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The versions of a community's charter: name, tagline, mission and rules in one document. Any member may propose one. */
@Component
public class Charters {
    private static final int MOST_KNOWN = 1_000;

    private final MissionStore store;
    private final Communities communities;
    private final RuleBook rules;
    private final PublicRecord record;
    private final Clock clock;
    private final Kept<Subject, Charter> versions;

    Charters(
            MissionStore store,
            Communities communities,
            RuleBook rules,
            PublicRecord record,
            Clock clock,
            Memory memory) {
        this.store = store;
        this.communities = communities;
        this.rules = rules;
        this.record = record;
        this.clock = clock;
        this.versions = memory.ofThings(MOST_KNOWN);
    }

    /** The version that holds. */
    public Charter current(CommunityId community) {
        return store.current(community).orElseThrow(() -> new Missing("mission"));
    }

    public Optional<Charter> find(CommunityId community, int version) {
        return versions.find(Charter.subject(community, version), () -> store.version(community, version));
    }

    /** Newest first, before that version (0 for the newest). */
    public Paged<Charter> list(CommunityId community, int before, int size) {
        int start = before <= 0 ? Integer.MAX_VALUE : before;
        return Paged.of(store.before(community, start, size + 1), size, charter -> (long) charter.version());
    }

    /**
     * Writes a version that holds only when it is ratified.
     *
     * @param base the version that held when the author began
     * @throws Refused for {@code name}, {@code tagline}, {@code statement}, {@code clause-1} and so on, {@code clause-new},
     *     {@code why}, or as a whole
     */
    @Transactional
    public Charter propose(Member author, int base, CharterDraft written) {
        CommunityId community = author.community();
        store.hold(community);
        Charter before = current(community);
        CharterDraft draft = withoutWhatHolds(community, written);
        Refused.Check check = draft.check(store.lastClause(community));
        check.that(before.version() == base, "", "mission.moved-on").orRefuse();
        int version = store.lastVersion(community) + 1;
        store.add(community, version, base, draft, clock.instant(), author.person());
        store.propose(community, version, draft.why());
        Charter proposed = store.version(community, version).orElseThrow();
        if (!proposed.differsFrom(before)) throw Refused.because("", "mission.no-difference");
        record.add(Act.by(
                author.person(),
                MissionVerb.PROPOSED,
                proposed.subject(),
                proposed.text().statement(),
                "" + version));
        return proposed;
    }

    private CharterDraft withoutWhatHolds(CommunityId community, CharterDraft draft) {
        Visibility now = communities.find(community).orElseThrow().visibility();
        return new CharterDraft(
                draft.name(),
                draft.tagline(),
                draft.statement(),
                draft.clauses(),
                rules.current(community).equals(draft.rules()) ? null : draft.rules(),
                draft.visibility() == now ? null : draft.visibility(),
                draft.why());
    }
}
