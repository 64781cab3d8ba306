package mainline.stewardship;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import mainline.handbook.StewardsFile.Seat;
import org.jspecify.annotations.Nullable;

/**
 * For how long somebody oversees an area, in days of the community's calendar; both ends are part of it.
 *
 * @param since null where the file names no day
 * @param until null for one without an end, as a founder has
 */
public record Term(@Nullable LocalDate since, @Nullable LocalDate until) {
    private static final int MONTHS = 12;

    static Term of(Seat seat) {
        return new Term(seat.since(), seat.until());
    }

    static Term from(LocalDate today) {
        return new Term(today, today.plusMonths(MONTHS));
    }

    /** Another term after this one; what is over begins again today. */
    Term renewed(LocalDate today) {
        LocalDate from = until == null || until.isBefore(today) ? today : until;
        return new Term(since == null ? today : since, from.plusMonths(MONTHS));
    }

    Seat seat(String handle) {
        return new Seat(handle, since, until);
    }

    public boolean isOver(LocalDate today) {
        return until != null && until.isBefore(today);
    }

    /** How many days are left, the present one not counted; a great many where there is no end. */
    public long daysLeft(LocalDate today) {
        return until == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(today, until);
    }

    /** Whether it lasted at least one whole year. */
    boolean isFullYear(LocalDate today) {
        return since != null && !since.plusYears(1).isAfter(today);
    }
}
