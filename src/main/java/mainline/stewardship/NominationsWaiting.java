package mainline.stewardship;

import java.util.List;
import mainline.community.Awaited;
import mainline.community.Viewer;
import mainline.community.Waiting;
import mainline.text.Markdown;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nominations that wait for the nominee's own yes or no. */
@Component
@Order(32)
class NominationsWaiting implements Waiting {
    private static final int EXCERPT = 120;

    private final Nominations nominations;

    NominationsWaiting(Nominations nominations) {
        this.nominations = nominations;
    }

    @Override
    public boolean asksViewer() {
        return true;
    }

    @Override
    public List<Awaited> of(Viewer viewer) {
        if (!viewer.isMember()) return List.of();
        return nominations.concerning(viewer.member(), MANY).stream()
                .filter(nomination -> nomination.state() instanceof Nomination.Asked && viewer.is(nomination.nominee()))
                .map(nomination -> Awaited.of(
                        "nomination", "", nomination.subject().path(), Markdown.excerpt(nomination.reason(), EXCERPT)))
                .toList();
    }
}
