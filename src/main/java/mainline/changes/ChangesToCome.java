package mainline.changes;

import java.util.Collection;
import java.util.List;
import mainline.community.Here;
import mainline.handbook.PageToCome;
import org.springframework.stereotype.Component;

/** The open changes that add a page. */
@Component
class ChangesToCome implements PageToCome {
    private final Changes changes;

    ChangesToCome(Changes changes) {
        this.changes = changes;
    }

    @Override
    public List<Coming> bringing(Here here, Collection<String> paths) {
        return paths.stream()
                .flatMap(path -> changes.touching(here.id(), path).stream())
                .filter(Change::isOpen)
                .distinct()
                .map(change -> new Coming(change.title(), change.path()))
                .toList();
    }
}
