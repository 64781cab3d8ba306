package mainline.exchange;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mainline.changes.Change;
import mainline.changes.ChangeMerged;
import mainline.changes.Changes;
import mainline.changes.ProposedCommits;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.community.Visibility;
import mainline.git.FileEdit;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.Areas;
import mainline.handbook.Handbook;
import mainline.handbook.HandbookImport;
import mainline.handbook.Signatures;
import mainline.handbook.Stewards;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.mission.Founding;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Handbooks that begin from another's and keep the link: how they begin, how far both have moved, and what comes over since. */
@Component
public class Forks {
    /** Says who oversees what in one community, and so goes to no other. */
    static final String OWN = Areas.FILE;

    static final int FARTHEST = 1000;
    private static final int MOST_FORKS = 50;
    private static final int MOST_TOLD = 10;
    private static final int MOST_CREDITED = 50;

    private final ForkStore store;
    private final Communities communities;
    private final Founding founding;
    private final HandbookImport imports;
    private final Handbook handbook;
    private final Stewards stewards;
    private final GitRepositories repositories;
    private final Changes changes;
    private final ProposedCommits commits;
    private final Signatures signatures;
    private final PublicRecord record;
    private final Clock clock;

    Forks(
            ForkStore store,
            Communities communities,
            Founding founding,
            HandbookImport imports,
            Handbook handbook,
            Stewards stewards,
            GitRepositories repositories,
            Changes changes,
            ProposedCommits commits,
            Signatures signatures,
            PublicRecord record,
            Clock clock) {
        this.store = store;
        this.communities = communities;
        this.founding = founding;
        this.imports = imports;
        this.handbook = handbook;
        this.stewards = stewards;
        this.repositories = repositories;
        this.changes = changes;
        this.commits = commits;
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
        new Refused.Check()
                .that(!origin.id().equals(into.id()), "origin", "fork.itself")
                .that(communities.isSeen(origin, by.person()), "origin", "fork.unknown")
                .that(!origin.isForMembersOnly() || into.isForMembersOnly(), "origin", "fork.closed")
                .that(stewards.oversees(into.id(), by.person(), ""), "", "fork.steward-only")
                .that(store.find(into.id()).isEmpty(), "", "handbook.begun")
                .orRefuse();
        PersonIdent signed = signature(by);
        HandbookImport.Copied copied = imports.copy(origin.id(), into, signed);
        String edition;
        try (GitRepository git = repositories.open(into.id())) {
            edition = git.history().tags(copied.common()).stream().findFirst().orElse("");
        }
        Fork fork = new Fork(
                into.id(),
                origin.id(),
                copied.common(),
                copied.own(),
                edition,
                copied.common(),
                by.person(),
                clock.instant());
        store.add(fork);
        record.add(Act.by(
                by.person(),
                origin.isForMembersOnly() ? ExchangeVerb.HANDBOOK_BEGUN_ELSEWHERE : ExchangeVerb.HANDBOOK_FORKED,
                new Subject(into.id(), Subject.Kind.AREA, 0),
                into.name(),
                origin.isForMembersOnly() ? "" : origin.name()));
        return fork;
    }

    /** How many commits both have made since they were the same, counted up to a thousand. */
    record Distance(int ahead, int behind) {}

    Distance distance(Fork fork) {
        try (GitRepository ours = repositories.open(fork.community());
                GitRepository theirs = repositories.open(fork.origin())) {
            return new Distance(
                    ours.history().between(fork.own(), ours.head(), FARTHEST).size(),
                    theirs.history()
                            .between(fork.common(), theirs.head(), FARTHEST)
                            .size());
        }
    }

