package mainline.decisions;

import java.util.LinkedHashMap;
import java.util.Map;
import mainline.kernel.PersonId;
import mainline.record.Act;
import org.jspecify.annotations.Nullable;

/** What the record is told of decisions. */
final class Acts {
    private Acts() {}

    /** The lot is fixed here, before anybody has voted. */
    static Act opened(Decision decision) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("title", decision.question());
        facts.put("method", StoredCodes.METHODS.of(decision.method()));
        facts.put("ends", decision.ends().toString());
        facts.put("eligible", String.valueOf(decision.eligible()));
        facts.put("lot", decision.poll().lot());
        return new Act(DecisionVerb.OPENED, decision.by(), decision.subject(), facts);
    }

    /** @param by who stopped it; null when it ended by its rules */
    static Act closed(Decision decision, @Nullable PersonId by, Settling.Settled settled, Map<String, String> proof) {
        Map<String, String> facts = new LinkedHashMap<>(proof);
        facts.put("title", decision.question());
        facts.put("passed", String.valueOf(settled.passed()));
        facts.put("winners", settled.winners().toString());
        facts.put("voted", String.valueOf(settled.voted()));
        return new Act(DecisionVerb.CLOSED, by, decision.subject(), facts);
    }
}
