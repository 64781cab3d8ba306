package mainline.notices;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.community.Here;
import mainline.community.Titles;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.Subject;
import mainline.look.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a person follows in a community, and how much of it they hear. */
@Controller
@RequestMapping("/{community}/following")
class FollowPages {
    private static final int LONGEST_PATH = 400;

    /**
     * @param title of the thing; empty where it has none
     * @param path of its page, below the community's
     */
    record Line(Followed followed, String title, String path, boolean isPage) {}

    record Index(Here here, List<Line> lines) {}

    record Ask(Here here, String what, String title, String path, Level now) {}

    private final Follows follows;
    private final Titles titles;

    FollowPages(Follows follows, Titles titles) {
        this.follows = follows;
        this.titles = titles;
    }

    @GetMapping
    ModelAndView list(Here here, @RequestParam(defaultValue = "") String what) {
        if (!what.isEmpty()) return ask(here, what);
        List<Followed> all = follows.of(here.member().person(), here.id());
        Map<Subject, String> named = titles.of(all.stream()
                .filter(each -> !each.isPage())
                .map(each -> Subject.of(here.id(), each.what()))
                .toList());
        return Page.show(
                "notices/following",
                new Index(here, all.stream().map(each -> line(each, named)).toList()));
    }

    private static Line line(Followed followed, Map<Subject, String> named) {
        if (followed.isPage()) return new Line(followed, followed.what().substring(1), page(followed.what()), true);
        Subject subject = Subject.of(followed.community(), followed.what());
        return new Line(followed, named.getOrDefault(subject, ""), subject.path(), false);
    }

    private static String page(String what) {
        return what.endsWith("/") ? "handbook" : "handbook" + what.replaceFirst("[.]md$", "");
    }

    private ModelAndView ask(Here here, String what) {
        Subject known = subject(here.id(), what).orElse(null);
        String title =
                known == null ? what.substring(1) : titles.of(List.of(known)).getOrDefault(known, "");
        Level now = follows.level(here.member().person(), here.id(), what);
        String path = known == null ? page(what) : known.path();
        return Page.show("notices/follow", new Ask(here, what, title, path, now));
    }

    /** @return nothing for a path of the handbook */
    private static Optional<Subject> subject(CommunityId community, String what) {
        if (!what.startsWith("/")) return Optional.of(Subject.of(community, what));
        if (what.length() > LONGEST_PATH || what.chars().anyMatch(Character::isISOControl))
            throw new Missing("page " + what);
        return Optional.empty();
    }

    /** @param stay given on the page of the thing itself */
    @PostMapping
    ModelAndView choose(
            Here here,
            @RequestParam String what,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String stay) {
        Optional<Subject> known = subject(here.id(), what);
        Level chosen = Level.of(level).orElseThrow(() -> new Missing("level " + level));
        follows.choose(here.member().person(), here.id(), what, chosen);
        String path = known.map(Subject::path).orElseGet(() -> page(what));
        return Page.go(here.path(stay.isEmpty() ? "following" : path), "follow-chosen");
    }
}