    /**
     * Proposes to bring in what the origin merged since, as a change of the fork.
     *
     * @param title of the change, in the member's language
     * @param why the sentence before the list of what it brings
     * @throws Refused as a whole: nothing is new, such a change is open already, or files contradict, which are named
     */
    @Transactional
    public Change bringIn(Member by, String title, String why) {
        Fork fork = find(by.community()).orElseThrow(() -> new Missing("origin"));
        Community origin = origin(fork, by.person()).orElseThrow(() -> new Missing("origin"));
        Community into = communities.find(by.community()).orElseThrow();
        boolean open = store.lastUpdate(into.id())
                .flatMap(number -> changes.find(into.id(), number))
                .filter(Change::isOpen)
                .isPresent();
        new Refused.Check()
                .that(!origin.isForMembersOnly() || into.isForMembersOnly(), "", "fork.closed")
                .that(!open, "", "fork.update-open")
                .orRefuse();
        handbook.hold(into.id());
        try (GitRepository ours = repositories.open(into.id());
                GitRepository theirs = repositories.open(origin.id())) {
            ObjectId upto = theirs.head();
            List<String> paths = theirs.differences(fork.common(), upto).stream()
                    .filter(path -> !path.equals(OWN))
                    .toList();
            List<FileEdit> files = Transfer.of(
                            new Transfer.Side(theirs, fork.common()),
                            new Transfer.Side(theirs, upto),
                            new Transfer.Side(ours, ours.head()),
                            paths)
                    .orRefuse();
            List<RevCommit> news = theirs.history().between(fork.common(), upto, MOST_CREDITED);
            String message = title + "\n\n" + why + "\n\n" + list(news) + "\n\n" + credits(news, signature(by));
            PersonIdent signed = signature(by);
            ObjectId commit = ours.write(ours.head(), files, new GitRepository.Signed(signed, signed, message));
            Change change = commits.propose(by, ours, commit);
            store.addUpdate(change.subject(), upto);
            return change;
        }
    }

    PersonIdent signature(Member member) {
        return signatures.of(member.community(), member.person(), clock.instant());
    }

    private static String list(List<RevCommit> commits) {
        String told = commits.stream()
                .limit(MOST_TOLD)
                .map(commit -> "- " + commit.getShortMessage().replaceAll("\\p{Cc}", " "))
                .collect(Collectors.joining("\n"));
        return commits.size() > MOST_TOLD ? told + "\n- …" : told;
    }

    /** A line of git's own kind for everybody who wrote these, except the one who signs. */
    static String credits(List<RevCommit> commits, PersonIdent signs) {
        Set<String> names = new LinkedHashSet<>();
        for (RevCommit commit : commits) {
            PersonIdent author = commit.getAuthorIdent();
            names.add(author.getName() + " <" + author.getEmailAddress() + ">");
            names.addAll(commit.getFooterLines("Co-authored-by"));
        }
        return names.stream()
                .map(name -> name.replaceAll("\\p{Cc}", ""))
                .filter(name -> !name.endsWith("<" + signs.getEmailAddress() + ">"))
                .limit(MOST_CREDITED)
                .map(name -> "Co-authored-by: " + name + "\n")
                .collect(Collectors.joining());
    }

    /** The files that differ in a fork from what it has in common with its origin, at most so many. */
    List<String> differing(Fork fork, int most) {
        try (GitRepository ours = repositories.open(fork.community());
                GitRepository theirs = repositories.open(fork.origin())) {
            Map<String, ObjectId> before = theirs.files(fork.common());
            Map<String, ObjectId> now = ours.files(ours.head());
            Set<String> all = new java.util.TreeSet<>(before.keySet());
            all.addAll(now.keySet());
            return all.stream()
                    .filter(path -> !path.equals(OWN) && !Objects.equals(before.get(path), now.get(path)))
                    .limit(most)
                    .toList();
        }
    }

    /** What the origin merged since, newest first, at most so many. */
    List<String> news(Fork fork, int most) {
        try (GitRepository theirs = repositories.open(fork.origin())) {
            return theirs.history().between(fork.common(), theirs.head(), most).stream()
                    .map(RevCommit::getShortMessage)
                    .toList();
        }
    }

    @EventListener
    void merged(ChangeMerged merge) {
        store.broughtIn(merge.change());
    }
}
