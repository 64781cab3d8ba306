package mainline.handbook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import mainline.git.GitRepository;
import mainline.kernel.CommunityId;
import mainline.platform.Memory;
import org.eclipse.jgit.lib.ObjectId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps contents, search and links in step with the pages, in the transaction that changes them. Whoever calls holds the
 * handbook.
 */
@Component
class PageIndex {
    private final PageStore pages;
    private final ShelfStore shelves;
    private final SearchStore search;
    private final PageLinkStore links;
    private final Memory memory;

    PageIndex(PageStore pages, ShelfStore shelves, SearchStore search, PageLinkStore links, Memory memory) {
        this.pages = pages;
        this.shelves = shelves;
        this.search = search;
        this.links = links;
        this.memory = memory;
    }

    /** @param commit in which the page's links are looked up */
    @Transactional(propagation = Propagation.MANDATORY)
    void put(GitRepository git, ObjectId commit, HandbookPage page, String text) {
        memory.old(page.community(), PageAt.PAGES);
        String folder = PagePaths.folder(page.path());
        Optional<PageStore.Shelved> before = pages.shelved(page.community(), page.path());
        PageReading reading = PageReading.of(page.path(), text, name -> pages.called(page.community(), name));
        Map<String, Double> places = shelves.places(page.community(), BookOrder.above(folder));
        put(page, reading, places, target -> isThere(git, commit, target));
        long shown = reading.hidden() ? 0 : 1;
        long was = before.isEmpty() || before.get().hidden() ? 0 : 1;
        shelves.count(page.community(), folder, before.isEmpty() ? 1 : 0, shown - was);
        if (before.isEmpty() || PagePaths.isIndex(page.path())) name(page.community(), folder, places);
    }

    /** The same for a page that an earlier way of reading has read. */
    @Transactional(propagation = Propagation.MANDATORY)
    void putAnew(GitRepository git, ObjectId commit, HandbookPage page, String text) {
        put(git, commit, page, text);
        String folder = PagePaths.folder(page.path());
        name(page.community(), folder, shelves.places(page.community(), BookOrder.above(folder)));
        links.aim(page.community(), List.of(page.path()), PagePaths.names(page.path()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void remove(CommunityId community, String path) {
        Optional<PageStore.Shelved> before = pages.shelved(community, path);
        if (before.isEmpty()) return;
        memory.old(community, PageAt.PAGES);
        String folder = PagePaths.folder(path);
        pages.remove(community, path);
        search.remove(community, path);
        links.remove(community, path);
        shelves.count(community, folder, -1, before.get().hidden() ? 0 : -1);
        if (PagePaths.isIndex(path)) name(community, folder, shelves.places(community, BookOrder.above(folder)));
    }

    /** Links to what came and what went between two commits are whole, or broken, from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    void settle(GitRepository git, ObjectId after, CommunityId community, Collection<String> differences) {
        memory.old(community, PageAt.PAGES);
        Set<String> targets = new LinkedHashSet<>();
        for (String path : differences) {
            targets.addAll(PagePaths.names(path));
            String folder = PagePaths.plain(PagePaths.folder(path));
            targets.addAll(BookOrder.above(folder));
            if (PagePaths.isIndex(path)) targets.add(folder);
        }
        for (String target : links.linked(community, targets))
            links.mark(community, target, !isThere(git, after, target));
        Set<String> read = new LinkedHashSet<>(differences);
        read.addAll(followWikiLinks(git, after, community, differences));
        links.aim(community, read, targets);
    }

    /** Links of a wiki that found no page may find one that came into another folder, or took another title. */
    private List<String> followWikiLinks(
            GitRepository git, ObjectId after, CommunityId community, Collection<String> came) {
        Set<String> names = new HashSet<>();
        for (String path : came) if (path.endsWith(".md")) names.add(WikiLinks.called(path));
        for (HandbookPage page : pages.all(community, came)) names.add(WikiLinks.titled(page.title()));
        List<String> read = new ArrayList<>();
        for (String path : links.missing(community, target -> names.contains(WikiLinks.called(target)))) {
            String text = text(git, after, path);
            Optional<HandbookPage> page = text.contains("[[") ? pages.find(community, path) : Optional.empty();
            if (page.isEmpty()) continue;
            put(git, after, page.get(), text);
            read.add(path);
        }
        return read;
    }

    /**
     * All pages of a handbook that has none here yet.
     *
     * @param files the paths of all files there are
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void putAll(
            GitRepository git,
            ObjectId commit,
            CommunityId community,
            List<HandbookPage> all,
            Collection<String> files) {
        memory.old(community, PageAt.PAGES);
        WholeHandbook whole = new WholeHandbook(all, files, path -> text(git, commit, path));
        for (HandbookPage page : all) {
            PageReading reading = PageReading.of(page.path(), text(git, commit, page.path()), whole::called);
            put(page, reading, whole.places(), whole::isThere);
            whole.read(page, reading);
        }
        whole.folders().forEach((path, folder) -> shelves.count(community, path, folder.pages(), folder.shown()));
        Map<String, Double> places = whole.places();
        for (String folder : shelves.within(community, ""))
            shelves.name(
                    community, folder, whole.title(folder), places.get(folder), BookOrder.folder(folder, places::get));
        links.aimAll(community);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void removeAll(CommunityId community) {
        memory.old(community, PageAt.PAGES);
        pages.removeAll(community);
        shelves.removeAll(community);
        search.removeAll(community);
        links.removeAll(community);
    }

    private static String text(GitRepository git, ObjectId commit, String path) {
        return git.text(commit, path).orElse("");
    }

    private void put(HandbookPage page, PageReading reading, Map<String, Double> places, Predicate<String> exists) {
        HandbookPage read = page.titled(reading.title());
        pages.put(read, reading, BookOrder.page(page.path(), reading.place(), places::get));
        search.put(page.community(), SearchWords.of(read, reading));
        links.put(page.community(), page.path(), reading.links(), exists);
    }

    /** Gives a folder the title and the place that its front page names, and all below it their places after it. */
    private void name(CommunityId community, String folder, Map<String, Double> before) {
        if (folder.isEmpty()) return;
        Optional<PageStore.Shelved> front = pages.front(community, folder);
        Double place = front.map(PageStore.Shelved::place).orElse(null);
        boolean moved = !Objects.equals(place, before.get(folder));
        Map<String, Double> places = new HashMap<>(before);
        if (place == null) places.remove(folder);
        else places.put(folder, place);
        // Folders that came into being with a page have no place yet either.
        for (String above : BookOrder.above(folder))
            if (!above.equals(folder)) shelves.sort(community, above, BookOrder.folder(above, places::get));
        shelves.name(
                community,
                folder,
                front.map(PageStore.Shelved::title).orElse(""),
                place,
                BookOrder.folder(folder, places::get));
        if (moved) sortAnew(community, folder);
    }

    private void sortAnew(CommunityId community, String folder) {
        List<String> folders = shelves.within(community, folder);
        Set<String> known = new HashSet<>(folders);
        known.addAll(BookOrder.above(folder));
        Map<String, Double> places = shelves.places(community, known);
        for (String below : folders) shelves.sort(community, below, BookOrder.folder(below, places::get));
        for (PageStore.Shelved page : pages.shelvedWithin(community, folder))
            shelves.sortPage(community, page.path(), BookOrder.page(page.path(), page.place(), places::get));
    }

    private static boolean isThere(GitRepository git, ObjectId commit, String target) {
        return target.isEmpty()
                || PagePaths.forms(target).stream()
                        .anyMatch(form -> git.has(commit, form) || git.has(commit, form + ".md"));
    }
}
