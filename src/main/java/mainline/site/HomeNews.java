package mainline.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import mainline.community.Here;
import mainline.community.Visits;
import mainline.people.Visitors;
import mainline.record.Fresh;
import mainline.record.RecordView;
import mainline.record.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the home page tells of the record: to members what is new since they were here, to others the newest. */
@Component
class HomeNews {
    private static final int NEWEST = 8;
    private static final int MOST = 12;

    private final Visits visits;
    private final RecordView record;

    HomeNews(Visits visits, RecordView record) {
        this.visits = visits;
        this.record = record;
    }

    /**
     * @param since when the member was here before; null for others, and on a first visit
     * @param fresh what is new since then
     * @param newest told instead where there is nothing
     */
    record News(@Nullable Instant since, List<Fresh> fresh, List<Told> newest) {}

    /** Looking at it is a visit. */
    News of(Here here, HttpServletRequest request) {
        Instant since = here.isMember()
                ? visits.visit(here.member(), Visitors.isOpened(request)).orElse(null)
                : null;
        List<Fresh> fresh = since == null ? List.of() : record.since(here, since, MOST);
        return new News(since, fresh, fresh.isEmpty() ? record.newest(here, NEWEST) : List.of());
    }
}
