package mainline.decisions;

import java.time.Clock;
import java.util.List;
import mainline.community.Audience;
import mainline.community.MemberJoined;
import mainline.community.Notice;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes who joins on the roll of the light questions that are open, where it was the rule when they were asked. */
@Component
class Latecomers {
    private static final int TOGETHER = 100;

    private final DecisionStore store;
    private final Electorate electorate;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Latecomers(DecisionStore store, Electorate electorate, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.electorate = electorate;
        this.clock = clock;
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void joined(MemberJoined joined) {
        long before = Long.MAX_VALUE;
        List<Decision> some;
        do {
            some = store.list(joined.community(), Which.RUNNING, before, TOGETHER);
            for (Decision decision : some) {
                if (decision.takesLatecomers()) admit(decision, joined.person());
                before = decision.subject().number();
            }
        } while (some.size() == TOGETHER);
    }

    private void admit(Decision seen, PersonId person) {
        store.lock(seen.subject());
        Decision decision = store.find(seen.subject()).orElseThrow();
        if (!decision.takesBallots(clock.instant()) || electorate.isOnRoll(decision, person)) return;
        electorate.admit(decision, person);
        Audience one = new Audience.One(person);
        Reason text = decision.told("decision.told.joined", decision.ends());
        events.publishEvent(
                decision.method().wantsEachVote()
                        ? Notice.asked(one, decision.subject(), text)
                        : Notice.bound(one, decision.subject(), text));
    }
}
