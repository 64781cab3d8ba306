package mainline.handbook;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.CommunityFounded;
import mainline.community.OwnWords;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.kernel.CommunityId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The handbook begins with its community: one page, written by the founder, who oversees it until others are named. */
@Component
class FirstPage {
    private static final String FRONT = "README.md";

    private final PageStore store;
    private final PageIndex index;
    private final GitRepositories repositories;
    private final Areas areas;
    private final Stewards stewards;
    private final Signatures signatures;
    private final Communities communities;
    private final OwnWords words;
    private final Clock clock;

    FirstPage(
            PageStore store,
            PageIndex index,
            GitRepositories repositories,
            Areas areas,
            Stewards stewards,
            Signatures signatures,
            Communities communities,
            OwnWords words,
            Clock clock) {
        this.store = store;
        this.index = index;
        this.repositories = repositories;
        this.areas = areas;
        this.stewards = stewards;
        this.signatures = signatures;
        this.communities = communities;
        this.words = words;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void founded(CommunityFounded founded) {
        CommunityId id = founded.community();
        Community community = communities.find(id).orElseThrow();
        String text = PagePaths.stored(words.say(id, "handbook.first.text", community.name()));
        Instant now = clock.instant();
        PersonIdent founder = signatures.of(id, founded.founder(), now);
        String message = words.say(id, "handbook.first.why") + "\n";
        store.begin(id, now);
        StewardsFile overseen = areas.first(id, founded.founder());
        try (GitRepository git = repositories.open(id)) {
            ObjectId first = git.write(
                    null,
                    Map.of(FRONT, text, Areas.FILE, overseen.text()),
                    new GitRepository.Signed(founder, founder, message));
            repositories.begin(id, first);
            areas.begin(id, founded.founder(), overseen, first);
            index.put(
                    git,
                    first,
                    new HandbookPage(id, FRONT, PageText.title(FRONT, text), null, founded.founder(), "", now),
                    text);
        }
        stewards.founded(id, founded.founder());
    }
}
