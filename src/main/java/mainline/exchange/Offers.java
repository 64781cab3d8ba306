package mainline.exchange;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.ProposedCommits;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.git.FileEdit;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.Handbook;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import mainline.results.Evidence;
import mainline.results.Practice;
import mainline.results.Practices;
import mainline.results.Verdict;
import mainline.results.Verdicts;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a fork offers back to the handbook it began from: a change there, with credit and with what its trials said. */
@Component
public class Offers {
    private static final int MOST_PAGES = 100;
    private static final int LOOKED_BACK = 20;

    private final OfferStore store;
    private final Forks forks;
    private final Communities communities;
    private final Changes changes;
    private final ProposedCommits commits;
    private final Handbook handbook;
    private final GitRepositories repositories;
    private final Practices practices;
    private final Verdicts verdicts;
    private final PublicRecord record;
    private final Clock clock;

    Offers(
            OfferStore store,
            Forks forks,
            Communities communities,
            Changes changes,
            ProposedCommits commits,
            Handbook handbook,
            GitRepositories repositories,
            Practices practices,
            Verdicts verdicts,
            PublicRecord record,
            Clock clock) {
        this.store = store;
        this.forks = forks;
        this.communities = communities;
        this.changes = changes;
        this.commits = commits;
        this.handbook = handbook;
        this.repositories = repositories;
        this.practices = practices;
        this.verdicts = verdicts;
        this.record = record;
        this.clock = clock;
    }

    /**
     * What somebody wants to offer.
     *
     * @param change the number of a merged change of the fork; 0 for pages
     * @param pages the files, when it is no single change
     * @param credit whether those who wrote it are named
     * @param tried whether what the trials said is taken along
     */
    public record Wish(int change, List<String> pages, String title, String why, boolean credit, boolean tried) {
        public Wish {
            pages = List.copyOf(pages);
        }
    }

    public Optional<Offer> find(Subject change) {
        return store.find(change);
    }

    List<Offer> of(Subject source) {
        return store.of(source, 5);
    }

    /**
     * Proposes it in the origin. Whoever offers is its author, and joins the origin by it if they do not belong to it yet.
     *
     * @throws Refused for {@code title} and {@code why}, or as a whole: nothing differs, or files contradict, which are named
     */
    @Transactional
    public Change make(Member by, Wish wish) {
        new Refused.Check()
                .text(wish.title(), "title", 120)
                .text(wish.why(), "why", 800)
                .that(wish.change() > 0 || !wish.pages().isEmpty(), "", "fork.choose")
                .that(wish.pages().size() <= MOST_PAGES, "", "fork.many", MOST_PAGES)
                .orRefuse();
        Fork fork = forks.find(by.community()).orElseThrow(() -> new Missing("origin"));
        Community origin = forks.origin(fork, by.person()).orElseThrow(() -> new Missing("origin"));
        communities.join(origin.id(), by.person());
        Member author = new Member(origin.id(), by.person());
        handbook.hold(origin.id());
        try (GitRepository theirs = repositories.open(fork.community());
                GitRepository ours = repositories.open(origin.id())) {
            Content content = wish.change() > 0
                    ? ofChange(theirs, merged(by.community(), wish))
                    : ofPages(ours, theirs, fork, wish);
            List<FileEdit> files = Transfer.of(
                            content.base(), content.wanted(), new Transfer.Side(ours, ours.head()), content.paths())
                    .orRefuse();
            PersonIdent signed = forks.signature(author);
            String credits = wish.credit() ? Forks.credits(content.commits(), signed) : "";
            String message = wish.title().strip() + "\n\n"
                    + wish.why().replace("\r\n", "\n").strip() + "\n\n" + credits;
            ObjectId commit = ours.write(ours.head(), files, new GitRepository.Signed(signed, signed, message));
            Change change = commits.propose(author, ours, commit);
            store.add(new Offer(
                    change.subject(),
                    fork.community(),
                    content.source(),
                    by.person(),
                    clock.instant(),
                    wish.tried() ? tried(fork.community(), content.paths()).orElse(null) : null));
            tell(by, origin, change);
            return change;
        }
    }

    /** The record of a fork that everybody reads does not tell of an origin that not everybody may know of. */
    private void tell(Member by, Community origin, Change change) {
        if (origin.isForMembersOnly()) return;
        Subject about = new Subject(by.community(), Subject.Kind.AREA, 0);
        record.add(Act.by(by.person(), ExchangeVerb.HANDBOOK_OFFERED, about, change.title(), origin.name()));
    }

    /** @param commits those that wrote it */
    private record Content(
            Transfer.Side base,
            Transfer.Side wanted,
            List<String> paths,
            List<RevCommit> commits,
            @Nullable Subject source) {}

    private Change merged(CommunityId fork, Wish wish) {
        return changes.find(fork, wish.change())
                .filter(change -> changes.commitOf(change).isPresent())
                .orElseThrow(() -> new Missing("merged change " + wish.change()));
    }

    private Content ofChange(GitRepository theirs, Change change) {
        ObjectId done = changes.commitOf(change).orElseThrow();
        ObjectId before = theirs.history().parent(done);
        return new Content(
                new Transfer.Side(theirs, before),
                new Transfer.Side(theirs, done),
                without(theirs.differences(before, done)),
                List.of(theirs.read(done)),
                change.subject());
    }

    private static Content ofPages(GitRepository ours, GitRepository theirs, Fork fork, Wish wish) {
        ObjectId head = theirs.head();
        List<String> paths = without(wish.pages());
        List<ObjectId> own = theirs.history().between(fork.own(), head, Forks.FARTHEST).stream()
                .map(RevCommit::copy)
                .toList();
        List<RevCommit> commits = new ArrayList<>();
        for (String path : paths)
            theirs.history().of(head, path, LOOKED_BACK).stream()
                    .filter(own::contains)
                    .forEach(commits::add);
        return new Content(
                new Transfer.Side(ours, fork.common()), new Transfer.Side(theirs, head), paths, commits, null);
    }

    private static List<String> without(List<String> paths) {
        return paths.stream().filter(path -> !path.equals(Forks.OWN)).toList();
    }

    /** What the trials of practices among these pages say now; nothing when there were none. */
    Optional<Offer.Tried> tried(CommunityId community, List<String> paths) {
        List<Practice> all = practices(community, paths);
        List<Long> numbers =
                all.stream().map(practice -> practice.subject().number()).toList();
        int yes = 0;
        int differently = 0;
        int no = 0;
        for (Evidence evidence : practices.evidence(community, numbers).values()) {
            yes += evidence.yes();
            differently += evidence.changes();
            no += evidence.no();
        }
        if (yes + differently + no == 0) return Optional.empty();
        Map<Long, Verdict> judged = verdicts.last(community, numbers);
        String verdict = numbers.stream()
                .map(judged::get)
                .filter(Objects::nonNull)
                .map(last -> last.choice().name())
                .findFirst()
                .orElse("");
        return Optional.of(new Offer.Tried(yes, differently, no, verdict));
    }

    List<Practice> practices(CommunityId community, List<String> paths) {
        return paths.stream()
                .limit(MOST_PAGES)
                .flatMap(path -> practices.at(community, path).stream())
                .toList();
    }
}
