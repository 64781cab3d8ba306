package mainline.mission;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import mainline.community.Here;
import mainline.decisions.Completion;
import mainline.decisions.Method;
import mainline.decisions.Rules;
import mainline.kernel.Refused;
import mainline.look.Option;

/** The rules of deciding as fields of a form: what they are called, what they may be, and which of them differ. */
final class RuleFields {
    /** A whole number; its name is {@code mission.rule.NAME}, what it does {@code mission.rule.NAME.help}. */
    record Field(String name, int least, int most, ToIntFunction<Rules> of) {
        String key() {
            return "rule-" + name;
        }

        String help() {
            return "mission.rule." + name + ".help";
        }
    }

    /**
     * A rule that differs.
     *
     * @param method for a rule about one method, else empty
     */
    record Changed(String name, String method, String before, String after) {
        /** A value in words, where it is none of its own. */
        String told(Here here, String value) {
            return name.equals("completion") ? here.say("mission.rule.completion." + value) : value;
        }
    }

    static List<Option> completions(Here here) {
        return Arrays.stream(Completion.values())
                .map(each -> new Option(each.name(), here.say("mission.rule.completion." + each)))
                .toList();
    }

    static final List<Field> NUMBERS = List.of(
            new Field("missionLevel", 0, 1, rules -> rules.levels().mission()),
            new Field("latecomers", 0, 1, rules -> rules.levels().latecomers() ? 1 : 0),
            new Field("ratio", 1, 4, rules -> rules.thresholds().ratio()),
            new Field("missionRatio", 2, 9, rules -> rules.thresholds().missionRatio()),
            new Field("leastApprovals", 1, 20, rules -> rules.thresholds().leastApprovals()),
            new Field("usualHours", 1, 1440, rules -> rules.windows().usualHours()),
            new Field("shortestMinutes", 5, 1440, rules -> rules.windows().shortestMinutes()),
            new Field("shortestHours", 24, 336, rules -> rules.windows().shortestHours()),
            new Field("lazyHours", 24, 336, rules -> rules.windows().lazyHours()),
            new Field("longestDays", 14, 366, rules -> rules.windows().longestDays()),
            new Field("concernDays", 1, 60, rules -> rules.waits().concernDays()),
            new Field("reviewDays", 7, 365, rules -> rules.waits().reviewDays()),
            new Field("longestReviewDays", 7, 730, rules -> rules.waits().longestReviewDays()),
            new Field("barredDays", 0, 365, rules -> rules.waits().barredDays()),
            new Field("talkDays", 0, 30, rules -> rules.waits().talkDays()));
    private static final String QUORUM = "rule-quorumFactor";
    static final String COMPLETION = "rule-completion";
    private static final String OPENS = "rule-opens-";
    private static final String VOTES = "rule-votes-";

    private RuleFields() {}

    static Map<String, String> values(Rules rules) {
        Map<String, String> values = new HashMap<>();
        for (Field field : NUMBERS) values.put(field.key(), "" + field.of().applyAsInt(rules));
        values.put(QUORUM, rules.thresholds().quorumFactor().toPlainString());
        values.put(COMPLETION, rules.thresholds().completion().name());
        for (Method method : Method.values()) {
            values.put(OPENS + method, "" + rules.opens(method, false));
            values.put(VOTES + method, "" + rules.votes(method, false));
        }
        return values;
    }

    /** What the form says; a rule that it leaves out stays as it is. */
    static Rules read(Map<String, String> fields, Rules present, Refused.Check check) {
        ToIntFunction<String> of = numbers(fields, present, check)::get;
        Rules.Levels levels = levels(fields, present, of, check);
        noneBeyondTheLongest(of, check);
        return new Rules(
                levels,
                new Rules.Thresholds(
                        factor(fields, present, check),
                        of.applyAsInt("ratio"),
                        of.applyAsInt("missionRatio"),
                        of.applyAsInt("leastApprovals"),
                        completion(fields, present, check)),
                new Rules.Windows(
                        of.applyAsInt("usualHours"),
                        of.applyAsInt("shortestMinutes"),
                        of.applyAsInt("shortestHours"),
                        of.applyAsInt("lazyHours"),
                        of.applyAsInt("longestDays")),
                new Rules.Waits(
                        of.applyAsInt("concernDays"),
                        of.applyAsInt("reviewDays"),
                        of.applyAsInt("longestReviewDays"),
                        of.applyAsInt("barredDays"),
                        of.applyAsInt("talkDays")));
    }

