package mainline.handbook;

import gg.jte.Content;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mainline.chain.ChainView;
import mainline.community.Here;
import mainline.git.Written;
import mainline.kernel.Missing;
import mainline.look.Line;
import mainline.look.Page;
import mainline.people.People;
import mainline.people.Person;
import mainline.text.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reading the handbook: its pages, and the pictures in them. */
@Controller
@RequestMapping("/{community}/handbook")
class HandbookPages {
    private static final int OUTLINE_FROM = 3;

    private final Handbook handbook;
    private final ContentsPages contents;
    private final Surroundings surroundings;
    private final PageTexts texts;
    private final PictureAnswers pictures;
    private final ChainView chain;
    private final People people;
    private final PageToCome toCome;
    private final List<PagePanel> panels;

    HandbookPages(
            Handbook handbook,
            ContentsPages contents,
            Surroundings surroundings,
            PageTexts texts,
            PictureAnswers pictures,
            ChainView chain,
            People people,
            PageToCome toCome,
            List<PagePanel> panels) {
        this.handbook = handbook;
        this.contents = contents;
        this.surroundings = surroundings;
        this.texts = texts;
        this.pictures = pictures;
        this.chain = chain;
        this.people = people;
        this.toCome = toCome;
        this.panels = panels;
    }

    @GetMapping("/{*path}")
    Object show(Here here, @PathVariable String path, @RequestParam(defaultValue = "") String after) {
        String name = path.substring(1);
        if (name.isEmpty() || name.endsWith("/")) return Page.go(here.path("handbook"));
        if (PictureFile.is(name)) return pictures.now(here, name);
        if (name.equals(Areas.FILE)) return Page.go(here.path("stewards"));
        if (name.endsWith(".md")) return Page.go(here.path(PagePaths.address(name)));
        return page(here, name + ".md")
                .or(() -> contents.of(here, name, after))
                .or(() -> handbook.alike(here.id(), name + ".md").map(page -> Page.go(here.path(page.address()))))
                .or(() -> PagePaths.forms(name).stream()
                        .skip(1)
                        .flatMap(form -> contents.of(here, form, after).stream())
                        .findFirst())
                .or(() -> notYet(here, name))
                .orElseThrow(() -> new Missing("page " + name));
    }

    /** What leads to a page that is not there is followed to the change that would bring it. */
    private Optional<ModelAndView> notYet(Here here, String name) {
        List<PageToCome.Coming> coming = toCome.bringing(here, PagePaths.pages(name));
        if (coming.isEmpty()) return Optional.empty();
        ModelAndView answer = Page.show("handbook/coming", new NotYet(here, coming));
        answer.setStatus(HttpStatus.NOT_FOUND);
        return Optional.of(answer);
    }

    record NotYet(Here here, List<PageToCome.Coming> coming) {}

    private Optional<ModelAndView> page(Here here, String path) {
        return handbook.page(here.id(), path).map(page -> {
            Written written = handbook.written(here.id(), path).orElseThrow(() -> new Missing(path));
            PageText shown = texts.of(here, path, written.text());
            List<Content> parts = panels.stream()
                    .map(panel -> panel.of(page, here))
                    .filter(Objects::nonNull)
                    .toList();
            return Page.show(
                    "handbook/page",
                    new Show(
                            here,
                            page,
                            shown,
                            written,
                            texts.margin(here, path, "_Sidebar.md").orElse(null),
                            texts.margin(here, path, "_Footer.md").orElse(null),
                            shown.outline().size() < OUTLINE_FROM ? List.of() : shown.outline(),
                            page.by() == null ? null : people.find(page.by()).orElse(null),
                            page.change() == null
                                    ? null
                                    : chain.line(here, page.change(), page.title(), page.address()),
                            parts,
                            surroundings.of(here.id(), path)));
        });
    }

    /** @param sidebar what a wiki shows beside each page, {@code footer} below it */
    record Show(
            Here here,
            HandbookPage page,
            PageText text,
            Written written,
            @Nullable Html sidebar,
            @Nullable Html footer,
            List<PageText.Heading> outline,
            @Nullable Person by,
            @Nullable Line line,
            List<Content> parts,
            Surroundings.Shown around) {}
}
