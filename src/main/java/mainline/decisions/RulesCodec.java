package mainline.decisions;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link Rules} as they are stored, here and in the charters that propose them: by codes that stay. */
public final class RulesCodec {
    private RulesCodec() {}

    public static String write(Rules rules) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("mayOpen", levels(rules.mayOpen()));
        fields.put("mayVote", levels(rules.mayVote()));
        fields.put("missionLevel", rules.missionLevel());
        fields.put("quorumFactor", rules.quorumFactor());
        fields.put("ratio", rules.ratio());
        fields.put("missionRatio", rules.missionRatio());
        fields.put("leastApprovals", rules.leastApprovals());
        fields.put("usualHours", rules.usualHours());
        fields.put("shortestMinutes", rules.shortestMinutes());
        fields.put("shortestHours", rules.shortestHours());
        fields.put("lazyHours", rules.lazyHours());
        fields.put("longestDays", rules.longestDays());
        fields.put("concernDays", rules.concernDays());
        fields.put("reviewDays", rules.reviewDays());
        fields.put("longestReviewDays", rules.longestReviewDays());
        fields.put("barredDays", rules.barredDays());
        fields.put("completion", StoredCodes.COMPLETIONS.of(rules.completion()));
        return StoredFields.write(fields);
    }

    /** @throws IllegalStateException when something is stored that is not understood */
    public static Rules read(String stored) {
        StoredFields fields = StoredFields.read("rules", stored);
        Rules rules = new Rules(
                levelsOf(fields.wholes("mayOpen")),
                levelsOf(fields.wholes("mayVote")),
                fields.whole("missionLevel"),
                fields.decimal("quorumFactor"),
                fields.whole("ratio"),
                fields.whole("missionRatio"),
                fields.whole("leastApprovals"),
                fields.whole("usualHours"),
                fields.whole("shortestMinutes"),
                fields.whole("shortestHours"),
                fields.whole("lazyHours"),
                fields.whole("longestDays"),
                fields.whole("concernDays"),
                fields.whole("reviewDays"),
                fields.whole("longestReviewDays"),
                fields.whole("barredDays"),
                StoredCodes.COMPLETIONS.read(fields.text("completion", StoredCodes.FIRST_COMPLETION)));
        fields.end();
        return rules;
    }

    private static Map<String, Integer> levels(Map<Method, Integer> levels) {
        Map<String, Integer> written = new LinkedHashMap<>();
        levels.forEach((method, level) -> written.put(StoredCodes.METHODS.of(method), level));
        return written;
    }

    private static Map<Method, Integer> levelsOf(Map<String, Integer> stored) {
        Map<Method, Integer> levels = new EnumMap<>(Method.class);
        stored.forEach((code, level) -> levels.put(StoredCodes.METHODS.read(code), level));
        return levels;
    }
}
