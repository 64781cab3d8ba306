package mainline.stewardship;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mainline.community.Community;
import mainline.handbook.Roster;
import mainline.kernel.Reason;

/** What an area asks of a change, in sentences. */
final class RuleWords {
    private static final int KB = 1024;

    private RuleWords() {}

    static List<Reason> of(Roster.Rules rules) {
        List<Reason> words = new ArrayList<>();
        words.add(Reason.of("stewards.rule.approvals", rules.approvals()));
        words.add(Reason.of("stewards.rule.endorsements", rules.endorsements()));
        if (!rules.cooling().isZero()) words.add(cooling(rules.cooling()));
        if (rules.isShorterWhileYoung()) words.add(Reason.of("stewards.rule.cooling-young", Community.YOUNG.toDays()));
        if (!rules.files().isEmpty()) words.add(Reason.of("stewards.rule.files", String.join(", ", rules.files())));
        if (rules.largest() < Long.MAX_VALUE)
            words.add(Reason.of("stewards.rule.largest", Math.max(1, rules.largest() / KB)));
        return words;
    }

    private static Reason cooling(Duration cooling) {
        if (cooling.toMinutes() % (24 * 60) == 0) return Reason.of("stewards.rule.cooling-days", cooling.toDays());
        if (cooling.toMinutes() % 60 == 0) return Reason.of("stewards.rule.cooling-hours", cooling.toHours());
        return Reason.of("stewards.rule.cooling-minutes", cooling.toMinutes());
    }
}
