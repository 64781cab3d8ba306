package mainline.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The story before it is told. Each part is written down from its beginning to its end, and all parts are then told
 * together in the order of time, as life would have it.
 */
final class Script {
    private final Instant today;
    private final List<Scene> scenes = new ArrayList<>();
    private Instant now;

    private record Scene(Instant at, Runnable act) {}

    Script(Instant today) {
        this.today = today;
        this.now = today;
    }

    /** What is written down next happened so long ago. */
    void daysAgo(double days) {
        now = at(days);
    }

    Instant at(double daysAgo) {
        return today.minus(Duration.ofMinutes(Math.round(daysAgo * 24 * 60)));
    }

    void act(Runnable act) {
        scenes.add(new Scene(now, act));
    }

    /** An act that makes something which later acts are about. */
    <T> Made<T> make(Supplier<T> act) {
        Made<T> made = new Made<>();
        act(() -> made.all.add(act.get()));
        return made;
    }

    /**
     * Acts of the same moment in the order in which they are written down.
     *
     * @param stage on which each is done, when the clock stands at its moment
     */
    void tell(Consumer<Instant> clock, Consumer<Runnable> stage) {
        scenes.sort(Comparator.comparing(Scene::at));
        for (Scene scene : scenes) {
            clock.accept(scene.at());
            stage.accept(scene.act());
        }
    }

    /** What will have been made when its act was told. */
    static final class Made<T> implements Supplier<T> {
        private final List<T> all = new ArrayList<>();

        @Override
        public T get() {
            return all.getFirst();
        }
    }
}
