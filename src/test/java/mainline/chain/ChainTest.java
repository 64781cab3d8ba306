package mainline.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import mainline.MainlineTest;
import mainline.Village;
import mainline.kernel.Paged;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import mainline.kernel.Subject.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@MainlineTest
class ChainTest {
    private final Chain chain;
    private final TransactionTemplate transaction;
    private final Village village;
    private final Village elsewhere;

    ChainTest(Chain chain, TransactionTemplate transaction, Village village, Village elsewhere) {
        this.chain = chain;
        this.transaction = transaction;
        this.village = village;
        this.elsewhere = elsewhere;
    }

    private Subject subject(Kind kind, long number) {
        return new Subject(village.community.id(), kind, number);
    }

    private static Node node(Subject subject, Step step, String label) {
        return new Node(
                subject, step, Reason.of("chain.text", label), Reason.of("chain.text", ""), subject.path(), false);
    }

    private Node put(Subject thread, Subject subject, Step step, String label) {
        Node node = node(subject, step, label);
        transaction.executeWithoutResult(status -> chain.put(thread, node));
        return node;
    }

    @Test
    void a_published_idea_begins_a_thread_with_the_clause_it_serves() {
        Subject idea = village.anOpenIdea().subject();
        assertThat(chain.threadOf(idea)).isEqualTo(idea);
        assertThat(chain.nodes(idea)).extracting(Node::step).startsWith(Step.CLAUSE, Step.IDEA);
    }

    @Test
    void what_is_on_no_thread_yet_begins_its_own() {
        Subject change = subject(Kind.CHANGE, 7);
        assertThat(chain.threadOf(change)).isEqualTo(change);
        assertThat(chain.nodes(change)).isEmpty();
        assertThat(chain.at(change, Step.CHANGE)).isEmpty();
    }

    @Test
    void everything_on_a_thread_is_found_from_anything_on_it_by_step_and_number() {
        Subject idea = subject(Kind.IDEA, 12);
        Node second = put(idea, subject(Kind.CHANGE, 9), Step.CHANGE, "Change 9");
        Node first = put(idea, subject(Kind.CHANGE, 7), Step.CHANGE, "Change 7");
        Node project = put(idea, subject(Kind.PROJECT, 3), Step.PROJECT, "Project 3");
        for (Node each : List.of(first, second, project))
            assertThat(chain.nodes(each.subject())).containsExactly(project, first, second);
        assertThat(chain.at(project.subject(), Step.CHANGE)).hasValue(second);
    }

    @Test
    void putting_it_again_replaces_it_and_another_step_stands_beside_it() {
        Subject change = subject(Kind.CHANGE, 7);
        put(change, change, Step.CHANGE, "Open");
        Node merged = put(change, change, Step.CHANGE, "Merged");
        Node page = put(change, change, Step.HANDBOOK, "Tools");
        assertThat(chain.nodes(change)).containsExactly(merged, page);
    }

    @Test
    void what_moves_to_another_thread_leaves_its_own() {
        Subject change = subject(Kind.CHANGE, 7);
        put(change, change, Step.CHANGE, "Change 7");
        Subject idea = subject(Kind.IDEA, 12);
        Node moved = put(idea, change, Step.CHANGE, "Change 7");
        assertThat(chain.threadOf(change)).isEqualTo(idea);
        assertThat(chain.nodes(idea)).containsExactly(moved);
    }

    @Test
    void what_is_dropped_is_on_no_thread_any_more() {
        Subject idea = subject(Kind.IDEA, 12);
        Node project = put(idea, subject(Kind.PROJECT, 3), Step.PROJECT, "Project 3");
        Subject change = subject(Kind.CHANGE, 7);
        put(idea, change, Step.CHANGE, "Change 7");
        put(idea, change, Step.HANDBOOK, "Tools");
        transaction.executeWithoutResult(status -> chain.drop(change));
        assertThat(chain.nodes(idea)).containsExactly(project);
        assertThat(chain.threadOf(change)).isEqualTo(change);
    }

    @Test
    void threads_of_two_communities_do_not_meet() {
        put(subject(Kind.IDEA, 12), subject(Kind.PROJECT, 3), Step.PROJECT, "Project 3");
        Subject theirs = new Subject(elsewhere.community.id(), Kind.IDEA, 12);
        assertThat(chain.nodes(theirs)).isEmpty();
        assertThat(chain.nodes(elsewhere.community.id(), List.of(theirs))).isEmpty();
    }

    @Test
    void several_threads_are_read_at_once() {
        Subject idea = subject(Kind.IDEA, 12);
        Subject change = subject(Kind.CHANGE, 7);
        Node project = put(idea, subject(Kind.PROJECT, 3), Step.PROJECT, "Project 3");
        Node alone = put(change, change, Step.CHANGE, "Change 7");
        put(subject(Kind.IDEA, 13), subject(Kind.PROJECT, 4), Step.PROJECT, "Project 4");
        assertThat(chain.nodes(village.community.id(), List.of(idea, change, subject(Kind.IDEA, 99))))
                .containsOnlyKeys(idea, change)
                .containsEntry(idea, List.of(project))
                .containsEntry(change, List.of(alone));
    }

    @Test
    void a_change_without_an_idea_waits_for_a_clause_until_it_names_one() {
        for (int n = 7; n <= 9; n++) put(subject(Kind.CHANGE, n), subject(Kind.CHANGE, n), Step.CHANGE, "Change " + n);
        put(subject(Kind.IDEA, 12), subject(Kind.CHANGE, 10), Step.CHANGE, "Change 10");
        put(subject(Kind.CHANGE, 8), subject(Kind.CHANGE, 8), Step.CLAUSE, "M1");
        Paged<Node> first = chain.withoutClause(village.community.id(), 0, 1);
        assertThat(first.items()).extracting(Node::subject).containsExactly(subject(Kind.CHANGE, 9));
        long next = first.next().or(0);
        assertThat(chain.withoutClause(village.community.id(), next, 1).items())
                .extracting(Node::subject)
                .containsExactly(subject(Kind.CHANGE, 7));
    }

    @Test
    void the_chain_is_linked_only_in_the_transaction_of_the_act() {
        Subject idea = subject(Kind.IDEA, 12);
        assertThatThrownBy(() -> chain.put(idea, node(idea, Step.IDEA, "Idea 12")))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> chain.drop(idea)).isInstanceOf(IllegalTransactionStateException.class);
    }
}
