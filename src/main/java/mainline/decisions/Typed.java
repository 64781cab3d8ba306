package mainline.decisions;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A question as it was typed into the form, read in the zone of its community.
 *
 * @param fields what the form sent, by name
 */
public record Typed(Map<String, String> fields, ZoneId zone, Instant now) {
    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final Pattern COST = Pattern.compile("(?s)(.*)\\|\\s*([\\d.,]+)\\s*h?\\s*");
    private static final Pattern OPTION = Pattern.compile("(?:option|detail|hours)-(\\d{1,6})");
    private static final Pattern TURNOUT = Pattern.compile("([1-9]\\d{0,5})\\s*(%?)");
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);
    private static final long MOST_QUARTERS = 40_000_000;
    private static final int MOST_SEATS = 100;

    /**
     * @param reviewDays until a consent is looked at again, when no day was typed
     * @throws Refused with a reason for each field that cannot be read
     */
    Question question(CommunityId community, int reviewDays) {
        Refused.Check check = new Refused.Check();
        Method method = method();
        check.that(method != null, "method", "ask.method.missing");
        Instant ends = ends();
        check.that(ends != null, "at", "ask.ends.odd");
        check.that(talkDays() >= 0, "talk", "ask.talk.odd", QuestionCheck.MOST_TALK_DAYS);
        LocalDate review = day(text("review"));
        check.that(review != null || text("review").isBlank(), "review", "ask.review.odd");
        if (review == null && method == Method.CONSENT)
            review = LocalDate.ofInstant(now, zone).plusDays(reviewDays);
        List<ChoiceDraft> options = method != null && method.hasOptions() ? options(method, check) : List.of();
        Question.Wanted wanted = method == null ? Question.Wanted.NOTHING : wanted(method, check);
        check.orRefuse();
        if (method == null || ends == null) throw new IllegalStateException("refused above");
        return new Question(
                new Question.Wording(
                        text("question").strip(), text("background").strip(), options),
                method,
                method.isCounted() && fields.containsKey("secret"),
                about(community),
                purpose(),
                until(method, ends, review),
                wanted);
    }

    /** Nothing for a form that does not ask; -1 for what is no clause. */
    private @Nullable Purpose purpose() {
        if (!fields.containsKey("serves")) return null;
        String clause = text("serves");
        return new Purpose(clause.matches("\\d{1,4}") ? Integer.parseInt(clause) : -1, text("how"));
    }

    /** A window that was not written out begins when the talk is over. */
    private Question.Until until(Method method, Instant ends, @Nullable LocalDate review) {
        int talk = method.isVote() ? talkDays() : 0;
        boolean written = text("ends").equals("at");
        return new Question.Until(
                written ? ends : minute(WallClock.later(ends, talk, zone)),
                method.isCounted() && fields.containsKey("all-voted"),
                review,
                talk);
    }

    /** -1 for what is no number of days. */
    private int talkDays() {
        String typed = text("talk").strip();
        if (typed.isEmpty()) return 0;
        return typed.matches("\\d{1,4}") ? Integer.parseInt(typed) : -1;
    }

    private Question.Wanted wanted(Method method, Refused.Check check) {
        int seats = method.takesSeats() ? number(seatsField(method)) : 1;
        check.that(seats >= 1 && seats <= MOST_SEATS, seatsField(method), "ask.seats.odd");
        Long budget = method == Method.EQUAL_SHARES ? quarters(text("budget")) : Long.valueOf(0);
        check.that(budget != null, "budget", "ask.budget.odd");
        return new Question.Wanted(
                seats,
                budget == null ? 0 : budget,
                ratio(method),
                method.isVote() ? turnout(check) : null,
                method == Method.DOTS ? number("dots") : 0);
    }

    /** The same problems beside the fields of this form, which takes all options in one, and each day in its own. */
    static Refused beside(Refused refused, Map<String, String> fields) {
        Map<String, Reason> problems = new LinkedHashMap<>();
        boolean dates = fields.getOrDefault("method", "").equals(Method.DATES.name());
        List<String> days = dates ? new DateRows(fields).filled() : List.of();
        refused.problems().forEach((field, reason) -> {
            Matcher line = OPTION.matcher(field);
            if (line.matches() && dates) problems.put(days.get(Integer.parseInt(line.group(1)) - 1), reason);
            else if (line.matches())
                problems.putIfAbsent("options", Reason.of("ask.options.line", Integer.parseInt(line.group(1)), reason));
            else if (field.equals("seats") && !fields.getOrDefault("method", "").equals(Method.SEATS.name()))
                problems.put("most", reason);
            else problems.put(field, reason);
        });
        return new Refused(problems);
    }

    private static String seatsField(Method method) {
        return method == Method.SEATS ? "seats" : "most";
    }

    private List<ChoiceDraft> options(Method method, Refused.Check check) {
        if (method == Method.DATES) return dates(check);
        List<ChoiceDraft> options = new ArrayList<>();
        for (String line : text("options")
                .lines()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList()) {
            Matcher cost = COST.matcher(line);
            Long costs = cost.matches() ? quarters(cost.group(2)) : null;
            if (method != Method.EQUAL_SHARES) options.add(ChoiceDraft.of(line));
            else if (costs != null) options.add(new ChoiceDraft(cost.group(1).strip(), "", costs));
            else check.that(false, "options", "ask.options.hours", line);
        }
        check.that(!options.isEmpty(), "options", "ask.options.missing");
        return options;
    }

    private List<ChoiceDraft> dates(Refused.Check check) {
        DateRows rows = new DateRows(fields);
        List<ChoiceDraft> options = new ArrayList<>();
        for (String name : rows.filled()) {
            Instant at = moment(text(name), zone);
            check.that(at != null, name, "ask.options.date", text(name));
            options.add(ChoiceDraft.of(String.valueOf(at)));
        }
        check.that(options.size() >= QuestionCheck.FEWEST, rows.next(), "ask.dates.few");
        return options;
    }

    @Nullable
    Subject about(CommunityId community) {
        if (text("about").isBlank()) return null;
        try {
            return Subject.of(community, text("about"));
        } catch (Missing none) {
            return null;
        }
    }

    private @Nullable Method method() {
        for (Method method : Method.values()) if (method.name().equals(text("method"))) return method;
        return null;
    }

    private @Nullable Integer ratio(Method method) {
        int ratio = number("ratio");
        return (method == Method.SHOW_OF_HANDS || method == Method.RANKED) && ratio > 1 && ratio <= 10 ? ratio : null;
    }

    /** So many people, or a percentage of those who may vote. */
    private @Nullable Turnout turnout(Refused.Check check) {
        String typed = text("quorum").strip();
        if (typed.isEmpty()) return null;
        Matcher number = TURNOUT.matcher(typed);
        boolean fits = number.matches();
        check.that(fits, "quorum", "ask.quorum.odd");
        if (!fits) return null;
        int amount = Integer.parseInt(number.group(1));
        return number.group(2).isEmpty() ? Turnout.ofPeople(amount) : Turnout.ofPercent(amount);
    }

    /** When it ends: so long from now, this evening, or at a time that is written out. Whole minutes, never earlier than asked. */
    private @Nullable Instant ends() {
        return switch (text("ends")) {
            case "minutes" -> minute(now.plus(Duration.ofMinutes(15)));
            case "hour" -> minute(now.plus(Duration.ofHours(1)));
            case "evening" -> WallClock.moment(evening(now, zone), zone);
            case "week" -> days(7);
            case "at" -> at();
            case "days", "" -> days(3);
            default -> null;
        };
    }

    /** The next time it is eight in the evening, with time enough left to vote. */
    static LocalDateTime evening(Instant now, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(now, zone);
        LocalDateTime evening = local.with(EVENING);
        return local.plusMinutes(30).isAfter(evening) ? evening.plusDays(1) : evening;
    }

    private Instant days(int days) {
        return minute(WallClock.later(now, days, zone));
    }

    private @Nullable Instant at() {
        return moment(text("at"), zone);
    }

    /** A day and a time as people write them; null for what is none. */
    static @Nullable Instant moment(String typed, ZoneId zone) {
        try {
            return WallClock.moment(LocalDateTime.parse(typed.strip().replace(' ', 'T')), zone);
        } catch (DateTimeParseException odd) {
            return null;
        }
    }

    private static Instant minute(Instant at) {
        Instant whole = at.truncatedTo(ChronoUnit.MINUTES);
        return whole.equals(at) ? at : whole.plus(Duration.ofMinutes(1));
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException odd) {
            return null;
        }
    }

    /** Hours with a point or a comma, in quarters; null for what is no number of quarter hours. */
    static @Nullable Long quarters(String typed) {
        String plain = typed.strip().replace(',', '.');
        if (!plain.matches("\\d{1,7}(\\.\\d{1,4})?")) return null;
        BigDecimal quarters = new BigDecimal(plain).multiply(FOUR).stripTrailingZeros();
        if (quarters.scale() > 0) return null;
        long whole = quarters.longValueExact();
        return whole >= 1 && whole <= MOST_QUARTERS ? Long.valueOf(whole) : null;
    }

    private int number(String field) {
        String typed = text(field).strip();
        if (typed.isEmpty()) return 1;
        return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
    }

    private String text(String field) {
        return fields.getOrDefault(field, "");
    }

    /** As a field for date and time takes it. */
    static String local(Instant at, ZoneId zone) {
        return ZonedDateTime.ofInstant(at, zone)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
