package mainline.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import mainline.platform.Movement;
import mainline.platform.MovementListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who listens in this process, by what they listen to. */
@Component
class Listeners implements MovementListener {
    /** After these, whoever listened comes again by the front door, if it lets them in. */
    private static final String CLOSED = "community.closed";

    private static final String RENAMED = "community.renamed";
    private static final String OPENED = "community.opened";

    /** From the moment a page is made, or taken from memory, until its script has found its way here. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(15);

    private final Map<Subject, Set<Listener>> listeners = new ConcurrentHashMap<>();
    /** Since this process listens: whoever was let in a moment before must go, too. */
    private final Set<CommunityId> closed = ConcurrentHashMap.newKeySet();

    private final Cache<Subject, Boolean> justMoved = Caffeine.newBuilder()
            .expireAfterWrite(ON_THE_WAY)
            .maximumSize(10_000)
            .build();

    /**
     * What moved while its page was on the way, it hears at once.
     *
     * @param forAll whether everybody could read the community when it was let in
     */
    void add(Listener listener, boolean forAll) {
        listeners.compute(listener.about(), (about, present) -> {
            Set<Listener> all = present == null ? ConcurrentHashMap.newKeySet() : present;
            all.add(listener);
            return all;
        });
        if (justMoved.getIfPresent(listener.about()) != null) listener.hearOfAnything();
        if (forAll && closed.contains(listener.about().community())) listener.end();
    }

    void remove(Listener listener) {
        listeners.computeIfPresent(listener.about(), (about, present) -> {
            present.remove(listener);
            return present.isEmpty() ? null : present;
        });
    }

    int count() {
        return listeners.values().stream().mapToInt(Set::size).sum();
    }

    @Override
    public void moved(Movement movement) {
        if (movement.isSilent()) return;
        Subject subject = movement.subject();
        justMoved.put(subject, true);
        listeners.getOrDefault(subject, Set.of()).forEach(listener -> listener.hear(movement.verb()));
        switch (movement.verb()) {
            case CLOSED -> {
                closed.add(subject.community());
                endIn(subject.community());
            }
            case OPENED -> closed.remove(subject.community());
            case RENAMED -> endIn(subject.community());
            default -> {}
        }
    }

    private void endIn(CommunityId community) {
        listeners.forEach((about, all) -> {
            if (about.community().equals(community)) all.forEach(Listener::end);
        });
    }

    /** Doors may have been closed meanwhile. */
    @Override
    public void anythingMoved() {
        closed.clear();
        endAll();
    }

    /** Before the server waits for what is still being answered. */
    @EventListener(ContextClosedEvent.class)
    void endAll() {
        listeners.values().forEach(all -> all.forEach(Listener::end));
    }
}
