package mainline.look;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** How far a moment is, as it must be said wherever it is said: on the page, and by its script. */
public record MomentExamples(ZoneId zone, Instant now, Instant at, String english, String spanish) {
    private static final String MADRID = "Europe/Madrid";

    public static final List<MomentExamples> ALL = List.of(
            of(MADRID, "2026-03-02T09:00:00Z", "2026-03-02T09:00:30Z", "just now", "ahora mismo"),
            of(MADRID, "2026-03-02T09:00:00Z", "2026-03-02T09:01:30Z", "in 1 minute", "dentro de 1 minuto"),
            of(MADRID, "2026-03-02T22:40:00Z", "2026-03-02T23:39:00Z", "in 59 minutes", "dentro de 59 minutos"),
            of(MADRID, "2026-03-02T09:00:00Z", "2026-03-02T10:59:00Z", "in 1 hour", "dentro de 1 hora"),
            // Today at half past eleven in the evening.
            of(MADRID, "2026-03-02T09:00:00Z", "2026-03-02T22:30:00Z", "in 13 hours", "dentro de 13 horas"),
            of(MADRID, "2026-03-02T21:00:00Z", "2026-03-03T00:00:00Z", "in 3 hours", "dentro de 3 horas"),
            of(MADRID, "2026-03-02T09:00:00Z", "2026-03-03T08:00:00Z", "tomorrow", "mañana"),
            // In 25 hours, from the morning and from half an hour before midnight.
            of(MADRID, "2026-03-02T09:00:00Z", "2026-03-03T10:00:00Z", "tomorrow", "mañana"),
            of(MADRID, "2026-03-02T22:30:00Z", "2026-03-03T23:30:00Z", "in 2 days", "dentro de 2 días"),
            // In 47 hours, a minute after midnight.
            of(MADRID, "2026-03-01T23:01:00Z", "2026-03-03T22:01:00Z", "tomorrow", "mañana"),
            of(MADRID, "2026-03-02T09:00:00Z", "2026-03-01T08:00:00Z", "yesterday", "ayer"),
            of(MADRID, "2026-03-01T23:30:00Z", "2026-02-28T22:30:00Z", "2 days ago", "hace 2 días"),
            of(MADRID, "2026-03-02T01:00:00Z", "2026-03-01T22:30:00Z", "2 hours ago", "hace 2 horas"),
            of(MADRID, "2026-03-02T09:00:00Z", "2026-03-29T09:00:00Z", "in 27 days", "dentro de 27 días"),
            // The day that has 23 hours, and the one that has 25.
            of(MADRID, "2026-03-28T22:45:00Z", "2026-03-29T21:30:00Z", "tomorrow", "mañana"),
            of(MADRID, "2026-03-28T22:45:00Z", "2026-03-29T22:15:00Z", "in 2 days", "dentro de 2 días"),
            of(MADRID, "2026-10-24T22:10:00Z", "2026-10-25T22:50:00Z", "in 24 hours", "dentro de 24 horas"),
            of(MADRID, "2026-10-25T22:50:00Z", "2026-10-24T22:10:00Z", "24 hours ago", "hace 24 horas"),
            of(MADRID, "2026-10-24T21:50:00Z", "2026-10-25T22:50:00Z", "tomorrow", "mañana"),
            // One and the same moment, elsewhere.
            of("Asia/Kolkata", "2026-03-02T18:00:00Z", "2026-03-03T19:00:00Z", "in 2 days", "dentro de 2 días"),
            of("UTC", "2026-03-02T18:00:00Z", "2026-03-03T19:00:00Z", "tomorrow", "mañana"),
            of("America/St_Johns", "2026-03-02T03:00:00Z", "2026-03-03T04:00:00Z", "in 2 days", "dentro de 2 días"),
            of("America/New_York", "2026-03-07T17:00:00Z", "2026-03-08T21:00:00Z", "tomorrow", "mañana"));

    private static MomentExamples of(String zone, String now, String at, String english, String spanish) {
        return new MomentExamples(ZoneId.of(zone), Instant.parse(now), Instant.parse(at), english, spanish);
    }
}
