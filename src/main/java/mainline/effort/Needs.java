package mainline.effort;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import mainline.chain.Chain;
import mainline.chain.Node;
import mainline.chain.Step;
import mainline.community.Member;
import mainline.ideas.Idea;
import mainline.ideas.IdeaKeeping;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.record.Act;
import mainline.record.PublicRecord;
import mainline.record.Verb;
import org.springframework.stereotype.Component;

/** States needs, within the act that asked for it. */
@Component
class Needs implements IdeaKeeping<NeededHours> {
    private final NeedStore store;
    private final Chain chain;
    private final PublicRecord record;
    private final Clock clock;

    Needs(NeedStore store, Chain chain, PublicRecord record, Clock clock) {
        this.store = store;
        this.chain = chain;
        this.record = record;
        this.clock = clock;
    }

    @Override
    public Class<NeededHours> kind() {
        return NeededHours.class;
    }

    @Override
    public void published(Idea idea, NeededHours needed, Member author) {
        if (needed.areSome()) state(idea, needed.hours(), author.person());
    }

    void state(Idea idea, Map<EffortKind, Hours> hours, PersonId by) {
        Optional<Need> before = store.current(idea.subject());
        if (before.map(Need::hours).filter(hours::equals).isPresent()) return;
        int version = before.map(Need::version).orElse(0) + 1;
        Need need = new Need(version, hours, by, clock.instant());
        store.add(idea.subject(), need);
        Verb verb = version == 1 ? EffortVerb.NEED_STATED : EffortVerb.NEED_CHANGED;
        record.add(Act.by(by, verb, idea.subject(), idea.title(), need.total().toString()));
        link(idea);
    }

    /** Puts what is promised so far on the idea's line. */
    void link(Idea idea) {
        Effort effort = effort(idea);
        Reason note = effort.stated()
                ? Reason.of(
                        "chain.pledged",
                        effort.covered().decimal(),
                        effort.needed().decimal())
                : Reason.of("chain.pledged.open", effort.pledged().decimal());
        chain.put(
                chain.threadOf(idea.subject()),
                new Node(
                        idea.subject(),
                        Step.BACKING,
                        Reason.of("chain.step.BACKING"),
                        note,
                        idea.subject().path() + "/pledges",
                        effort.isCovered()));
    }

    Effort effort(Idea idea) {
        return store.efforts(
                        idea.subject().community(),
                        java.util.List.of(idea.subject().number()))
                .values()
                .iterator()
                .next();
    }
}
