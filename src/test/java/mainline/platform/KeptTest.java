package mainline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class KeptTest {
    private static final CommunityId HERE = new CommunityId(7);
    private static final CommunityId ELSEWHERE = new CommunityId(8);

    private final AtomicLong now = new AtomicLong();
    private final Memory memory = new Memory(now::get, movement -> {});
    private final Kept<CommunityId, String> names =
            memory.keep(10, id -> id, movement -> movement.verb().startsWith("community."));
    private final Kept<String, CommunityId> addresses = memory.keep(10, movement -> true);
    private int reads;

    @BeforeEach
    void others_are_heard() {
        memory.hearing();
    }

    @AfterEach
    void no_act_is_left() {
        TransactionSynchronizationManager.clear();
    }

    private String name() {
        return names.get(HERE, id -> "read " + ++reads);
    }

    private static Movement movement(CommunityId community, String verb) {
        return new Movement(new Subject(community, Subject.Kind.COMMUNITY, 1), verb);
    }

    @Test
    void what_is_known_is_read_once_until_something_becomes_of_it() {
        assertThat(name()).isEqualTo("read 1");
        assertThat(name()).isEqualTo("read 1");
        memory.moved(movement(HERE, "community.renamed"));
        assertThat(name()).isEqualTo("read 2");
        assertThat(name()).isEqualTo("read 2");
    }

    @Test
    void what_moves_elsewhere_or_otherwise_changes_nothing() {
        name();
        memory.moved(movement(ELSEWHERE, "community.renamed"));
        memory.moved(movement(HERE, "idea.published"));
        assertThat(name()).isEqualTo("read 1");
    }

    @Test
    void what_belongs_to_no_community_is_made_old_by_each() {
        addresses.get("seven", key -> HERE);
        memory.moved(movement(ELSEWHERE, "community.renamed"));
        assertThat(addresses.find("seven")).isEmpty();
    }

    @Test
    void after_a_silence_anything_may_be_old() {
        name();
        memory.anythingMoved();
        assertThat(name()).isEqualTo("read 2");
    }

    @Test
    void what_moves_while_it_is_read_makes_it_old() {
        String read = names.get(HERE, id -> {
            memory.moved(movement(HERE, "community.renamed"));
            return "before";
        });
        assertThat(read).isEqualTo("before");
        assertThat(name()).isEqualTo("read 1");
    }

    @Test
    void an_act_reads_what_is_stored() {
        name();
        TransactionSynchronizationManager.setActualTransactionActive(true);
        assertThat(name()).isEqualTo("read 2");
        TransactionSynchronizationManager.setActualTransactionActive(false);
        assertThat(name()).isEqualTo("read 1");
    }

    @Test
    void what_is_not_there_is_asked_for_again() {
        assertThat(names.again(HERE, Optional::empty)).isEmpty();
        assertThat(name()).isEqualTo("read 1");
    }

    @Test
    void while_others_are_not_heard_nothing_is_right_for_long() {
        name();
        later(Duration.ofMillis(650));
        assertThat(name()).as("the last sign is not that old").isEqualTo("read 1");
        later(Duration.ofMillis(100));
        assertThat(name()).isEqualTo("read 2");
        later(Duration.ofMillis(200));
        assertThat(name()).isEqualTo("read 2");
        later(Duration.ofMillis(200));
        assertThat(name()).isEqualTo("read 3");
    }

    private void later(Duration step) {
        now.addAndGet(step.toNanos());
    }
}
