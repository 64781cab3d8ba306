package mainline.decisions;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@link Terms} as they are stored: by codes that stay. */
final class TermsCodec {
    private TermsCodec() {}

    static String write(Terms terms) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("quorum", terms.quorum());
        fields.put("ratio", terms.ratio());
        fields.put("least", terms.least());
        fields.put("seats", terms.seats());
        fields.put("budgetQuarterHours", terms.budgetQuarterHours());
        fields.put("asked", terms.asked());
        fields.put("concernDays", terms.concernDays());
        fields.put("completion", StoredCodes.COMPLETIONS.of(terms.completion()));
        if (terms.dots() > 0) fields.put("dots", terms.dots());
        Turnout turnout = terms.turnout();
        if (turnout != null && turnout.people() > 0) fields.put("turnoutPeople", turnout.people());
        if (turnout != null && turnout.percent() > 0) fields.put("turnoutPercent", turnout.percent());
        Reckoning reckoning = terms.reckoning();
        if (reckoning != null) {
            fields.put("quorumFactor", reckoning.quorumFactor());
            fields.put("leastApprovals", reckoning.leastApprovals());
        }
        return StoredFields.write(fields);
    }

    /** @throws IllegalStateException when something is stored that is not understood */
    static Terms read(String stored) {
        StoredFields fields = StoredFields.read("terms", stored);
        Terms terms = new Terms(
                fields.whole("quorum"),
                fields.whole("ratio"),
                fields.whole("least"),
                fields.whole("seats"),
                fields.large("budgetQuarterHours"),
                fields.whole("asked"),
                fields.whole("concernDays"),
                StoredCodes.COMPLETIONS.read(fields.text("completion", StoredCodes.FIRST_COMPLETION)),
                fields.has("dots") ? fields.whole("dots") : 0,
                turnout(fields),
                reckoning(fields));
        fields.end();
        return terms;
    }

    private static @Nullable Turnout turnout(StoredFields fields) {
        if (fields.has("turnoutPeople")) return Turnout.ofPeople(fields.whole("turnoutPeople"));
        return fields.has("turnoutPercent") ? Turnout.ofPercent(fields.whole("turnoutPercent")) : null;
    }

    private static @Nullable Reckoning reckoning(StoredFields fields) {
        return fields.has("quorumFactor")
                ? new Reckoning(fields.decimal("quorumFactor"), fields.whole("leastApprovals"))
                : null;
    }
}
