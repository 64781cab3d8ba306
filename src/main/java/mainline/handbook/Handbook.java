package mainline.handbook;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.git.Written;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Kept;
import mainline.platform.Memory;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The pages of a community's handbook as they stand. */
@Component
public class Handbook {
    private static final int COMMUNITIES = 2_000;
    private static final int PAGES = 5_000;
    private static final int TEXTS = 500;
    private static final int MOST_CHANGED = 20;

    private final PageStore store;
    private final PageIndex index;
    private final PageLinkStore links;
    private final GitRepositories repositories;
    private final Areas areas;
    private final Clock clock;
    private final Kept<CommunityId, Long> counts;
    private final Kept<PageAt, HandbookPage> pages;
    private final Kept<PageAt, Written> texts;
    /** By their folders. */
    private final Kept<PageAt, HandbookPage> fronts;

    private final Kept<CommunityId, List<HandbookPage>> changedLast;

    Handbook(
            PageStore store,
            PageIndex index,
            PageLinkStore links,
            GitRepositories repositories,
            Areas areas,
            Clock clock,
            Memory memory) {
        this.store = store;
        this.index = index;
        this.links = links;
        this.repositories = repositories;
        this.areas = areas;
        this.clock = clock;
        this.counts = memory.keep(COMMUNITIES, id -> id, PageAt.PAGES);
        this.pages = PageAt.keep(memory, PAGES);
        this.texts = PageAt.keep(memory, TEXTS);
        this.fronts = PageAt.keep(memory, COMMUNITIES);
        this.changedLast = memory.keep(COMMUNITIES, id -> id, PageAt.PAGES);
    }

    public long pageCount(CommunityId community) {
        return counts.get(community, store::count);
    }

    /** @param path of the file, such as {@code meetings/silent-start.md} */
    public Optional<HandbookPage> page(CommunityId community, String path) {
        return pages.find(new PageAt(community, path), () -> store.find(community, path));
    }

    /** The page of that name, in whichever form its letters were typed. */
    Optional<HandbookPage> alike(CommunityId community, String path) {
        return store.alike(community, path);
    }

    /** The titles of those paths that are pages. */
    public Map<String, String> titles(CommunityId community, Collection<String> paths) {
        return store.all(community, paths).stream().collect(Collectors.toMap(HandbookPage::path, HandbookPage::title));
    }

    /** The same pages whole, by path. */
    public Map<String, HandbookPage> pages(CommunityId community, Collection<String> paths) {
        return store.all(community, paths).stream().collect(Collectors.toMap(HandbookPage::path, Function.identity()));
    }

    /**
     * Pages by path inside a folder and below it.
     *
     * @param folder empty for all
     * @param after the path to go on after, empty for the start
     */
    public List<HandbookPage> within(CommunityId community, String folder, String after, int most) {
        return store.within(community, folder, after, most);
    }

    /** The pages that changed last, the newest first. */
    List<HandbookPage> changedLast(CommunityId community, int most) {
        return changedLast.get(community, id -> store.changedLast(id, MOST_CHANGED)).stream()
                .limit(most)
                .toList();
    }

    /** The page that stands for a folder, if there is one. */
    Optional<HandbookPage> front(CommunityId community, String folder) {
        return fronts.find(
                new PageAt(community, folder),
                () -> store.front(community, folder).flatMap(front -> store.find(community, front.path())));
    }

    /** The present text of a page in Markdown. */
    public Optional<String> text(CommunityId community, String path) {
        try (GitRepository git = repositories.open(community)) {
            return git.text(git.head(), path);
        }
    }

    /**
     * A text as it will look, with links to pages by their names.
     *
     * @param base the address of the handbook
     */
    public PageText preview(CommunityId community, String base, String path, String text) {
        return PageText.of(base, path, text, name -> store.called(community, name), Signs.NONE);
    }

    /** The present text of a page with what it is written in. */
    Optional<Written> written(CommunityId community, String path) {
        return texts.find(new PageAt(community, path), () -> readWritten(community, path));
    }

    private Optional<Written> readWritten(CommunityId community, String path) {
        try (GitRepository git = repositories.open(community)) {
            return git.written(git.head(), path);
        }
    }

    /** The pages that link to a file as they are now, by path. */
    public List<String> linking(CommunityId community, String path, int most) {
        return links.linking(community, PagePaths.names(path), most);
    }

    /** The pages with links to one of these headings of a page that lead there now, by path. */
    public List<String> linking(CommunityId community, String path, Collection<String> anchors, int most) {
        return links.linking(community, PagePaths.names(path), anchors, most);
    }

    /** The name of the present commit. */
    public String head(CommunityId community) {
        try (GitRepository git = repositories.open(community)) {
            return git.head().name();
        }
    }

    /** Holds the handbook until the transaction ends: whoever else wants to change it or its stewards waits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(CommunityId community) {
        store.lock(community);
    }

    /**
     * Puts what differs between two commits into the list of pages.
     *
     * @param change the one that was merged by it
     * @param by who wrote it; null when a rule did
     * @return the pages that are new or say something else
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<HandbookPage> turn(
            GitRepository git, ObjectId before, ObjectId after, Subject change, @Nullable PersonId by) {
        CommunityId community = change.community();
        List<HandbookPage> turned = new ArrayList<>();
        List<String> differences = git.differences(before, after);
        if (differences.contains(Areas.FILE)) areas.follow(community, git, after, by);
        for (String path : differences) {
            if (!path.endsWith(".md")) continue;
            Optional<String> text = git.text(after, path);
            if (text.isEmpty()) index.remove(community, path);
            else {
                String title = PageText.title(path, text.get());
                HandbookPage page = new HandbookPage(community, path, title, change, by, "", clock.instant());
                index.put(git, after, page, text.get());
                turned.add(page);
            }
        }
        index.settle(git, after, community, differences);
        return turned;
    }
}
