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
        stand(idea);
    }

    void withdraw(Idea idea) {
        stand(idea, Reason.of("chain.idea.withdrawn"));
    }

    /** In the version that it has, also after it was withdrawn. */
    void stand(Idea idea) {
        stand(idea, Reason.of("chain.idea.version", idea.version()));
    }

    private void stand(Idea idea, Reason note) {
        Subject thread = idea.subject();
        Reason label = Reason.of("chain.idea", thread.number());
        chain.put(thread, new Node(thread, Step.IDEA, label, note, idea.path(), true));
    }
}
