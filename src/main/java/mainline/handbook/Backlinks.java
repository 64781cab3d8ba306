package mainline.handbook;

import java.util.ArrayList;
import java.util.List;
import mainline.kernel.CommunityId;
import org.springframework.stereotype.Component;

/** Which pages of the handbook lead to a file, for later modules. */
@Component
public class Backlinks {
    private final PageLinkStore links;

    Backlinks(PageLinkStore links) {
        this.links = links;
    }

    /** The paths of other pages that link to it, or to the folder it stands for, in order. */
    public List<String> to(CommunityId community, String path, int most) {
        List<String> targets = new ArrayList<>(PagePaths.names(path));
        if (PagePaths.isIndex(path)) targets.add(PagePaths.folder(path));
        return links.to(community, path, targets, "", most).stream()
                .map(ShelfStore.Near::path)
                .toList();
    }
}
