package mainline.handbook;

import gg.jte.Content;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import mainline.chain.Chain;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.community.Here;
import mainline.git.Book;
import mainline.git.Books;
import mainline.kernel.Missing;
import mainline.look.Line;
import mainline.look.Page;
import mainline.look.Section;
import mainline.people.People;
import mainline.people.Person;
import mainline.platform.Settings;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reading the handbook: contents, pages, and the pictures in them. */
@Controller
@RequestMapping("/{community}/handbook")
class HandbookPages {
    private static final int MOST_LISTED = 1000;
    private static final int MOST_PRINTED = 500;
    private static final int OUTLINE_FROM = 3;
    private static final Map<String, MediaType> PICTURES = Map.of(
            "png", MediaType.IMAGE_PNG,
            "jpg", MediaType.IMAGE_JPEG,
            "jpeg", MediaType.IMAGE_JPEG,
            "gif", MediaType.IMAGE_GIF,
            "webp", MediaType.parseMediaType("image/webp"),
            "svg", MediaType.parseMediaType("image/svg+xml"));
    private static final int BIGGEST_PICTURE = 10 * 1024 * 1024;

    private final Handbook handbook;
    private final Books books;
    private final Chain chain;
    private final People people;
    private final Counts counts;
    private final Settings settings;
    private final List<PagePanel> panels;

    HandbookPages(
            Handbook handbook,
            Books books,
            Chain chain,
            People people,
            Counts counts,
            Settings settings,
            List<PagePanel> panels) {
        this.handbook = handbook;
        this.books = books;
        this.chain = chain;
        this.people = people;
        this.counts = counts;
        this.settings = settings;
        this.panels = panels;
    }

    @Bean
    static Section handbookSection() {
        return new Section("handbook", "handbook", 30);
    }

    @GetMapping
    ModelAndView contents(Here here) {
        return folder(here, "").orElseThrow(() -> new Missing("handbook"));
    }

    @GetMapping("/{*path}")
    Object show(Here here, @PathVariable String path) {
        String name = path.substring(1);
        if (name.isEmpty() || name.endsWith("/")) return Page.go(here.path("handbook"));
        if (PICTURES.containsKey(ending(name))) return picture(here, name);
        if (name.endsWith(".md")) return Page.go(here.path(PagePaths.address(name)));
        return page(here, name + ".md").or(() -> folder(here, name)).orElseThrow(() -> new Missing("page " + name));
    }

    private Optional<ModelAndView> page(Here here, String path) {
        Optional<HandbookPage> found = handbook.page(here.id(), path);
        if (found.isEmpty()) return Optional.empty();
        HandbookPage page = found.get();
        String text = handbook.text(here.id(), path).orElseThrow(() -> new Missing(path));
        PageText shown = PageText.of(here.path("handbook"), path, text);
        List<Content> parts = panels.stream()
                .map(panel -> panel.of(page, here))
                .filter(Objects::nonNull)
                .toList();
        Line line = page.change() == null ? null : chain.line(here, page.change());
        return Optional.of(Page.show(
                "handbook/page",
                new Show(
                        here,
                        page,
                        shown,
                        shown.outline().size() < OUTLINE_FROM ? List.of() : shown.outline(),
                        page.by() == null ? null : people.find(page.by()).orElse(null),
                        line,
                        parts)));
    }

    record Show(
            Here here,
            HandbookPage page,
            PageText text,
            List<PageText.Heading> outline,
            @Nullable Person by,
            @Nullable Line line,
            List<Content> parts) {}

    /** What lies in a folder, below its own front page if it has one. */
    private Optional<ModelAndView> folder(Here here, String folder) {
        List<HandbookPage> pages = handbook.within(here.id(), folder, "", MOST_LISTED);
        if (pages.isEmpty() && !folder.isEmpty()) return Optional.empty();
        HandbookPage front = pages.stream()
                .filter(page -> PagePaths.folder(page.path()).equals(folder) && PagePaths.isIndex(page.path()))
                .findFirst()
                .orElse(null);
        PageText text = front == null
                ? null
                : handbook.text(here.id(), front.path())
                        .map(source -> PageText.of(here.path("handbook"), front.path(), source))
                        .orElse(null);
        long open = counts.of(here.id()).getOrDefault(Count.OPEN_CHANGES, 0L);
        String clone = settings.address(here.path("handbook.git"));
        return Optional.of(Page.show(
                "handbook/contents", new Contents(here, folder, front, text, shelves(pages, front), open, clone)));
    }

