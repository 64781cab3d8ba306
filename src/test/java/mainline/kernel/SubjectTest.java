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

    @Test
    void the_page_of_every_subject_is_about_it() {
        for (Subject.Kind kind : Subject.Kind.values()) {
            Subject subject = new Subject(HERE, kind, 12);
            if (subject.path().contains("12") && kind != Subject.Kind.CLAUSE)
                assertThat(Subject.on(HERE, subject.path())).contains(subject);
        }
        assertThat(Subject.on(HERE, "stewards")).contains(new Subject(HERE, Subject.Kind.AREA, 0));
    }

    @Test
    void a_page_further_down_is_about_the_same_thing() {
        Subject idea = new Subject(HERE, Subject.Kind.IDEA, 12);
        for (String path : new String[] {"ideas/12-%D8%B9", "ideas/12/versions", "ideas/12-a-title/"})
            assertThat(Subject.on(HERE, path)).contains(idea);
    }

    @Test
    void a_list_is_about_no_one_thing() {
        for (String path : new String[] {"", "ideas", "ideas/new", "mission", "handbook/12.md", "elsewhere/12"})
            assertThat(Subject.on(HERE, path)).as(path).isEmpty();
    }
}
