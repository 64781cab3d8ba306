package mainline.chain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.Paged;
import mainline.kernel.Subject;
import mainline.platform.Kept;
import mainline.platform.Memory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The front door of the chain. A thread is named by the object that began it: an idea, or a change that came without one. */
@Component
public class Chain {
    private static final String CHAIN = "chain";
    private static final int MOST_KNOWN = 10_000;

    private final ChainStore store;
    private final Memory memory;
    private final Kept<Subject, Subject> threads;
    private final Kept<Subject, List<Node>> nodes;

    Chain(ChainStore store, Memory memory) {
        this.store = store;
        this.memory = memory;
        this.threads = memory.keep(MOST_KNOWN, Subject::community, CHAIN);
        this.nodes = memory.keep(MOST_KNOWN, Subject::community, CHAIN);
    }

    /** Puts or replaces a node, in the act's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Subject thread, Node node) {
        store.put(thread, node);
        memory.old(thread.community(), CHAIN);
    }

    /** Takes a node off, for example a change that was withdrawn. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void drop(Subject subject) {
        store.drop(subject);
        memory.old(subject.community(), CHAIN);
    }

    /** The thread a thing is on; what is on none yet begins its own. */
    public Subject threadOf(Subject subject) {
        return threads.get(subject, any -> store.threadOf(any).orElse(any));
    }

    /** Everything on the thread of this subject, by step and then by number. */
    public List<Node> nodes(Subject any) {
        return nodes.get(threadOf(any), store::nodes);
    }

    /** The same of several threads, by the subject that began each. */
    public Map<Subject, List<Node>> nodes(CommunityId community, List<Subject> threads) {
        Map<Subject, List<Node>> found = nodes.all(threads, missing -> store.nodes(community, List.copyOf(missing)));
        found.values().removeIf(List::isEmpty);
        return found;
    }

    /** Changes that came without an idea and name no clause themselves, newest first, before that number (0 for the newest). */
    public Paged<Node> withoutClause(CommunityId community, long before, int size) {
        long start = before <= 0 ? Long.MAX_VALUE : before;
        return Paged.of(
                store.withoutIdea(community, start, size + 1),
                size,
                node -> node.subject().number());
    }

    /** The newest node at that step of the thread, if there is one. */
    public Optional<Node> at(Subject any, Step step) {
        return nodes(any).stream().filter(node -> node.step() == step).reduce((first, second) -> second);
    }
}
