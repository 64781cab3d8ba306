package mainline.concerns;

import java.time.Clock;
import java.util.List;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.decisions.Clauses;
import mainline.decisions.Decision;
import mainline.decisions.Electorate;
import mainline.decisions.Method;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When a member may raise a concern, and what it must say. */
@Component
class RaisingRules {
    static final int LONGEST_HARM = 2000;

    private final Electorate electorate;
    private final Communities communities;
    private final Clauses clauses;
    private final Clock clock;

    RaisingRules(Electorate electorate, Communities communities, Clauses clauses, Clock clock) {
        this.electorate = electorate;
        this.communities = communities;
        this.clauses = clauses;
        this.clock = clock;
    }

    /** @param all concerns about the decision so far */
    void check(Decision decision, Member by, List<Concern> all, String harm, int clause, @Nullable PersonId resolver) {
        String refusal = whyNot(decision, by, all);
        if (refusal != null) throw Refused.because("", refusal);
        new Refused.Check()
                .that(!harm.isBlank() || clause > 0, "harm", "concern.harm.missing")
                .optional(harm, "harm", LONGEST_HARM)
                .that(clause == 0 || clauses.holds(by.community(), clause), "clause", "concern.clause.unknown", clause)
                .that(
                        resolver == null || communities.isMember(by.community(), resolver),
                        "resolver",
                        "concern.resolver.unknown")
                .orRefuse();
    }

    /** @return the key of what keeps this member from raising one, or null */
    @Nullable
    String whyNot(Decision decision, Member by, List<Concern> all) {
        if (decision.method() != Method.LAZY_CONSENSUS) return "concern.not-this-way";
        if (!decision.takesBallots(clock.instant())) return "concern.window-over";
        if (!electorate.isOnRoll(decision, by.person())) return "concern.not-on-roll";
        if (decision.by().equals(by.person())) return "concern.own-question";
        boolean twice = all.stream().anyMatch(each -> each.isOpen() && each.by().equals(by.person()));
        return twice ? "concern.one-at-a-time" : null;
    }
}
