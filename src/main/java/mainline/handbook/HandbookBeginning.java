package mainline.handbook;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mainline.community.Community;
import mainline.community.OwnWords;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.StewardsFile.Seat;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.people.People;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts what is ready in the place of a handbook's {@link FirstPage}, from the first commit on. */
@Component
public class HandbookBeginning {
    private final PageStore store;
    private final PageIndex index;
    private final GitRepositories repositories;
    private final Areas areas;
    private final Signatures signatures;
    private final People people;
    private final OwnWords words;
    private final Clock clock;

    HandbookBeginning(
            PageStore store,
            PageIndex index,
            GitRepositories repositories,
            Areas areas,
            Signatures signatures,
            People people,
            OwnWords words,
            Clock clock) {
        this.store = store;
        this.index = index;
        this.repositories = repositories;
        this.areas = areas;
        this.signatures = signatures;
        this.people = people;
        this.words = words;
        this.clock = clock;
    }

    /** Begins the handbook of a community that is just being founded anew, with a {@code STEWARDS.yml} that names its founder. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(Community community, PersonId founder, ReadyHandbook ready) {
        CommunityId id = community.id();
        store.lock(id);
        Instant now = clock.instant();
        Map<String, String> files = new LinkedHashMap<>();
        ready.pages().forEach((path, text) -> files.put(path, PagePaths.stored(text)));
        files.put(Areas.FILE, overseen(id, founder, ready.areas()).text());
        try (GitRepository git = repositories.open(id)) {
            ObjectId before = git.head();
            if (git.read(before).getParentCount() > 0) throw new IllegalStateException("somebody has worked on it");
            ObjectId first = git.write(null, files, signed(id, founder, now));
            repositories.advance(id, before, first);
            areas.follow(id, git, first, founder);
            index.removeAll(id);
            List<HandbookPage> all = ready.pages().keySet().stream()
                    .map(path -> new HandbookPage(id, path, "", null, founder, "", now))
                    .toList();
            index.putAll(git, first, id, all, files.keySet());
        }
    }

    private GitRepository.Signed signed(CommunityId id, PersonId founder, Instant now) {
        PersonIdent person = signatures.of(id, founder, now);
        String why = words.say(id, "handbook.first.why");
        return new GitRepository.Signed(person, person, why + "\n");
    }

    /** The founder looks after each area until somebody else is named. */
    private StewardsFile overseen(CommunityId id, PersonId founder, Map<String, String> named) {
        StewardsFile file = areas.first(id, founder);
        Seat seat = new Seat(people.get(founder).handle(), null, null);
        for (Map.Entry<String, String> area : named.entrySet())
            file = file.withArea(area.getKey(), area.getValue()).with(area.getKey(), seat);
        return file;
    }
}
