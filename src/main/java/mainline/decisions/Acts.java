package mainline.decisions;

import java.util.LinkedHashMap;
import java.util.Map;
import mainline.kernel.PersonId;
import mainline.record.Act;
import org.jspecify.annotations.Nullable;

/** What the record is told of decisions. */
final class Acts {
    private Acts() {}

    static Act announced(Decision decision) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("title", decision.question());
        facts.put("method", StoredCodes.METHODS.of(decision.method()));
        facts.put("opens", decision.ballotOpens().toString());
        return new Act(DecisionVerb.ANNOUNCED, decision.by(), decision.subject(), facts);
    }

    static Act opened(Decision decision) {
        return opened(DecisionVerb.OPENED, decision.by(), decision);
    }

    /** The ballot of what was announced: nobody does that but the clock. */
    static Act ballotOpened(Decision decision) {
        return opened(DecisionVerb.BALLOT_OPENED, null, decision);
    }

    /** The lot is fixed here, before anybody has voted. */
    private static Act opened(DecisionVerb verb, @Nullable PersonId by, Decision decision) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("title", decision.question());
        facts.put("method", StoredCodes.METHODS.of(decision.method()));
        facts.put("ends", decision.ends().toString());
        facts.put("eligible", String.valueOf(decision.eligible()));
        facts.put("lot", decision.poll().lot());
        return new Act(verb, by, decision.subject(), facts);
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
