package mainline.results;

import gg.jte.Content;
import java.util.Optional;
import mainline.community.Here;
import mainline.community.Member;
import mainline.handbook.HandbookPage;
import mainline.handbook.PagePanel;
import mainline.look.Fragments;
import mainline.platform.Kept;
import mainline.platform.Memory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a handbook page that is a practice: how its trials went, and "I tried this". */
@Component
@Order(10)
class TrialsOnPage implements PagePanel {
    private static final int MOST_KNOWN = 2_000;

    private final Practices practices;
    private final Fragments fragments;
    private final Kept<HandbookPage, Optional<Practice>> known;

    TrialsOnPage(Practices practices, Fragments fragments, Memory memory) {
        this.practices = practices;
        this.fragments = fragments;
        this.known = memory.keep(MOST_KNOWN, HandbookPage::community, Memory::isAnyAct);
    }

    record Tried(Here here, Practice practice, Evidence evidence) {}

    record Declarable(Here here, String page) {}

    @Override
    public @Nullable Content of(HandbookPage page, Here here) {
        Practice practice = known.get(page, each -> practices.at(each.community(), each.path()))
                .orElse(null);
        if (practice != null)
            return fragments.of("results/tried", new Tried(here, practice, practices.evidence(practice)));
        if (!here.isMember() || here.person() == null) return null;
        Member viewer = new Member(here.id(), here.person().id());
        return practices.mayDeclare(viewer, page.path())
                ? fragments.of("results/declarable", new Declarable(here, page.path()))
                : null;
    }
}
