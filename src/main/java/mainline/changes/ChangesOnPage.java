package mainline.changes;

import gg.jte.Content;
import java.util.List;
import mainline.community.Here;
import mainline.handbook.HandbookPage;
import mainline.handbook.PagePanel;
import mainline.look.Fragments;
import mainline.platform.Kept;
import mainline.platform.Memory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a page of the handbook: what is being changed about it. */
@Component
@Order(5)
class ChangesOnPage implements PagePanel {
    private static final int MOST_KNOWN = 2_000;

    private final Changes changes;
    private final Fragments fragments;
    private final Kept<HandbookPage, List<Change>> known;

    ChangesOnPage(Changes changes, Fragments fragments, Memory memory) {
        this.changes = changes;
        this.fragments = fragments;
        this.known = memory.keep(MOST_KNOWN, HandbookPage::community, Memory::isAnyAct);
    }

    record Show(Here here, List<Change> changes) {}

    @Override
    public @Nullable Content of(HandbookPage page, Here here) {
        List<Change> touching = known.get(page, each -> changes.touching(each.community(), each.path()));
        return touching.isEmpty() ? null : fragments.of("changes/onpage", new Show(here, touching));
    }
}
