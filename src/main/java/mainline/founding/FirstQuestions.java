package mainline.founding;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import mainline.community.Member;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.RuleBook;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The questions a community may begin with, and asking one of them as it stands. */
@Component
class FirstQuestions {
    private final FirstQuestionStore store;
    private final Founders founders;
    private final Decisions decisions;
    private final RuleBook rules;
    private final Clock clock;

    FirstQuestions(FirstQuestionStore store, Founders founders, Decisions decisions, RuleBook rules, Clock clock) {
        this.store = store;
        this.founders = founders;
        this.decisions = decisions;
        this.rules = rules;
        this.clock = clock;
    }

    List<FirstQuestion> of(CommunityId community) {
        return store.of(community);
    }

    /** Asks it for as long as the rules have it usual. */
    @Transactional
    public Decision ask(Member founder, int n) {
        founders.check(founder);
        FirstQuestion draft = store.hold(founder.community(), n).orElseThrow(() -> new Missing("first question " + n));
        if (draft.asked() != null) throw Refused.because("", "founding.question.asked");
        int hours = rules.current(founder.community()).windows().usualHours();
        Decision decision = decisions.open(founder, draft.until(clock.instant().plus(Duration.ofHours(hours))));
        store.asked(founder.community(), n, decision.subject().number());
        return decision;
    }
}
