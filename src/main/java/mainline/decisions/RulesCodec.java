package mainline.decisions;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link Rules} as they are stored, here and in the charters that propose them: by codes that stay. */
public final class RulesCodec {
    /** What holds where it was agreed before there was such a rule. */
    private static final int FIRST_TALK_DAYS = 3;

    private RulesCodec() {}

    public static String write(Rules rules) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("mayOpen", codes(rules.levels().opens()));
        fields.put("mayVote", codes(rules.levels().votes()));
        fields.put("missionLevel", rules.levels().mission());
        fields.put("latecomers", rules.levels().latecomers());
        fields.put("quorumFactor", rules.thresholds().quorumFactor());
        fields.put("ratio", rules.thresholds().ratio());
        fields.put("missionRatio", rules.thresholds().missionRatio());
        fields.put("leastApprovals", rules.thresholds().leastApprovals());
        fields.put("completion", StoredCodes.COMPLETIONS.of(rules.thresholds().completion()));
        fields.put("usualHours", rules.windows().usualHours());
        fields.put("shortestMinutes", rules.windows().shortestMinutes());
        fields.put("shortestHours", rules.windows().shortestHours());
        fields.put("lazyHours", rules.windows().lazyHours());
        fields.put("longestDays", rules.windows().longestDays());
        fields.put("concernDays", rules.waits().concernDays());
        fields.put("reviewDays", rules.waits().reviewDays());
        fields.put("longestReviewDays", rules.waits().longestReviewDays());
        fields.put("barredDays", rules.waits().barredDays());
        fields.put("talkDays", rules.waits().talkDays());
        return StoredFields.write(fields);
    }

    /** @throws IllegalStateException when something is stored that is not understood */
    public static Rules read(String stored) {
        StoredFields fields = StoredFields.read("rules", stored);
        Rules rules = new Rules(levels(fields), thresholds(fields), windows(fields), waits(fields));
        fields.end();
        return rules;
    }

    private static Rules.Levels levels(StoredFields fields) {
        return new Rules.Levels(
                methods(fields.wholes("mayOpen")),
                methods(fields.wholes("mayVote")),
                fields.whole("missionLevel"),
                fields.flag("latecomers", true));
    }

    private static Rules.Thresholds thresholds(StoredFields fields) {
        return new Rules.Thresholds(
                fields.decimal("quorumFactor"),
                fields.whole("ratio"),
                fields.whole("missionRatio"),
                fields.whole("leastApprovals"),
                StoredCodes.COMPLETIONS.read(fields.text("completion", StoredCodes.FIRST_COMPLETION)));
    }

    private static Rules.Windows windows(StoredFields fields) {
        return new Rules.Windows(
                fields.whole("usualHours"),
                fields.whole("shortestMinutes"),
                fields.whole("shortestHours"),
                fields.whole("lazyHours"),
                fields.whole("longestDays"));
    }

    private static Rules.Waits waits(StoredFields fields) {
        return new Rules.Waits(
                fields.whole("concernDays"),
                fields.whole("reviewDays"),
                fields.whole("longestReviewDays"),
                fields.whole("barredDays"),
                fields.has("talkDays") ? fields.whole("talkDays") : FIRST_TALK_DAYS);
    }

    private static Map<String, Integer> codes(Map<Method, Integer> levels) {
        Map<String, Integer> written = new LinkedHashMap<>();
        levels.forEach((method, level) -> written.put(StoredCodes.METHODS.of(method), level));
        return written;
    }

    private static Map<Method, Integer> methods(Map<String, Integer> stored) {
        Map<Method, Integer> levels = new EnumMap<>(Method.class);
        stored.forEach((code, level) -> levels.put(StoredCodes.METHODS.read(code), level));
        return levels;
    }
}
