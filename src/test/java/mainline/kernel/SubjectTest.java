package mainline.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SubjectTest {
    private static final CommunityId HERE = new CommunityId(7);

    @Test
    void the_number_at_the_start_of_an_address_tells_what_it_is() {
        Subject idea = new Subject(HERE, Subject.Kind.IDEA, 12);
        for (String ref : new String[] {"12", "12-a-title", "12-", "12-3-x", "012-\u0639"})
            assertThat(Subject.at(HERE, Subject.Kind.IDEA, ref)).isEqualTo(idea);
    }

    @Test
    void an_address_without_a_number_is_not_found() {
        for (String ref : new String[] {"", "a", "-12", "12a", "12 a", "1234567890123456789"})
            assertThatThrownBy(() -> Subject.at(HERE, Subject.Kind.IDEA, ref))
                    .as(ref)
                    .isInstanceOf(Missing.class);
    }
}
