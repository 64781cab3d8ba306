package mainline.effort;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import mainline.chain.Chain;
import mainline.chain.Node;
import mainline.chain.Step;
import mainline.ideas.Idea;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.record.Act;
import mainline.record.PublicRecord;
import mainline.record.Verb;
import org.springframework.stereotype.Component;

/** States needs, within the act that asked for it. */
@Component
class Needs {
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

    /** Reads the fields {@code need-do} and so on; an empty one stands for none. */
    static Map<EffortKind, Hours> read(Map<String, String> fields, Refused.Check check) {
        Map<EffortKind, Hours> hours = new EnumMap<>(EffortKind.class);
        for (EffortKind kind : EffortKind.values()) {
            String typed = fields.getOrDefault(kind.needField(), "");
            Optional<Hours> read = typed.isBlank() ? Optional.of(Hours.NONE) : Hours.read(typed);
            check.that(read.isPresent(), kind.needField(), "effort.need.odd");
            hours.put(kind, read.orElse(Hours.NONE));
        }
        return hours;
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
        String pledged = effort.pledged().toString();
        Reason note = effort.stated()
                ? Reason.of("chain.pledged", pledged, effort.needed().toString())
                : Reason.of("chain.pledged.open", pledged);
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
