package mainline.look;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The recurring drawing: a station for each step of the chain, with how far a thing has come. */
public record Line(List<Station> stations) {

    public enum State {
        DONE,
        HERE,
        /** It is here, and goes no further. */
        ENDED,
        AHEAD
    }

    /**
     * @param title already in the reader's language, as all strings here
     * @param note a few words below the title, may be empty
     */
    public record Station(
            String title, String note, @Nullable String href, State state) {
        /** Whether what the line is about stands here. */
        public boolean isHere() {
            return state == State.HERE || state == State.ENDED;
        }
    }

    static String mark(State state) {
        return switch (state) {
            case DONE -> "done";
            case HERE, ENDED -> "here";
            case AHEAD -> "ahead";
        };
    }

    /** Whether a narrow page shows this station without being asked: where a thing is, with a neighbour on each side. */
    boolean near(int index) {
        int here = 0;
        for (int i = 0; i < stations.size(); i++) if (stations.get(i).state() != State.AHEAD) here = i;
        for (int i = 0; i < stations.size(); i++) if (stations.get(i).isHere()) here = i;
        int first = Math.clamp(here - 1L, 0, Math.max(0, stations.size() - 3));
        return index >= first && index < first + 3;
    }
}
