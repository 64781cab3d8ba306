package mainline.platform;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes old what is {@link Kept} when something moves, before anybody else hears of it. As long as other processes are not
 * heard, all of it is old after a moment.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Memory implements MovementListener {
    private static final String THING = "thing";

    /** While others are heard: for what no act is told of. */
    private static final Duration LONG = Duration.ofMinutes(5);

    /** While they are not. */
    private static final Duration A_MOMENT = Duration.ofMillis(300);

    /** So long after a sign of the database others count as heard; all in all their acts show within a second. */
    private static final Duration HEARING = Duration.ofMillis(700);

    private final List<Kept<?, ?>> all = new CopyOnWriteArrayList<>();
    private final LongSupplier nanoTime;
    private final Consumer<Movement> channel;
    private volatile long heard;

    @Autowired
    Memory(ObjectProvider<Channel> channel) {
        this(System::nanoTime, movement -> channel.getObject().tell(movement));
    }

    /** One that tells nobody, for what is read alone. */
    public Memory() {
        this(System::nanoTime, movement -> {});
    }

    Memory(LongSupplier nanoTime, Consumer<Movement> channel) {
        this.nanoTime = nanoTime;
        this.channel = channel;
        this.heard = now() - HEARING.toNanos();
    }

    /** Tells with the caller's act that what is kept of things there is old, where no act of the record says so. */
    public void old(Subject thing) {
        old(thing.community(), THING);
    }

    /** Tells with the caller's act that what is kept of that kind is old in this community. */
    public void old(CommunityId community, String kind) {
        channel.accept(Movement.ofKept(new Subject(community, Subject.Kind.COMMUNITY, 0), kind));
    }

    private static boolean isOfThings(Movement movement) {
        return isAnyAct(movement) || movement.isOfKept(THING);
    }

    /** For what acts of many kinds change. */
    public static boolean isAnyAct(Movement movement) {
        return !movement.isSilent();
    }

    /**
     * Keeps what is known of one community each.
     *
     * @param most so many are kept, the most asked for
     * @param community of which what is asked for tells
     * @param ageing what makes all old that is kept of its community
     */
    public <K, V> Kept<K, V> keep(int most, Function<K, CommunityId> community, Predicate<Movement> ageing) {
        return keep(new Kept<>(this, most, community, ageing));
    }

    /** Keeps what acts of many kinds change, or none of the record, until {@link #old} is said of that kind. */
    public <K, V> Kept<K, V> keep(int most, Function<K, CommunityId> community, String kind) {
        return keep(most, community, movement -> movement.isOfKept(kind));
    }

    /** Keeps what is known of so many things, until anything moves in their communities. */
    public <V> Kept<Subject, V> ofThings(int most) {
        return keep(most, Subject::community, Memory::isOfThings);
    }

    /** Keeps what is known of so many lists of what belongs to things, likewise. */
    public <V> Kept<Slice, V> ofSlices(int most) {
        return keep(most, slice -> slice.of().community(), Memory::isAnyAct);
    }

    /** Keeps what is known of no one community: what moves in any makes all of it old. */
    public <K, V> Kept<K, V> keep(int most, Predicate<Movement> ageing) {
        return keep(new Kept<>(this, most, null, ageing));
    }

    private <K, V> Kept<K, V> keep(Kept<K, V> kept) {
        all.add(kept);
        return kept;
    }

    /** Whether what was read then, by {@link #now}, and was not made old since, is right. */
    public boolean holds(long at) {
        long now = now();
        boolean hearing = now - heard < HEARING.toNanos();
        return now - at < (hearing ? LONG : A_MOMENT).toNanos();
    }

    /** Whatever other processes have told until now was heard. */
    void hearing() {
        heard = now();
    }

    /** In nanoseconds since some moment. */
    public long now() {
        return nanoTime.getAsLong();
    }

    @Override
    public void moved(Movement movement) {
        all.forEach(kept -> kept.moved(movement));
    }

    @Override
    public void anythingMoved() {
        all.forEach(Kept::anythingMoved);
    }
}
