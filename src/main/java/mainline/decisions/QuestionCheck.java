package mainline.decisions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mainline.kernel.Refused;
import org.jspecify.annotations.Nullable;

/** What a question must be like to be put, and its words and options when they are amended. */
final class QuestionCheck {
    static final int MOST_OPTIONS = 60;

    /** There is nothing to choose from fewer, unless one can turn down the only one. */
    static final int FEWEST = 2;

    static final int MOST_TALK_DAYS = 30;
    static final long MOST_QUARTER_HOURS = 40_000_000;
    private static final int LONGEST_QUESTION = 300;
    private static final int LONGEST_BACKGROUND = 20_000;
    private static final int LONGEST_DETAIL = 5000;
    private static final int MOST_SEATS = 50;
    private static final int MOST_DOTS = 50;
    private static final int HIGHEST_RATIO = 100;

    private QuestionCheck() {}

    static void words(String question, String background) {
        new Refused.Check()
                .text(question, "question", LONGEST_QUESTION)
                .optional(background, "background", LONGEST_BACKGROUND)
                .orRefuse();
    }

    /** @param others what the decision's other options say */
    static void option(ChoiceDraft draft, Decision decision, List<String> others, Instant now) {
        Refused.Check check = new Refused.Check();
        check(check, draft, decision.method(), "text", "detail", "hours");
        if (decision.method() == Method.DATES) isToCome(check, draft, "text", now, decision.ends());
        check.that(!others.contains(draft.text().strip()), "text", "decision.options.twice");
        check.orRefuse();
    }

    /** @param shortest of its window */
    static void whole(Question question, Rules rules, Duration shortest, Instant now, LocalDate today) {
        Method method = question.method();
        boolean mission = Decision.isAboutMission(question.about());
        int talk = question.until().talkDays();
        Instant begins = now.plus(Duration.ofDays(talk));
        Instant latest = begins.plus(Duration.ofDays(rules.windows().longestDays()));
        Refused.Check check = new Refused.Check()
                .text(question.question(), "question", LONGEST_QUESTION)
                .optional(question.background(), "background", LONGEST_BACKGROUND)
                .that(method.isCounted() || !mission, "method", "decision.method.mission")
                .that(method.isCounted() || !question.secret(), "secret", "decision.method.open-only")
                .that(!question.ends().isBefore(begins.plus(shortest)), "ends", tooSoon(shortest), amount(shortest))
                .that(
                        !question.ends().isAfter(latest),
                        "ends",
                        "decision.ends.late",
                        rules.windows().longestDays())
                .that(talk <= MOST_TALK_DAYS, "talk", "ask.talk.odd", MOST_TALK_DAYS)
                .that(talk == 0 || method.isVote(), "talk", "decision.talk.vote")
                .that(isRatio(question.wanted().ratio()), "ratio", "decision.ratio.odd", HIGHEST_RATIO);
        options(check, question, now);
        if (method == Method.EQUAL_SHARES)
            check.that(isBudget(question.wanted().budgetQuarterHours()), "budget", "decision.budget.odd");
        if (method == Method.DOTS) check.that(isDots(question.wanted().dots()), "dots", "decision.dots.odd", MOST_DOTS);
        review(check, question, rules, today);
        check.orRefuse();
    }

    private static boolean isRatio(@Nullable Integer ratio) {
        return ratio == null || (ratio >= 1 && ratio <= HIGHEST_RATIO);
    }

    private static boolean isBudget(long quarterHours) {
        return quarterHours > 0 && quarterHours <= MOST_QUARTER_HOURS;
    }

    private static boolean isDots(int dots) {
        return dots >= 1 && dots <= MOST_DOTS;
    }

    private static void options(Refused.Check check, Question question, Instant now) {
        Method method = question.method();
        List<ChoiceDraft> options = question.options();
        if (!method.hasOptions()) {
            check.that(options.isEmpty(), "options", "decision.options.none");
            return;
        }
        int fewest = fewest(question);
        check.that(options.size() >= fewest, "options", "decision.options.few", fewest)
                .that(options.size() <= MOST_OPTIONS, "options", "decision.options.many", MOST_OPTIONS)
                .that(
                        question.wanted().seats() >= 1
                                && question.wanted().seats() <= Math.min(MOST_SEATS, Math.max(1, options.size())),
                        "seats",
                        "decision.seats.odd");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < Math.min(options.size(), MOST_OPTIONS); i++) {
            check(check, options.get(i), method, "option-" + (i + 1), "detail-" + (i + 1), "hours-" + (i + 1));
            if (method == Method.DATES) isToCome(check, options.get(i), "option-" + (i + 1), now, question.ends());
            check.that(seen.add(options.get(i).text().strip()), "option-" + (i + 1), "decision.options.twice");
        }
    }

    private static int fewest(Question question) {
        return switch (question.method()) {
            case SEATS -> Math.max(FEWEST, question.wanted().seats());
            case PLURALITY, DATES, APPROVAL, SCORE, DOTS -> FEWEST;
            default -> 1;
        };
    }

    private static void check(
            Refused.Check check, ChoiceDraft option, Method method, String text, String detail, String hours) {
        check.text(option.text(), text, LONGEST_QUESTION).optional(option.detail(), detail, LONGEST_DETAIL);
        if (method == Method.DATES) check.that(isMoment(option.text()), text, "decision.date.odd");
        if (method == Method.EQUAL_SHARES)
            check.that(
                    option.quarterHours() > 0 && option.quarterHours() <= MOST_QUARTER_HOURS,
                    hours,
                    "decision.hours.odd");
    }

    private static boolean isMoment(String text) {
        return moment(text) != null;
    }

    private static @Nullable Instant moment(String text) {
        try {
            return Instant.parse(text.strip());
        } catch (DateTimeParseException odd) {
            return null;
        }
    }

    /** What is chosen must not be over when it is chosen. */
    private static void isToCome(Refused.Check check, ChoiceDraft option, String field, Instant now, Instant ends) {
        Instant at = moment(option.text());
        boolean past = at != null && !at.isAfter(now);
        check.that(!past, field, "decision.date.past");
        check.that(past || at == null || at.isAfter(ends), field, "decision.date.before-end");
    }

    private static void review(Refused.Check check, Question question, Rules rules, LocalDate today) {
        LocalDate review = question.until().review();
        if (review == null) {
            check.that(question.method() != Method.CONSENT, "review", "decision.review.needed");
            return;
        }
        int longest = question.method() == Method.CONSENT ? rules.waits().longestReviewDays() : 3 * 366;
        check.that(review.isAfter(today), "review", "decision.review.past")
                .that(!review.isAfter(today.plusDays(longest)), "review", "decision.review.far", longest);
    }

    private static String tooSoon(Duration shortest) {
        return shortest.compareTo(Duration.ofHours(2)) < 0 ? "decision.ends.soon-minutes" : "decision.ends.soon-hours";
    }

    private static long amount(Duration shortest) {
        return shortest.compareTo(Duration.ofHours(2)) < 0 ? shortest.toMinutes() : shortest.toHours();
    }
}
