package mainline.notices;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import mainline.kernel.Languages;
import org.jspecify.annotations.Nullable;

/**
 * How a person hears of things besides their page of notices.
 *
 * @param mails whether what asks or answers them is mailed by itself
 * @param digest how often all else comes in one mail
 * @param hour at which the digest comes
 * @param zone of their clock; null for that of the community they hear from
 * @param quiet in which nothing is mailed by itself
 * @param most letters by themselves a day; what is more joins the digest
 */
record Ways(
        boolean mails, Digest digest, int hour, @Nullable ZoneId zone, Quiet quiet, int most, Locale language) {
    static final Ways USUAL = new Ways(true, Digest.DAILY, 8, null, new Quiet(22, 7), 5, Languages.usual());

    /** How often a digest is mailed. */
    enum Digest {
        DAILY("daily"),
        WEEKLY("weekly"),
        NEVER("never");

        private final String code;

        Digest(String code) {
            this.code = code;
        }

        /** It is stored, and never changes. */
        String code() {
            return code;
        }

        static Optional<Digest> of(String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code.equals(code))
                    .findFirst();
        }
    }

    /** Hours of the day, the same for none; they may go over midnight. */
    record Quiet(int from, int until) {
        boolean holds(int hour) {
            return from <= until ? hour >= from && hour < until : hour >= from || hour < until;
        }
    }

    /** @return nothing for what is the name of no zone */
    static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean isSilent() {
        return !mails && digest == Digest.NEVER;
    }

    Ways speaking(Locale other) {
        return new Ways(mails, digest, hour, zone, quiet, most, other);
    }

    Ways mailing(boolean atOnce, Digest often) {
        return new Ways(atOnce, often, hour, zone, quiet, most, language);
    }

    /** The end of the quiet hours that it is now; nothing when it is none. */
    Optional<Instant> quietUntil(Instant now, ZoneId otherwise) {
        ZonedDateTime here = now.atZone(zone == null ? otherwise : zone);
        if (!quiet.holds(here.getHour())) return Optional.empty();
        ZonedDateTime end = here.truncatedTo(ChronoUnit.HOURS).withHour(quiet.until());
        return Optional.of((end.isAfter(here) ? end : end.plusDays(1)).toInstant());
    }

    /** When the next digest goes out after that moment. */
    Instant next(Instant now, ZoneId otherwise) {
        ZoneId here = zone == null ? otherwise : zone;
        LocalDateTime local = LocalDateTime.ofInstant(now, here);
        LocalDateTime next = local.toLocalDate().atTime(LocalTime.of(hour, 0));
        while (!next.isAfter(local) || (digest == Digest.WEEKLY && next.getDayOfWeek() != DayOfWeek.MONDAY))
            next = next.plusDays(1);
        return next.atZone(here).toInstant();
    }
}