    /** The pages of one folder; {@code folder} is its path. */
    record Shelf(String folder, List<HandbookPage> pages) {}

    record Contents(
            Here here,
            String folder,
            @Nullable HandbookPage front,
            @Nullable PageText text,
            List<Shelf> shelves,
            long openChanges,
            String cloneAddress) {}

    private static List<Shelf> shelves(List<HandbookPage> pages, @Nullable HandbookPage front) {
        Map<String, List<HandbookPage>> byFolder = new TreeMap<>();
        for (HandbookPage page : pages) {
            if (page.equals(front)) continue;
            byFolder.computeIfAbsent(PagePaths.folder(page.path()), folder -> new ArrayList<>())
                    .add(page);
        }
        return byFolder.entrySet().stream()
                .map(entry -> new Shelf(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** A folder and all below it, page after page, for paper. */
    @GetMapping(
            path = {"", "/{*path}"},
            params = "print")
    ModelAndView print(Here here, @PathVariable(required = false) @Nullable String path) {
        String folder = path == null ? "" : PagePaths.tidy(path);
        List<HandbookPage> pages = handbook.within(here.id(), folder, "", MOST_PRINTED + 1);
        if (pages.isEmpty()) throw new Missing("folder " + folder);
        boolean more = pages.size() > MOST_PRINTED;
        try (Book book = books.open(here.id())) {
            ObjectId head = book.head();
            List<Leaf> leaves = pages.stream()
                    .limit(MOST_PRINTED)
                    .sorted(Comparator.comparing((HandbookPage page) -> PagePaths.folder(page.path()))
                            .thenComparing(page -> !PagePaths.isIndex(page.path()))
                            .thenComparing(HandbookPage::path))
                    .flatMap(page -> book.text(head, page.path()).stream()
                            .map(text -> new Leaf(
                                    page,
                                    PageText.of(here.path("handbook"), page.path(), text)
                                            .withoutAnchors())))
                    .toList();
            return Page.show(
                    "handbook/print",
                    new Print(here, folder, leaves, more, head.name().substring(0, 10)));
        }
    }

    record Leaf(HandbookPage page, PageText text) {}

    /** @param more whether there are pages that were left out */
    record Print(Here here, String folder, List<Leaf> leaves, boolean more, String commit) {}

    /** An old version of a page. */
    @GetMapping(path = "/{*path}", params = "at")
    ModelAndView old(Here here, @PathVariable String path, @RequestParam String at) {
        String file = path.substring(1) + ".md";
        try (Book book = books.open(here.id())) {
            RevCommit commit = book.commit(at).orElseThrow(() -> new Missing("version " + at));
            String text = book.text(commit, file).orElseThrow(() -> new Missing(file));
            PageText shown = PageText.of(here.path("handbook"), file, text);
            return Page.show("handbook/old", new Old(here, file, shown, PageHistory.Revision.of(commit)));
        }
    }

    record Old(Here here, String path, PageText text, PageHistory.Revision revision) {
        String address() {
            return here.path(PagePaths.address(path));
        }
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** A file that may hold anything is shown as a picture only, and can run nothing even when opened by itself. */
    private ResponseEntity<byte[]> picture(Here here, String path) {
        try (Book book = books.open(here.id())) {
            ObjectId head = book.head();
            var file = book.file(head, path).orElseThrow(() -> new Missing(path));
            if (file.getSize() > BIGGEST_PICTURE) throw new Missing(path);
            MediaType type = Objects.requireNonNull(PICTURES.get(ending(path)));
            return ResponseEntity.ok()
                    .contentType(type)
                    .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                    .header(
                            "Content-Disposition",
                            "inline; filename*=UTF-8''"
                                    + org.springframework.web.util.UriUtils.encode(
                                            PagePaths.name(path), StandardCharsets.UTF_8))
                    .body(Book.bytes(file, BIGGEST_PICTURE));
        }
    }
}
