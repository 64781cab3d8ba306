package mainline.handbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mainline.community.Here;
import mainline.git.Blame;
import mainline.git.Blames;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.kernel.Burden;
import mainline.kernel.Missing;
import mainline.look.Page;
import mainline.text.Html;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A page with who last changed each paragraph. */
@Controller
@Burden(Burden.Kind.COMPARING)
@RequestMapping("/{community}/handbook")
class BlamePages {
    private final GitRepositories repositories;
    private final Blames blames;

    BlamePages(GitRepositories repositories, Blames blames) {
        this.repositories = repositories;
        this.blames = blames;
    }

    /**
     * Paragraphs in a row that the same change touched last.
     *
     * @param last by which they became what they are; null when that is not known
     * @param address of what {@code last} changed
     * @param earlier how many other changes parts of them come from
     */
    record Passage(PageHistory.@Nullable Revision last, String address, int earlier, List<Html> paragraphs) {}

    @GetMapping(path = "/{*path}", params = "blame")
    ModelAndView blame(Here here, @PathVariable String path) {
        String file = path.substring(1) + ".md";
        try (GitRepository git = repositories.open(here.id())) {
            ObjectId head = git.head();
            String text = git.text(head, file).orElseThrow(() -> new Missing(file));
            Optional<Blame> blame = blames.of(git, head, file);
            List<PageText.Block> blocks = PageText.blocks(here.path("handbook"), file, text);
            List<Passage> passages =
                    passages(here, blocks, blame.map(Blame::lines).orElse(List.of()));
            return Page.show(
                    "handbook/blame", new Show(here, file, PageText.title(file, text), passages, blame.isPresent()));
        }
    }

    /** @param known false for a page that is too long to be told apart */
    record Show(Here here, String path, String title, List<Passage> passages, boolean known) {
        String address() {
            return here.path(PagePaths.address(path));
        }
    }

    private static List<Passage> passages(Here here, List<PageText.Block> blocks, List<Blame.Origin> lines) {
        List<Passage> passages = new ArrayList<>();
        List<Html> paragraphs = new ArrayList<>();
        Set<Blame.Origin> origins = new LinkedHashSet<>();
        for (PageText.Block block : blocks) {
            Set<Blame.Origin> own = new LinkedHashSet<>();
            for (int n = block.first(); n <= block.last() && n < lines.size(); n++) own.add(lines.get(n));
            if (!paragraphs.isEmpty() && !newest(own).equals(newest(origins))) {
                passages.add(passage(here, origins, paragraphs));
                paragraphs = new ArrayList<>();
                origins = new LinkedHashSet<>();
            }
            paragraphs.add(block.html());
            origins.addAll(own);
        }
        if (!paragraphs.isEmpty()) passages.add(passage(here, origins, paragraphs));
        return passages;
    }

    private static Optional<Blame.Origin> newest(Set<Blame.Origin> origins) {
        return origins.stream()
                .max(Comparator.comparing(Blame.Origin::at)
                        .thenComparing(o -> o.commit().name()));
    }

    private static Passage passage(Here here, Set<Blame.Origin> origins, List<Html> paragraphs) {
        Optional<Blame.Origin> newest = newest(origins);
        return newest.map(last -> {
                    PageHistory.Revision revision = PageHistory.Revision.of(last);
                    String address = last.path().endsWith(".md")
                            ? here.path(PagePaths.address(last.path())) + "?diff=" + revision.commit()
                            : "";
                    return new Passage(revision, address, origins.size() - 1, paragraphs);
                })
                .orElseGet(() -> new Passage(null, "", 0, paragraphs));
    }
}
