package mainline.notices;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mainline.chain.Chain;
import mainline.chain.Node;
import mainline.community.Belongings;
import mainline.community.TookPart;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people follow. Whoever takes part in something follows it by itself, and with it whatever stands on the same chain:
 * an idea, the project and the change it became, the verdict. What is nearest decides.
 */
@Component
public class Follows {
    private static final int MOST = 200;
    private static final int MOST_PAGES = 20;
    private static final Set<Subject.Kind> WIDE = EnumSet.of(
            Subject.Kind.COMMUNITY,
            Subject.Kind.MEMBER,
            Subject.Kind.ENTRY,
            Subject.Kind.MISSION,
            Subject.Kind.CLAUSE,
            Subject.Kind.AREA);

    private final FollowStore store;
    private final UnmailedStore unmailed;
    private final Chain chain;
    private final Belongings belongings;
    private final Clock clock;

    Follows(FollowStore store, UnmailedStore unmailed, Chain chain, Belongings belongings, Clock clock) {
        this.store = store;
        this.unmailed = unmailed;
        this.chain = chain;
        this.belongings = belongings;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void tookPart(TookPart part) {
        byItself(part.person(), belongings.whole(part.subject()));
    }

    /**
     * In the caller's transaction. Whoever changes or tries a page follows the page as well.
     *
     * @param whole what the subject is a part of
     */
    void acted(PersonId person, Subject subject, Subject whole) {
        byItself(person, whole);
        List<String> pages = belongings.pages(subject);
        if (pages.isEmpty() || !belongings.owners(subject).contains(person)) return;
        pages.stream()
                .limit(MOST_PAGES)
                .forEach(page -> store.byItself(person, subject.community(), "/" + page, clock.instant()));
    }

    /** Whoever joins a community, or acts upon it as a whole, does not follow all of it. */
    private void byItself(PersonId person, Subject whole) {
        if (WIDE.contains(whole.kind())) return;
        store.byItself(person, whole.community(), whole.key(), clock.instant());
    }

    /** @param what the key of a thing, or a path of the handbook that begins with a slash */
    @Transactional
    void choose(PersonId person, CommunityId community, String what, Level level) {
        store.choose(person, community, what, level, clock.instant());
        if (level == Level.NOTHING) unmailed.silence(person, community, what, clock.instant());
    }

    /** What decides whether somebody hears of a thing, the nearest first. */
    List<String> ways(Subject subject, @Nullable PersonId by) {
        Set<String> ways = new LinkedHashSet<>();
        Subject whole = belongings.whole(subject);
        ways.add(subject.key());
        ways.add(whole.key());
        for (Node node : chain.nodes(whole).reversed()) ways.add(node.subject().key());
        belongings.pages(subject).forEach(path -> ways.addAll(folders(path)));
        if (by != null) ways.add(new Subject(subject.community(), Subject.Kind.MEMBER, by.value()).key());
        ways.add(new Subject(subject.community(), Subject.Kind.COMMUNITY, 0).key());
        return List.copyOf(ways);
    }

    /** The page itself, then each folder it lies in, up to the whole handbook. */
    private static List<String> folders(String path) {
        List<String> folders = new ArrayList<>();
        folders.add("/" + path);
        for (int at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
            folders.add("/" + path.substring(0, at + 1));
        folders.add("/");
        return folders;
    }

    /** How much this person wants to hear of a thing or a page, by what is nearest to it. */
    Level level(PersonId person, CommunityId community, String what) {
        List<String> ways = what.startsWith("/") ? folders(what.substring(1)) : ways(Subject.of(community, what), null);
        return store.level(person, community, ways).orElse(Level.ASKS);
    }

    List<Followed> of(PersonId person, CommunityId community) {
        return store.of(person, community, clock.instant().plusSeconds(1), MOST);
    }
}
