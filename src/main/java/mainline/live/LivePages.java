package mainline.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import mainline.community.Viewer;
import mainline.kernel.Burden;
import mainline.kernel.Subject;
import mainline.people.Presence;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Tells an open page, as server-sent events, that something became of its subject. Each has a thread of its own, which costs
 * next to nothing while it waits; one that reads slowly holds up nobody else.
 */
@Controller
class LivePages {
    /** Proxies hang up on whoever says nothing for a minute. */
    private static final Duration SILENCE = Duration.ofSeconds(25);

    /** How soon the place of whoever has gone on to another page is free. */
    private static final Duration LOOKING = Duration.ofSeconds(2);

    /** Then browsers come again by themselves; not all in the same moment. */
    private static final int SHORTEST_SECONDS = 240;

    private static final int LONGEST_SECONDS = 360;
    private static final int SOONEST_RETRY_MILLIS = 2_000;
    private static final int LATEST_RETRY_MILLIS = 6_000;

    private final Listeners listeners;
    private final StillSeen stillSeen;

    LivePages(Listeners listeners, StillSeen stillSeen) {
        this.listeners = listeners;
        this.stillSeen = stillSeen;
    }

    @Burden(Burden.Kind.LISTENING)
    @GetMapping("/{community}/live")
    void listen(Viewer viewer, @RequestParam String about, HttpServletRequest request, HttpServletResponse response)
            throws InterruptedException {
        Listener listener = new Listener(viewer.at(Subject.of(viewer.community().id(), about)));
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader(HttpHeaders.CONNECTION, "close");
        if (request.getMethod().equals("HEAD")) return;
        listeners.add(listener, !viewer.community().isForMembersOnly());
        try {
            tell(listener, viewer, request, response.getOutputStream());
        } catch (IOException gone) {
            // They closed the page, or take nothing of what they are sent.
        } finally {
            listeners.remove(listener);
        }
    }

    private void tell(Listener listener, Viewer viewer, HttpServletRequest request, OutputStream out)
            throws IOException, InterruptedException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long end = System.nanoTime()
                + Duration.ofSeconds(random.nextInt(SHORTEST_SECONDS, LONGEST_SECONDS))
                        .toNanos();
        write(out, "retry: " + random.nextInt(SOONEST_RETRY_MILLIS, LATEST_RETRY_MILLIS) + "\n\n");
        while (!listener.isEnded() && System.nanoTime() < end) {
            String message = next(listener, Presence.of(request));
            if (listener.isEnded() || (message != null && !stillSeen.by(viewer, request))) return;
            write(out, message == null ? ":\n\n" : message);
        }
    }

    /** Null when there was nothing for so long that a sign of life is due. */
    private static @Nullable String next(Listener listener, Presence presence)
            throws InterruptedException, EOFException {
        for (Duration silent = Duration.ZERO; silent.compareTo(SILENCE) < 0; silent = silent.plus(LOOKING)) {
            String message = listener.next(LOOKING);
            if (message != null || listener.isEnded()) return message;
            if (presence.hasLeft()) throw new EOFException();
        }
        return null;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
