package mainline.handbook;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.CommunityFounded;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.kernel.CommunityId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
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
    private final MessageSource messages;
    private final Clock clock;

    FirstPage(
            PageStore store,
            PageIndex index,
            GitRepositories repositories,
            Areas areas,
            Stewards stewards,
            Signatures signatures,
            Communities communities,
            MessageSource messages,
            Clock clock) {
        this.store = store;
        this.index = index;
        this.repositories = repositories;
        this.areas = areas;
        this.stewards = stewards;
        this.signatures = signatures;
        this.communities = communities;
        this.messages = messages;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void founded(CommunityFounded founded) {
        CommunityId id = founded.community();
        Community community = communities.find(id).orElseThrow();
        Locale locale = LocaleContextHolder.getLocale();
        String text =
                PagePaths.stored(messages.getMessage("handbook.first.text", new Object[] {community.name()}, locale));
        Instant now = clock.instant();
        PersonIdent founder = signatures.of(id, founded.founder(), now);
        String message = messages.getMessage("handbook.first.why", new Object[0], locale) + "\n";
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
