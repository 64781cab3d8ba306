package mainline.changes;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainline.community.Here;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.PagePaths;
import mainline.handbook.PageText;
import mainline.handbook.PictureFile;
import mainline.kernel.Burden;
import mainline.kernel.Missing;
import mainline.look.Page;
import mainline.text.Html;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A page as a version of a change would have it. */
@Controller
@RequestMapping("/{community}/changes/{number:\\d{1,18}}/versions/{version:\\d{1,9}}")
class ComingPages {
    private final Changes changes;
    private final GitRepositories repositories;

    ComingPages(Changes changes, GitRepositories repositories) {
        this.changes = changes;
        this.repositories = repositories;
    }

    record Show(Here here, Change change, int version, String path, String title, Html text) {}

    /** Its address below the community's. */
    static String address(Change change, int version, String path) {
        return below(change, version, "page", path);
    }

    private static String below(Change change, int version, String what, String path) {
        return change.path() + "/versions/" + version + "/" + what + "?path="
                + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    @Burden(Burden.Kind.COMPARING)
    @GetMapping("/page")
    ModelAndView page(Here here, @PathVariable long number, @PathVariable int version, @RequestParam String path) {
        Change change = changes.find(here.id(), number).orElseThrow(() -> new Missing("change " + number));
        List<Version> all = changes.versions(change);
        if (version < 1 || version > all.size() || !path.endsWith(".md")) throw new Missing(path);
        try (GitRepository git = repositories.open(here.id())) {
            Version shown = all.get(version - 1);
            String text = git.text(shown.head(), path).orElseThrow(() -> new Missing(path));
            PageText page = PageText.of(here.path("handbook"), path, text).withoutAnchors();
            Html html = leading(here, change, git, shown, page.html());
            return Page.show("changes/coming", new Show(here, change, version, path, page.title(), html));
        }
    }

    /** With links and pictures that lead to other files of the version where it has them otherwise than the handbook. */
    private static Html leading(Here here, Change change, GitRepository git, Version version, Html html) {
        Map<String, String> coming = new HashMap<>();
        for (String path : git.differences(version.base(), version.head())) {
            boolean picture = PictureFile.is(path);
            if ((!picture && !path.endsWith(".md"))
                    || git.blob(version.head(), path).isEmpty()) continue;
            String what = picture ? "picture" : "page";
            coming.put(here.path(PagePaths.address(path)), here.path(below(change, version.number(), what, path)));
        }
        Document page = Jsoup.parseBodyFragment(html.markup());
        page.outputSettings().prettyPrint(false);
        for (Element link : page.select("a[href], img[src]")) {
            String name = link.normalName().equals("a") ? "href" : "src";
            String address = coming.get(link.attr(name).replaceFirst("#.*$", ""));
            if (address != null) link.attr(name, address);
        }
        return new Html(page.body().html());
    }
}
