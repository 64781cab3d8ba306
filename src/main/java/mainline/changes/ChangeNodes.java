package mainline.changes;

import java.util.List;
import mainline.chain.Chain;
import mainline.chain.Node;
import mainline.chain.Step;
import mainline.handbook.HandbookPage;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import mainline.mission.Mission;
import mainline.text.Markdown;
import org.springframework.stereotype.Component;

/** Puts changes, and the pages they become, on the chain of what they come from. */
@Component
class ChangeNodes {
    private final Chain chain;
    private final Mission mission;

    ChangeNodes(Chain chain, Mission mission) {
        this.chain = chain;
        this.mission = mission;
    }

    /** A change that begins its own chain stands behind the clause it names; any other is on the chain it comes from. */
    void put(Change change) {
        chain.drop(change.subject());
        mission.clause(change.subject().community(), change.clause())
                .filter(clause -> thread(change).equals(change.subject()))
                .ifPresent(clause -> chain.put(
                        change.subject(),
                        new Node(
                                change.subject(),
                                Step.CLAUSE,
                                Reason.of("chain.text", clause.name()),
                                Reason.of("chain.text", Markdown.excerpt(clause.text(), 60)),
                                "mission#" + clause.name(),
                                true)));
        Reason label = Reason.of("handbook.node.change", "" + change.subject().number());
        chain.put(
                thread(change),
                new Node(change.subject(), Step.CHANGE, label, note(change), change.path(), isMerged(change)));
    }

    /** A change that was taken back stands on no chain. */
    void drop(Subject change) {
        chain.drop(change);
    }

    /** Its pages stand on the line from now on, by the name of the first. */
    void putPages(Change change, List<HandbookPage> pages) {
        if (pages.isEmpty()) return;
        HandbookPage page = pages.getFirst();
        Reason label = Reason.of("chain.text", page.title());
        Reason note = pages.size() == 1
                ? Reason.of("handbook.node.page")
                : Reason.of("handbook.node.pages", "" + (pages.size() - 1));
        chain.put(thread(change), new Node(change.subject(), Step.HANDBOOK, label, note, page.address(), true));
    }

    private Subject thread(Change change) {
        Subject from = change.from();
        return from == null ? change.subject() : chain.threadOf(from);
    }

    private static boolean isMerged(Change change) {
        return change.state() instanceof Change.Merged;
    }

    private static Reason note(Change change) {
        return switch (change.state()) {
            case Change.Draft draft -> Reason.of("handbook.node.draft");
            case Change.Open open -> Reason.of("handbook.node.open", "" + change.version());
            case Change.Merged merged -> Reason.of("handbook.node.merged");
            case Change.Enacted enacted -> Reason.of("handbook.node.merged");
            case Change.Withdrawn withdrawn -> Reason.of("handbook.node.withdrawn");
        };
    }
}
