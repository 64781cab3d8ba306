package mainline.decisions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import mainline.community.Here;

/** What it takes to decide, as a reader is told. */
final class TermsInWords {
    private TermsInWords() {}

    /** Each in a sentence; they were frozen at the opening. */
    static List<String> of(Here here, Decision decision) {
        Terms terms = decision.terms();
        Method method = decision.method();
        Collection<String> said = new ArrayList<>();
        said.add(here.say("decision.method." + method + ".how"));
        if (terms.quorum() > 0) said.add(here.say("terms.quorum", terms.quorum(), decision.eligible()));
        if (decision.leastTurnout() > 0)
            said.add(here.say("terms.turnout", decision.leastTurnout(), decision.eligible()));
        if (method == Method.SHOW_OF_HANDS || method == Method.RANKED)
            said.add(terms.ratio() > 1 ? here.say("terms.ratio", terms.ratio()) : here.say("terms.more"));
        if (method == Method.DOTS) said.add(here.say("terms.dots", terms.dots()));
        if (method.needsSupporters()) said.add(here.say(least(method), terms.least()));
        if (method.takesSeats()) said.add(here.say("terms.seats", terms.seats()));
        if (method == Method.EQUAL_SHARES)
            said.add(here.say(
                    "terms.budget",
                    here.shell()
                            .hours(BigDecimal.valueOf(terms.budgetQuarterHours())
                                    .divide(BigDecimal.valueOf(4)))));
        if (method == Method.EQUAL_SHARES) said.add(here.say("terms.completion." + terms.completion()));
        if (method.isCounted()) said.add(here.say(decision.secret() ? "terms.secret" : "terms.open"));
        return List.copyOf(said);
    }

    private static String least(Method method) {
        return switch (method) {
            case DATES -> "terms.least.yes";
            case SCORE, DOTS -> "terms.least.points";
            default -> "terms.least";
        };
    }
}
