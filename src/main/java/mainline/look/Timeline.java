package mainline.look;

import java.time.Instant;
import java.util.List;

/** What happened to something and what is still to come, in the order of time. */
public record Timeline(List<Moment> moments) {

    /**
     * @param text in the reader's language
     * @param isAhead still to come
     */
    public record Moment(String text, Instant at, boolean isAhead) {}
}
