package mainline.handbook;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import mainline.community.Here;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.kernel.Missing;
import mainline.look.Page;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/** Pages as they once were: in an old version, or in an edition. */
@Controller
@RequestMapping("/{community}/handbook")
class EarlierPages {
    private final PageTexts texts;
    private final Editions editions;
    private final PictureAnswers pictures;
    private final GitRepositories repositories;

    EarlierPages(PageTexts texts, Editions editions, PictureAnswers pictures, GitRepositories repositories) {
        this.texts = texts;
        this.editions = editions;
        this.pictures = pictures;
        this.repositories = repositories;
    }

    /** An old version of a page. */
    @GetMapping(path = "/{*path}", params = "at")
    ModelAndView old(Here here, @PathVariable String path, @RequestParam String at) {
        String file = path.substring(1) + ".md";
        try (GitRepository git = repositories.open(here.id())) {
            RevCommit commit = git.commit(at).orElseThrow(() -> new Missing("version " + at));
            String text = git.text(commit, file).orElseThrow(() -> new Missing(file));
            PageText shown = texts.earlier(here, file, text);
            return Page.show("handbook/old", new Old(here, file, shown, PageHistory.Revision.of(commit), null));
        }
    }

    /** A page or picture as it was in an edition. */
    @GetMapping(path = "/{*path}", params = "edition")
    Object inEdition(Here here, @PathVariable String path, @RequestParam String edition) {
        Edition then = editions.find(here.id(), edition).orElseThrow(() -> new Missing("edition " + edition));
        String name = path.substring(1);
        if (PictureFile.is(name)) return pictures.at(here, name, then.commit());
        String page = name.endsWith(".md") ? name.substring(0, name.length() - 3) : name;
        if (page.isEmpty()) return Page.go(here.path(then.address()));
        try (GitRepository git = repositories.open(here.id())) {
            Optional<String> text = git.text(then.commit(), page + ".md");
            if (text.isEmpty() && git.has(then.commit(), page))
                return Page.go(here.path(then.address()) + "?in=" + UriUtils.encode(page, StandardCharsets.UTF_8));
            String base = here.path("handbook");
            PageText shown = texts.earlier(here, page + ".md", text.orElseThrow(() -> new Missing("page " + name)))
                    .in(then, base);
            var revision = new PageHistory.Revision(then.commit().name(), "", then.at(), then.name(), 0);
            return Page.show("handbook/old", new Old(here, page + ".md", shown, revision, then));
        }
    }

    /** @param edition null for a version that was asked for by itself */
    record Old(
            Here here,
            String path,
            PageText text,
            PageHistory.Revision revision,
            @Nullable Edition edition) {
        String address() {
            return here.path(PagePaths.address(path));
        }
    }
}
