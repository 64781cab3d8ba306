package mainline.drafting;

import java.util.ArrayList;
import java.util.List;
import mainline.chain.Chain;
import mainline.changes.ChangeOrigins;
import mainline.community.Here;
import mainline.kernel.Subject;
import mainline.look.Option;
import mainline.mission.Mission;
import mainline.text.Markdown;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What whoever proposes a change chooses from: the clauses of the mission, and what the change can come from. */
@Component
class ProposalChoices {
    private static final int LONGEST_CLAUSE = 80;

    private final Mission mission;
    private final Chain chain;
    private final List<ChangeOrigins> origins;

    ProposalChoices(Mission mission, Chain chain, List<ChangeOrigins> origins) {
        this.mission = mission;
        this.chain = chain;
        this.origins = origins;
    }

    record Offered(List<Option> clauses, List<Option> origins) {}

    /** @param from what stands in the form already; it is offered too */
    Offered of(Here here, @Nullable Subject from) {
        List<Option> clauses = mission.clauses(here.id()).stream()
                .map(clause -> new Option(
                        "" + clause.number(), clause.name() + " · " + Markdown.excerpt(clause.text(), LONGEST_CLAUSE)))
                .toList();
        List<Option> offered = new ArrayList<>();
        origins.forEach(source -> offered.addAll(source.offered(here)));
        if (from != null && offered.stream().noneMatch(option -> option.value().equals(from.key()))) {
            String words = words(here, from);
            if (words != null) offered.addFirst(new Option(from.key(), words));
        }
        return new Offered(clauses, offered);
    }

    /** What it is called on the chain; null when it is not there. */
    @Nullable
    String words(Here here, Subject from) {
        return chain.nodes(from).stream()
                .filter(node -> node.subject().equals(from))
                .map(node -> here.say(node.label()))
                .findFirst()
                .orElse(null);
    }

    /** From its short form, such as {@code PROJECT-5}; null for anything else. */
    static @Nullable Subject subject(Here here, String from) {
        return from.matches("(IDEA|PROJECT|TRIAL|VERDICT|PRACTICE|CHANGE)-\\d{1,18}")
                ? Subject.of(here.id(), from)
                : null;
    }
}
