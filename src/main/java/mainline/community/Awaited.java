package mainline.community;

import java.time.Instant;
import mainline.kernel.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Something that one can do now.
 *
 * @param title what waits
 * @param written whether the title is somebody's own words, which may run in another direction
 * @param path of the page on which it stands, below the community's
 * @param why in a sentence: since when, how much is missing, why this reader
 * @param act the words on the button
 * @param target where the button leads, below the community's address
 * @param until it can be done until then; null where nothing ends
 */
public record Awaited(
        Reason title,
        boolean written,
        String path,
        Reason why,
        Reason act,
        String target,
        @Nullable Instant until) {

    /**
     * With the messages {@code waiting.KIND}, {@code waiting.KIND.why} and {@code waiting.KIND.do} of the module that says so.
     *
     * @param title in the gap of the first
     * @param gap of the second
     */
    public static Awaited of(String kind, String title, String path, Object gap) {
        return new Awaited(
                Reason.of("waiting." + kind, title),
                false,
                path,
                Reason.of("waiting." + kind + ".why", gap),
                Reason.of("waiting." + kind + ".do"),
                path,
                null);
    }

    /** The same with a title that is somebody's own words. */
    public static Awaited written(String kind, String title, String path, Object gap) {
        Awaited plain = of(kind, title, path, gap);
        return new Awaited(plain.title, true, path, plain.why, plain.act, path, null);
    }

    /** The same with a button that leads elsewhere than the title. */
    public Awaited leadingTo(String other) {
        return new Awaited(title, written, path, why, act, other, until);
    }

    public Awaited until(Instant end) {
        return new Awaited(title, written, path, why, act, target, end);
    }
}
