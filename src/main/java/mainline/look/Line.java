package mainline.look;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The recurring drawing: a station for each step of the chain, with how far a thing has come. */
public record Line(List<Station> stations) {

    public enum State {
        DONE,
        HERE,
        AHEAD
    }

    /**
     * @param title already in the reader's language, as all strings here
     * @param note a few words below the title, may be empty
     */
    public record Station(String title, String note, @Nullable String href, State state) {}
}
