package mainline.ideas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import mainline.MainlineTest;
import mainline.Village;
import mainline.community.Viewer;
import mainline.kernel.Cursor;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.Subject;
import org.junit.jupiter.api.Test;

@MainlineTest
class IdeaListTest {
    private final IdeaList list;
    private final Ideas ideas;
    private final Village village;
    private final Village elsewhere;

    IdeaListTest(IdeaList list, Ideas ideas, Village village, Village elsewhere) {
        this.list = list;
        this.ideas = ideas;
        this.village = village;
        this.elsewhere = elsewhere;
    }

    private static Viewer onlooker(Village village) {
        return new Viewer(village.community, null, false, () -> 0);
    }

    @Test
    void every_page_goes_on_where_the_last_one_ended() {
        List<Subject> written = new ArrayList<>();
        for (int n = 0; n < 5; n++) written.addFirst(village.anOpenIdea().subject());
        List<Subject> read = new ArrayList<>();
        Cursor from = Cursor.START;
        for (boolean more = true; more; ) {
            Paged<IdeaList.Item> page = list.of(onlooker(village), null, from, 2);
            page.items().forEach(item -> read.add(item.idea().subject()));
            more = page.next() != null;
            if (page.next() != null) from = Cursor.of(page.next().toString());
        }
        assertThat(read).startsWith(written.toArray(Subject[]::new)).doesNotHaveDuplicates();
    }

    @Test
    void of_one_clause_it_shows_only_ideas_that_serve_it() {
        village.anOpenIdea();
        assertThat(list.of(onlooker(village), 1, Cursor.START, 50).items())
                .isNotEmpty()
                .allMatch(item -> item.idea().clause() == 1);
        assertThat(list.of(onlooker(village), 99, Cursor.START, 50).items()).isEmpty();
    }

    @Test
    void eyes_in_one_community_see_no_idea_of_another() {
        Subject idea = elsewhere.anOpenIdea().subject();
        assertThat(ideas.get(onlooker(elsewhere), idea).subject()).isEqualTo(idea);
        assertThatThrownBy(() -> ideas.get(onlooker(village), idea)).isInstanceOf(Missing.class);
    }
}
