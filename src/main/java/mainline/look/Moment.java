package mainline.look;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import mainline.kernel.Reason;
import mainline.text.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * A moment that binds people: how far it is, and beside it in the text when that is exactly. Whoever reads in another zone
 * gets it in their own as well, from {@code js/moments.js}.
 *
 * @param near how far, in words; null for what is so far that the date says more
 * @param exact weekday, day, time and zone
 * @param at the moment itself; for a day, the midnight that counts
 * @param day the day it is said as, when there is no time of the day
 */
public record Moment(
        @Nullable String near,
        String exact,
        Instant at,
        ZoneId zone,
        @Nullable LocalDate day) {

    static Moment at(Shell shell, Instant at) {
        return new Moment(Times.near(shell, at), Times.exact(at, shell.zone(), shell.locale()), at, shell.zone(), null);
    }

    /** What holds until that day is over. */
    static Moment until(Shell shell, LocalDate day) {
        return ofDay(shell, day, endOf(day, shell.zone()), midnightAfter(day, shell.zone()));
    }

    /** What begins when that day begins. */
    static Moment from(Shell shell, LocalDate day) {
        Instant midnight = day.atStartOfDay(shell.zone()).toInstant();
        return ofDay(shell, day, Reason.of("time.day-begins", day, Times.zone(shell.zone(), midnight)), midnight);
    }

    private static Moment ofDay(Shell shell, LocalDate day, Reason exact, Instant at) {
        return new Moment(Times.near(shell, day), shell.say(exact), at, shell.zone(), day);
    }

    /** The end of a day, to stand in a sentence. */
    public static Reason endOf(LocalDate day, ZoneId zone) {
        return Reason.of("time.day-ends", day, Times.zone(zone, midnightAfter(day, zone)));
    }

    /** Weekday, day, time and zone, for where there is no page. */
    public static String exact(Instant at, ZoneId zone, Locale language) {
        return Times.exact(at, zone, language);
    }

    /** Weekday and day, for where there is no page. */
    public static String exact(LocalDate day, Locale language) {
        return Times.weekday(day, language);
    }

    private static Instant midnightAfter(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    Html html() {
        String datetime = at.truncatedTo(ChronoUnit.SECONDS).toString();
        String own = "<own-time data-at=\"" + datetime + "\" data-offset=\""
                + zone.getRules().getOffset(at).getTotalSeconds() / 60 + "\"></own-time>";
        String text = "<bdi>" + HtmlUtils.htmlEscape(exact, "UTF-8") + "</bdi>" + own;
        if (near == null) return new Html("<span class=\"moment\"><span class=\"exact\">" + text + "</span></span>");
        String time = day == null
                ? "<time class=\"ago\" datetime=\"" + datetime + "\">"
                : "<time class=\"day\" datetime=\"" + day + "\" data-zone=\"" + zoneForScripts() + "\">";
        return new Html(
                "<span class=\"moment\">" + time + near + "</time> <span class=\"exact\">(" + text + ")</span></span>");
    }

    private String zoneForScripts() {
        return zone.getId().equals("Z") ? "UTC" : zone.getId();
    }
}
