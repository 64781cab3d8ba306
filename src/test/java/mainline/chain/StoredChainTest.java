package mainline.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import mainline.Frozen;
import mainline.kernel.CommunityId;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import mainline.kernel.Subject.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class StoredChainTest {
    private static final CommunityId COMMUNITY = new CommunityId(1);
    private static final JdbcClient SQL = Frozen.rows("chain");
    private final ChainStore store = new ChainStore(SQL, JsonMapper.shared());

    @Test
    void nodes_of_the_first_release_are_read_in_the_order_of_their_steps() {
        assertThat(store.nodes(subject(Kind.IDEA, 12)))
                .containsExactly(
                        node(Kind.CLAUSE, 2, Step.CLAUSE, text("M2"), text("We repair"), "mission#M2", true),
                        node(
                                Kind.IDEA,
                                12,
                                Step.IDEA,
                                Reason.of("chain.idea", "12"),
                                Reason.of("chain.idea.version", "1"),
                                "ideas/12",
                                false),
                        node(
                                Kind.IDEA,
                                12,
                                Step.BACKING,
                                Reason.of("chain.step.BACKING"),
                                Reason.of("chain.pledged", "31", "37"),
                                "ideas/12#need",
                                false),
                        node(
                                Kind.PROJECT,
                                3,
                                Step.PROJECT,
                                Reason.of("chain.project", "3"),
                                Reason.of("chain.project.review", LocalDate.of(2026, 12, 20)),
                                "projects/3",
                                false),
                        node(
                                Kind.CHANGE,
                                7,
                                Step.CHANGE,
                                Reason.of("handbook.node.change", "7"),
                                Reason.of("handbook.node.open", "2"),
                                "changes/7",
                                false),
                        node(
                                Kind.CHANGE,
                                7,
                                Step.HANDBOOK,
                                text("Tools"),
                                Reason.of("handbook.node.page"),
                                "handbook/tools",
                                true),
                        node(
                                Kind.PRACTICE,
                                1,
                                Step.TRIALS,
                                Reason.of("chain.step.TRIALS"),
                                Reason.of("chain.trials", "4", "5"),
                                "results/1",
                                false),
                        node(
                                Kind.VERDICT,
                                1,
                                Step.VERDICT,
                                Reason.of("chain.verdict.KEEP"),
                                text("It held"),
                                "verdicts/1",
                                true));
    }

    @Test
    void nodes_of_the_release_with_days_in_them_are_read() {
        assertThat(store.nodes(subject(Kind.CHANGE, 8)))
                .containsExactly(
                        node(
                                Kind.PROJECT,
                                4,
                                Step.PROJECT,
                                Reason.of("chain.project", "4"),
                                Reason.of("chain.project.review", LocalDate.of(2027, 1, 31)),
                                "projects/4",
                                false),
                        node(
                                Kind.CHANGE,
                                8,
                                Step.CHANGE,
                                Reason.of("handbook.node.change", "8"),
                                Reason.of("handbook.node.draft"),
                                "changes/8",
                                false));
        assertThat(store.withoutIdea(COMMUNITY, Long.MAX_VALUE, 9))
                .extracting(Node::subject)
                .containsExactly(subject(Kind.CHANGE, 8));
    }

    @Test
    void a_node_is_read_as_it_is_stored_today() {
        Node node = node(
                Kind.PROJECT,
                5,
                Step.PROJECT,
                Reason.of("chain.project", "5"),
                Reason.of("chain.project.review", LocalDate.of(2027, 2, 28)),
                "projects/5",
                false);
        store.put(subject(Kind.IDEA, 13), node);
        assertThat(store.nodes(subject(Kind.IDEA, 13))).containsExactly(node);
    }

    @Test
    void a_step_that_is_not_known_is_an_error_that_names_it() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Step.at(15))
                .withMessage("no step of the chain is stored as 15");
    }

    private static Node node(Kind kind, long number, Step step, Reason label, Reason note, String path, boolean done) {
        return new Node(subject(kind, number), step, label, note, path, done);
    }

    private static Subject subject(Kind kind, long number) {
        return new Subject(COMMUNITY, kind, number);
    }

    private static Reason text(String text) {
        return Reason.of("chain.text", text);
    }
}
