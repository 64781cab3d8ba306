package mainline.live;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/**
 * One open page, and what it has not been told yet. Whoever tells never waits for it; what does not fit becomes the one word
 * that anything may have moved.
 */
final class Listener {
    /** More at once than a page could make use of one by one. */
    private static final int MOST = 16;

    private static final String LOOK = "";

    private final Subject about;
    private final BlockingQueue<String> untold = new LinkedBlockingQueue<>(MOST);
    private volatile boolean ended;

    Listener(Subject about) {
        this.about = about;
    }

    Subject about() {
        return about;
    }

    boolean isEnded() {
        return ended;
    }

    /** @param verb what was done; empty when it may be anything */
    void hear(String verb) {
        if (untold.offer(verb)) return;
        untold.clear();
        untold.offer(LOOK);
    }

    void hearOfAnything() {
        hear(LOOK);
    }

    /** It is told nothing more. */
    void end() {
        ended = true;
        hearOfAnything();
    }

    /** As a message of server-sent events; null when there was nothing for so long, or it has ended. */
    @Nullable
    String next(Duration patience) throws InterruptedException {
        String verb = untold.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (verb == null || ended) return null;
        return verb.equals(LOOK)
                ? "event: look\ndata:\n\n"
                : "event: moved\ndata: " + about.key() + " " + verb + "\n\n";
    }
}