    private static Map<String, Integer> numbers(Map<String, String> fields, Rules present, Refused.Check check) {
        Map<String, Integer> numbers = new HashMap<>();
        for (Field field : NUMBERS)
            numbers.put(
                    field.name(),
                    number(fields, field.key(), field.of().applyAsInt(present), field.least(), field.most(), check));
        return numbers;
    }

    private static Rules.Levels levels(
            Map<String, String> fields, Rules present, ToIntFunction<String> of, Refused.Check check) {
        Map<Method, Integer> opens = new EnumMap<>(Method.class);
        Map<Method, Integer> votes = new EnumMap<>(Method.class);
        for (Method method : Method.values()) {
            opens.put(method, number(fields, OPENS + method, present.opens(method, false), 0, 1, check));
            votes.put(method, number(fields, VOTES + method, present.votes(method, false), 0, 1, check));
        }
        return new Rules.Levels(opens, votes, of.applyAsInt("missionLevel"), of.applyAsInt("latecomers") == 1);
    }

    private static void noneBeyondTheLongest(ToIntFunction<String> of, Refused.Check check) {
        check.that(
                        of.applyAsInt("usualHours") <= of.applyAsInt("longestDays") * 24,
                        "rule-usualHours",
                        "mission.rule.beyond-longest")
                .that(
                        of.applyAsInt("reviewDays") <= of.applyAsInt("longestReviewDays"),
                        "rule-reviewDays",
                        "mission.rule.beyond-longest");
    }

    private static Completion completion(Map<String, String> fields, Rules present, Refused.Check check) {
        String chosen = fields.getOrDefault(
                COMPLETION, present.thresholds().completion().name());
        for (Completion each : Completion.values()) if (each.name().equals(chosen)) return each;
        check.that(false, COMPLETION, "mission.rule.completion-unknown");
        return present.thresholds().completion();
    }

    private static int number(
            Map<String, String> fields, String key, int present, int least, int most, Refused.Check check) {
        String typed = fields.getOrDefault(key, "" + present).strip();
        boolean fine = typed.matches("\\d{1,6}") && Integer.parseInt(typed) >= least && Integer.parseInt(typed) <= most;
        check.that(fine, key, "mission.rule.bounds", least, most);
        return fine ? Integer.parseInt(typed) : present;
    }

    private static BigDecimal factor(Map<String, String> fields, Rules present, Refused.Check check) {
        String typed = fields.getOrDefault(
                        QUORUM, present.thresholds().quorumFactor().toPlainString())
                .strip()
                .replace(',', '.');
        boolean fine = typed.matches("[0-3](\\.\\d{1,2})?")
                && new BigDecimal(typed).compareTo(new BigDecimal("0.5")) >= 0
                && new BigDecimal(typed).compareTo(new BigDecimal("3")) <= 0;
        check.that(fine, QUORUM, "mission.rule.bounds", "0.5", "3");
        if (!fine || new BigDecimal(typed).compareTo(present.thresholds().quorumFactor()) == 0)
            return present.thresholds().quorumFactor();
        return new BigDecimal(typed).stripTrailingZeros();
    }

    /** Each rule that differs, in the order of the form. */
    static List<Changed> changes(Rules before, Rules after) {
        Map<String, String> was = values(before);
        Map<String, String> is = values(after);
        List<Changed> changes = new ArrayList<>();
        for (Method method : Method.values()) {
            note(changes, was, is, OPENS + method, "opens", method.name());
            note(changes, was, is, VOTES + method, "votes", method.name());
        }
        note(changes, was, is, QUORUM, "quorumFactor", "");
        for (Field field : NUMBERS) note(changes, was, is, field.key(), field.name(), "");
        note(changes, was, is, COMPLETION, "completion", "");
        return changes;
    }

    private static void note(
            List<Changed> changes,
            Map<String, String> was,
            Map<String, String> is,
            String key,
            String name,
            String method) {
        String before = was.getOrDefault(key, "");
        String after = is.getOrDefault(key, "");
        if (!before.equals(after)) changes.add(new Changed(name, method, before, after));
    }
}
