package mainline.look;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to something and what is still to come, in the order of time. */
public record Timeline(List<Moment> moments) {

    /**
     * @param text in the reader's language
     * @param isAhead still to come
     * @param day the day it is said as, when it has no time of the day
     */
    public record Moment(
            String text,
            Instant at,
            boolean isAhead,
            @Nullable LocalDate day) {
        public Moment(String text, Instant at, boolean isAhead) {
            this(text, at, isAhead, null);
        }

        /** What is to happen until that day is over. */
        public static Moment until(String text, LocalDate day, Shell shell) {
            Instant midnight = mainline.look.Moment.until(shell, day).at();
            return new Moment(text, midnight, midnight.isAfter(shell.now()), day);
        }
    }
}
