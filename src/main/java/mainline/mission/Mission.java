package mainline.mission;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.community.Visibility;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a community is for, in versions. */
@Component
public class Mission {
    private static final int COMMUNITIES = 1_000;
    private static final String MISSION = "mission";

    /** @param changed the version in which a clause last became another, or went, by its number */
    private record Known(MissionText text, boolean ratified, Map<Integer, Integer> changed) {}

    private final MissionStore store;
    private final Communities communities;
    private final Supersession supersession;
    private final PublicRecord record;
    private final Clock clock;
    private final Memory memory;
    private final Kept<CommunityId, Known> current;

    Mission(
            MissionStore store,
            Communities communities,
            Supersession supersession,
            PublicRecord record,
            Clock clock,
            Memory memory) {
        this.store = store;
        this.communities = communities;
        this.supersession = supersession;
        this.record = record;
        this.clock = clock;
        this.memory = memory;
        this.current = memory.keep(COMMUNITIES, id -> id, MISSION);
    }

    /** The version that holds: the one ratified last, or the founder's newest draft where none is. */
    public MissionText current(CommunityId community) {
        return known(community).text();
    }

    /** Whether the version that holds was ratified; else it is a draft of the founder's. */
    public boolean isRatified(CommunityId community) {
        return known(community).ratified();
    }

    private Known known(CommunityId community) {
        return current.get(community, this::read);
    }

    private Known read(CommunityId community) {
        Charter charter = store.current(community).orElseThrow(() -> new Missing("mission"));
        return new Known(
                charter.text(), charter.stage() instanceof CharterStage.Ratified, supersession.changed(community));
    }

    public Optional<MissionText> version(CommunityId community, int version) {
        return store.version(community, version).map(Charter::text);
    }

    /** The clauses of the version that holds; none where there is no mission yet. */
    public List<Clause> clauses(CommunityId community) {
        try {
            return current(community).clauses();
        } catch (Missing none) {
            return List.of();
        }
    }

    /** The clause of that number in the version that holds. */
    public Optional<Clause> clause(CommunityId community, int number) {
        return clauses(community).stream()
                .filter(clause -> clause.number() == number)
                .findFirst();
    }

    /** Whether a clause reads otherwise, or is gone, since it was cited from that version. */
    public boolean isSuperseded(CommunityId community, int clause, int citedVersion) {
        return known(community).changed().getOrDefault(clause, 0) > citedVersion;
    }

    /** The founder, as long as nothing was ratified and nothing is being voted on; from then on nobody. */
    public boolean mayPublish(CommunityId community, PersonId person) {
        if (store.isRatified(community) || store.open(community).isPresent()) return false;
        return store.version(community, 1)
                .map(first -> first.text().by().equals(person))
                .orElse(false);
    }

    /** The first version; without clauses the statement stands as clause M1 as well, so that ideas have something to serve. */
    @Transactional
    public void begin(CommunityId community, String statement, List<String> clauses, PersonId founder) {
        new Refused.Check().text(statement, "statement", 300).orRefuse();
        Community founded = communities.find(community).orElseThrow(() -> new Missing("community"));
        List<String> first = clauses.isEmpty() ? List.of(statement) : clauses;
        List<Clause> numbered = first.stream().map(text -> new Clause(0, text)).toList();
        CharterDraft draft = new CharterDraft(founded.name(), founded.tagline(), statement, numbered, null, "");
        publish(community, 1, draft, founder);
    }

    /**
     * Publishes the founder's next draft.
     *
     * @param base the version the author had in front of them
     * @param clauses kept clauses with their numbers; a clause of number 0 is new and gets the next number
     * @throws Refused when a text is empty or too long, or when the mission has moved on since
     */
    @Transactional
    public MissionText revise(Member member, int base, String statement, List<Clause> clauses) {
        CommunityId community = member.community();
        store.hold(community);
        if (!mayPublish(community, member.person())) throw Refused.because("", "mission.not-yours");
        Charter before = store.current(community).orElseThrow(() -> new Missing("mission"));
        CharterDraft draft = new CharterDraft(before.name(), before.tagline(), statement, clauses, null, "");
        Refused.Check check = draft.check(store.lastClause(community));
        check.that(before.version() == base, "", "mission.moved-on").orRefuse();
        MissionText text = publish(community, store.lastVersion(community) + 1, draft, member.person());
        Charter after = store.version(community, text.version()).orElseThrow();
        supersession.note(community, text.version(), after.clausesChangedSince(before));
        return text;
    }

    /**
     * The founder says who may read the community, as long as the founder may publish; from then on a version of the charter does.
     *
     * @throws Refused as a whole when it is not the founder's to say
     */
    @Transactional
    public void show(Member member, Visibility visibility) {
        store.hold(member.community());
        if (!mayPublish(member.community(), member.person())) throw Refused.because("", "mission.visibility.by-vote");
        communities.show(member.community(), visibility, member.person());
    }

    private MissionText publish(CommunityId community, int version, CharterDraft draft, PersonId by) {
        MissionText text = store.add(community, version, version - 1, draft, clock.instant(), by);
        record.add(
                Act.by(by, MissionVerb.PUBLISHED, Charter.subject(community, version), text.statement(), "" + version));
        forget(community);
        return text;
    }

    /** What is known of the version that holds is old once this transaction is through. */
    void forget(CommunityId community) {
        memory.old(community, MISSION);
    }

    /** The clauses with numbers, new ones after the highest ever given out. */
    static List<Clause> numbered(List<Clause> clauses, int last) {
        List<Clause> numbered = new ArrayList<>();
        int next = last;
        for (Clause clause : clauses)
            numbered.add(new Clause(
                    clause.number() == 0 ? ++next : clause.number(),
                    clause.text().strip()));
        return numbered;
    }
}
