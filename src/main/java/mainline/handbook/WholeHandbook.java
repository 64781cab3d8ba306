package mainline.handbook;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import mainline.text.FrontMatter;
import org.jspecify.annotations.Nullable;

/** All pages of a handbook read together, so that none has to be asked for while another is read. */
final class WholeHandbook {
    private final Set<String> targets = new HashSet<>();
    private final Map<String, HandbookPage> fronts = new HashMap<>();
    private final Map<String, Double> places = new HashMap<>();
    private final List<String> shortest;
    private final Map<String, List<String>> called;
    private final UnaryOperator<String> texts;
    private @Nullable Map<String, List<String>> titled;
    private final Map<String, Folder> folders = new HashMap<>();

    /** What was read in a folder so far. */
    static final class Folder {
        private long pages;
        private long shown;
        private String title = "";

        long pages() {
            return pages;
        }

        /** Those that are not hidden. */
        long shown() {
            return shown;
        }
    }

    /**
     * @param files the paths of all files there are
     * @param texts of pages by their paths
     */
    WholeHandbook(List<HandbookPage> pages, Collection<String> files, UnaryOperator<String> texts) {
        for (String file : files) {
            targets.addAll(PagePaths.names(file));
            targets.addAll(BookOrder.above(PagePaths.plain(PagePaths.folder(file))));
        }
        for (HandbookPage page : pages)
            if (PagePaths.isIndex(page.path()))
                fronts.merge(PagePaths.folder(page.path()), page, (one, other) -> comesFirst(other, one) ? other : one);
        fronts.forEach((folder, front) -> {
            Double place = FrontMatter.of(texts.apply(front.path())).place();
            if (place != null) places.put(folder, place);
        });
        shortest = pages.stream()
                .map(HandbookPage::path)
                .sorted(Comparator.comparingInt(String::length).thenComparing(path -> path))
                .toList();
        called = by(WikiLinks::called);
        this.texts = texts;
    }

    private Map<String, List<String>> by(UnaryOperator<String> name) {
        return shortest.stream().collect(Collectors.groupingBy(name));
    }

    /** What the pages call themselves. All of them must be read for it, so only when a link asks. */
    private Map<String, List<String>> titled() {
        if (titled == null) titled = by(path -> WikiLinks.titled(PageText.title(path, texts.apply(path))));
        return titled;
    }

    private static boolean comesFirst(HandbookPage page, HandbookPage than) {
        return BookOrder.page(page.path(), null, folder -> null)
                        .compareTo(BookOrder.page(than.path(), null, folder -> null))
                < 0;
    }

    /** Whether a link to this leads somewhere. */
    boolean isThere(String target) {
        return target.isEmpty() || targets.contains(target);
    }

    /** The pages a wiki link may mean by this name or, where none is called so, title; the shortest path first. */
    List<String> called(String name) {
        List<String> named = called.get(name);
        return named != null ? named : titled().getOrDefault(name, List.of());
    }

    /** The places that front pages give their folders. */
    Map<String, Double> places() {
        return places;
    }

    void read(HandbookPage page, PageReading reading) {
        String path = PagePaths.folder(page.path());
        Folder folder = folders.computeIfAbsent(path, first -> new Folder());
        folder.pages++;
        if (!reading.hidden()) folder.shown++;
        if (page.equals(fronts.get(path))) folder.title = reading.title();
    }

    /** Those in which a page was read. */
    Map<String, Folder> folders() {
        return folders;
    }

    /** As its front page calls it; empty without one. */
    String title(String folder) {
        Folder read = folders.get(folder);
        return read == null ? "" : read.title;
    }
}
