package mainline.discussion;

import java.util.Collection;
import java.util.Map;
import mainline.community.Titles;
import mainline.kernel.Subject;
import org.springframework.stereotype.Component;

/** Whatever is discussed has a title. */
@Component
class TitlesOfDiscussions implements Titles {
    private final DiscussionStore store;

    TitlesOfDiscussions(DiscussionStore store) {
        this.store = store;
    }

    @Override
    public Map<Subject, String> of(Collection<Subject> subjects) {
        return subjects.isEmpty() ? Map.of() : store.titles(subjects);
    }
}
