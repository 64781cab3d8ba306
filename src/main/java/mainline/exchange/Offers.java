package mainline.exchange;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import mainline.changes.Change;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a fork offers back to the handbook it began from: a change there, with credit and with what its trials said. */
@Component
public class Offers {
    static final int MOST_PAGES = 100;

    private final OfferStore store;
    private final Forks forks;
    private final Communities communities;
    private final OfferedFiles files;
    private final CreditedCommits commits;
    private final HandbookPairs handbooks;
    private final ForkTrials trials;
    private final PublicRecord record;
    private final Clock clock;

    Offers(
            OfferStore store,
            Forks forks,
            Communities communities,
            OfferedFiles files,
            CreditedCommits commits,
            HandbookPairs handbooks,
            ForkTrials trials,
            PublicRecord record,
            Clock clock) {
        this.store = store;
        this.forks = forks;
        this.communities = communities;
        this.files = files;
        this.commits = commits;
        this.handbooks = handbooks;
        this.trials = trials;
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

        private String words() {
            return title.strip() + "\n\n" + why.replace("\r\n", "\n").strip();
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
        try (HandbookPairs.Pair both = handbooks.hold(origin.id(), fork.community())) {
            OfferedFiles.Content content = files.of(both, fork, wish);
            Change change = commits.propose(
                    author,
                    both.ours(),
                    content.onto(both.ourHead()),
                    wish.words(),
                    wish.credit() ? content.commits() : List.of());
            store.add(offer(by, wish, content, change));
            tell(by, origin, change);
            return change;
        }
    }

    private Offer offer(Member by, Wish wish, OfferedFiles.Content content, Change change) {
        CommunityId fork = by.community();
        Offer.Tried tried = wish.tried() ? trials.of(fork, content.paths()).orElse(null) : null;
        return new Offer(change.subject(), fork, content.source(), by.person(), clock.instant(), tried);
    }

    /** The record of a fork that everybody reads does not tell of an origin that not everybody may know of. */
    private void tell(Member by, Community origin, Change change) {
        if (origin.isForMembersOnly()) return;
        Subject about = new Subject(by.community(), Subject.Kind.AREA, 0);
        record.add(Act.by(by.person(), ExchangeVerb.HANDBOOK_OFFERED, about, change.title(), origin.name()));
    }
}
