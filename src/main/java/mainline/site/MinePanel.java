package mainline.site;

import gg.jte.Content;
import java.util.List;
import mainline.community.Awaited;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Mine;
import mainline.community.Viewer;
import mainline.community.Viewers;
import mainline.look.Fragments;
import mainline.look.Shell;
import mainline.people.AccountPanel;
import mainline.people.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a person's own page, before their account: what is theirs in all their communities and not done yet. */
@Component
@Order(-10)
class MinePanel implements AccountPanel {
    /** @param kind as in {@link Mine#kind} */
    record Kind(String kind, List<Awaited> rows) {}

    record Of(Community community, List<Kind> kinds) {}

    record Show(Shell shell, List<Of> communities) {}

    private final List<Mine> mine;
    private final Communities communities;
    private final Viewers viewers;
    private final Fragments fragments;

    MinePanel(List<Mine> mine, Communities communities, Viewers viewers, Fragments fragments) {
        this.mine = mine;
        this.communities = communities;
        this.viewers = viewers;
        this.fragments = fragments;
    }

    @Override
    public @Nullable Content of(Visitor visitor) {
        List<Of> all = communities.of(visitor.id()).stream()
                .map(community -> new Of(community, kinds(viewers.of(community.slug(), visitor.person()))))
                .filter(each -> !each.kinds().isEmpty())
                .toList();
        return fragments.of("site/mine", new Show(visitor.shell(), all));
    }

    private List<Kind> kinds(Viewer viewer) {
        return mine.stream()
                .map(each -> new Kind(each.kind(), each.of(viewer)))
                .filter(kind -> !kind.rows().isEmpty())
                .toList();
    }
}
