package mainline.ideas;

import mainline.chain.Chain;
import mainline.chain.Node;
import mainline.chain.Step;
import mainline.discussion.Discussions;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import mainline.mission.Clause;
import mainline.text.Markdown;
import org.springframework.stereotype.Component;

/** Where an idea stands: on the chain below the clause it serves, and in the discussion about it. */
@Component
class IdeaThread {
    private final Chain chain;
    private final Discussions discussions;

    IdeaThread(Chain chain, Discussions discussions) {
        this.chain = chain;
        this.discussions = discussions;
    }

    void put(Idea idea, Clause clause) {
        Subject thread = idea.subject();
        discussions.open(thread, idea.title());
        Reason cited = Reason.of("chain.text", Markdown.excerpt(clause.text(), 60));
        chain.put(
                thread,
                new Node(
                        thread,
                        Step.CLAUSE,
                        Reason.of("chain.text", clause.name()),
                        cited,
                        "mission#" + clause.name(),
                        true));
        chain.put(
                thread,
                new Node(
                        thread,
                        Step.IDEA,
                        Reason.of("chain.idea", thread.number()),
                        Reason.of("chain.idea.version", idea.version()),
                        idea.path(),
                        true));
    }
}
