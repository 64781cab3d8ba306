package mainline.mission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mainline.community.Member;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a community is for, in versions. */
@Component
public class Mission {
    static final int MOST_CLAUSES = 20;

    private final MissionStore store;
    private final PublicRecord record;
    private final Clock clock;
    private final Cache<CommunityId, MissionText> current = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofSeconds(5))
            .build();

    Mission(MissionStore store, PublicRecord record, Clock clock) {
        this.store = store;
        this.record = record;
        this.clock = clock;
    }

    /** The newest version; may be a few seconds old when another process has just published one. */
    public MissionText current(CommunityId community) {
        return current.get(community, this::read);
    }

    private MissionText read(CommunityId community) {
        return store.current(community).orElseThrow(() -> new Missing("mission"));
    }

    public Optional<MissionText> version(CommunityId community, int version) {
        return store.version(community, version);
    }

    /** The clause of that number in the newest version. */
    public Optional<Clause> clause(CommunityId community, int number) {
        return current(community).clauses().stream()
                .filter(clause -> clause.number() == number)
                .findFirst();
    }

    /** Until missions are ratified by a vote, whoever published the first version publishes the next. */
    public boolean mayPublish(CommunityId community, PersonId person) {
        return store.version(community, 1)
                .map(first -> first.by().equals(person))
                .orElse(false);
    }

    /** The first version: the statement stands as clause M1 as well, so that ideas have something to serve. */
    @Transactional
    public void begin(CommunityId community, String statement, PersonId founder) {
        new Refused.Check().text(statement, "statement", 300).orRefuse();
        publish(community, 1, statement, List.of(new Clause(1, statement.strip())), founder);
    }

    /**
     * Publishes the next version.
     *
     * @param base the version the author had in front of them
     * @param clauses kept clauses with their numbers; a clause of number 0 is new and gets the next number
     * @throws Refused when a text is empty or too long, or when the mission has moved on since
     */
    @Transactional
    public MissionText revise(Member member, int base, String statement, List<Clause> clauses) {
        CommunityId community = member.community();
        if (!mayPublish(community, member.person())) throw Refused.because("", "mission.not-yours");
        Refused.Check check = new Refused.Check().text(statement, "statement", 300);
        check.that(!clauses.isEmpty(), "clause-new", "mission.no-clause");
        check.that(clauses.size() <= MOST_CLAUSES, "clause-new", "mission.many-clauses", MOST_CLAUSES);
        for (Clause clause : clauses)
            check.text(clause.text(), clause.number() == 0 ? "clause-new" : "clause-" + clause.number(), 500);
        check.orRefuse();
        int last = store.lastClause(community);
        List<Clause> numbered = new ArrayList<>();
        for (Clause clause : clauses)
            numbered.add(new Clause(
                    clause.number() == 0 ? ++last : clause.number(),
                    clause.text().strip()));
        return publish(community, base + 1, statement, numbered, member.person());
    }

    private MissionText publish(
            CommunityId community, int version, String statement, List<Clause> clauses, PersonId by) {
        MissionText text = new MissionText(version, statement.strip(), clauses, clock.instant(), by);
        if (!store.add(community, text)) throw Refused.because("", "mission.moved-on");
        record.add(Act.by(
                by,
                "mission.published",
                new Subject(community, Subject.Kind.MISSION, version),
                text.statement(),
                "" + version));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                current.invalidate(community);
            }
        });
        return text;
    }
}
