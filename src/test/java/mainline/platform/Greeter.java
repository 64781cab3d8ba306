package mainline.platform;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An errand for tests: does what the test says, and remembers what it was asked to do. */
public final class Greeter implements ErrandRunner<Greeter.Greeting> {
    static final Errand<Greeting> GREETING = new Errand<>("greeting", Greeting.class);

    /** @param loudly came with a later release than {@code who} */
    record Greeting(@Nullable String who, int times, boolean loudly) {}

    final List<Greeting> greeted = new CopyOnWriteArrayList<>();
    volatile Runnable trouble = () -> {};

    @Override
    public Errand<Greeting> errand() {
        return GREETING;
    }

    @Override
    public void run(Greeting payload, int attempt) {
        greeted.add(payload);
        trouble.run();
    }
}
