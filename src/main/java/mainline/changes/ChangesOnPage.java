package mainline.changes;

import gg.jte.Content;
import java.util.List;
import mainline.community.Here;
import mainline.handbook.HandbookPage;
import mainline.handbook.PagePanel;
import mainline.look.Fragments;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a page of the handbook: what is being changed about it. */
@Component
@Order(5)
class ChangesOnPage implements PagePanel {
    private final Changes changes;
    private final Fragments fragments;

    ChangesOnPage(Changes changes, Fragments fragments) {
        this.changes = changes;
        this.fragments = fragments;
    }

    record Show(Here here, List<Change> changes) {}

    @Override
    public @Nullable Content of(HandbookPage page, Here here) {
        List<Change> touching = changes.touching(page.community(), page.path());
        return touching.isEmpty() ? null : fragments.of("changes/onpage", new Show(here, touching));
    }
}
