package mainline.exchange;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.community.Visibility;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.Areas;
import mainline.handbook.HandbookImport;
import mainline.handbook.Signatures;
import mainline.handbook.Stewards;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.mission.Founding;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.eclipse.jgit.lib.PersonIdent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Handbooks that begin from another's and keep the link. */
@Component
public class Forks {
    /** Says who oversees what in one community, and so goes to no other. */
    static final String OWN = Areas.FILE;

    static final int FARTHEST = 1000;
    private static final int MOST_FORKS = 50;

    private final ForkStore store;
    private final Communities communities;
    private final Founding founding;
    private final HandbookImport imports;
    private final Stewards stewards;
    private final GitRepositories repositories;
    private final Signatures signatures;
    private final PublicRecord record;
    private final Clock clock;

    Forks(
            ForkStore store,
            Communities communities,
            Founding founding,
            HandbookImport imports,
            Stewards stewards,
            GitRepositories repositories,
            Signatures signatures,
            PublicRecord record,
            Clock clock) {
        this.store = store;
        this.communities = communities;
        this.founding = founding;
        this.imports = imports;
        this.stewards = stewards;
        this.repositories = repositories;
        this.signatures = signatures;
        this.record = record;
        this.clock = clock;
    }

    public Optional<Fork> find(CommunityId community) {
        return store.find(community);
    }

    /** Where a handbook began, as far as this person may know of it; null for whoever is not known. */
    public Optional<Community> origin(Fork fork, @Nullable PersonId viewer) {
        return seen(fork.origin(), viewer);
    }

    /** The communities that began from this one's handbook, as far as this person may know of them, newest first, at most fifty. */
    public List<Community> of(CommunityId origin, @Nullable PersonId viewer) {
        return store.of(origin, MOST_FORKS).stream()
                .flatMap(fork -> seen(fork.community(), viewer).stream())
                .toList();
    }

    Optional<Community> seen(CommunityId community, @Nullable PersonId viewer) {
        return communities.find(community).filter(found -> communities.isSeen(found, viewer));
    }

    /** Whether this member may begin this handbook from another. */
    public boolean mayBegin(Member member) {
        return stewards.oversees(member.community(), member.person(), "")
                && store.find(member.community()).isEmpty()
                && !imports.isBegun(member.community());
    }

    /**
     * Founds a community whose handbook begins from another's.
     *
     * @throws Refused for the fields of a founding, or as a whole
     */
    @Transactional
    public Community found(
            Community origin, String name, String statement, String zone, Visibility visibility, PersonId by) {
        Community fork = founding.found(name, "", zone, statement, visibility, by);
        begin(new Member(fork.id(), by), origin);
        return fork;
    }

    /**
     * Brings the handbook of another community in, with its whole history, in the place of one that nobody has worked on. Who
     * oversees what there has no right here by it.
     *
     * @throws Refused for {@code origin}, or as a whole
     */
    @Transactional
    public Fork begin(Member by, Community from) {
        Community into = communities.find(by.community()).orElseThrow();
        Community origin = communities.find(from.id()).orElseThrow();
        check(by, into, origin);
        PersonIdent signed = signatures.of(by.community(), by.person(), clock.instant());
        HandbookImport.Copied copied = imports.copy(origin.id(), into, signed);
        Fork fork = new Fork(
                into.id(),
                origin.id(),
                copied.common(),
                copied.own(),
                edition(into, copied),
                copied.common(),
                by.person(),
                clock.instant());
        store.add(fork);
        tell(by, into, origin);
        return fork;
    }

    private void check(Member by, Community into, Community origin) {
        new Refused.Check()
                .that(!origin.id().equals(into.id()), "origin", "fork.itself")
                .that(communities.isSeen(origin, by.person()), "origin", "fork.unknown")
                .that(!origin.isForMembersOnly() || into.isForMembersOnly(), "origin", "fork.closed")
                .that(stewards.oversees(into.id(), by.person(), ""), "", "fork.steward-only")
                .that(store.find(into.id()).isEmpty(), "", "handbook.begun")
                .orRefuse();
    }

    private String edition(Community into, HandbookImport.Copied copied) {
        try (GitRepository git = repositories.open(into.id())) {
            return git.history().tags(copied.common()).stream().findFirst().orElse("");
        }
    }

    private void tell(Member by, Community into, Community origin) {
        boolean closed = origin.isForMembersOnly();
        record.add(Act.by(
                by.person(),
                closed ? ExchangeVerb.HANDBOOK_BEGUN_ELSEWHERE : ExchangeVerb.HANDBOOK_FORKED,
                new Subject(into.id(), Subject.Kind.AREA, 0),
                into.name(),
                closed ? "" : origin.name()));
    }
}
