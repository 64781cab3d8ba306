package mainline.notices;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.kernel.CommunityId;
import mainline.kernel.Cursor;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.look.Form;
import mainline.look.Option;
import mainline.look.Page;
import mainline.look.Shell;
import mainline.people.Visitor;
import mainline.text.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a person was told, newest first, and how else they hear of it. */
@Controller
@RequestMapping("/me/notices")
class NoticePages {
    private static final int SIZE = 30;
    private static final List<String> LANGUAGES = List.of("en", "es");

    record Line(Told told, Html text, @Nullable Community community) {}

    /** @param newest 0 when there is nothing new to mark as seen */
    record Index(
            Shell shell, List<Line> lines, @Nullable Cursor next, long newest, Form ways, List<Option> languages) {}

    private final Notices notices;
    private final Communities communities;

    NoticePages(Notices notices, Communities communities) {
        this.notices = notices;
        this.communities = communities;
    }

    @GetMapping
    ModelAndView list(Visitor visitor, @RequestParam(defaultValue = "0") long before) {
        Paged<Told> page = notices.of(visitor.id(), before, SIZE);
        Map<CommunityId, Optional<Community>> known = new HashMap<>();
        List<Line> lines = page.items().stream()
                .map(told -> line(
                        visitor.shell(),
                        told,
                        known.computeIfAbsent(told.subject().community(), communities::find)))
                .toList();
        long newest = page.items().stream()
                .filter(told -> !told.seen())
                .mapToLong(Told::id)
                .max()
                .orElse(0);
        Ways ways = notices.ways(visitor.id());
        Form form = Form.of(Map.of(
                "mails", ways.mails() ? "yes" : "", "language", ways.language().getLanguage()));
        List<Option> languages = LANGUAGES.stream()
                .map(each -> new Option(each, Locale.of(each).getDisplayLanguage(Locale.of(each))))
                .toList();
        return Page.show("notices/notices", new Index(visitor.shell(), lines, page.next(), newest, form, languages));
    }

    /** Its times are those of the community it comes from. */
    private static Line line(Shell shell, Told told, Optional<Community> community) {
        Shell there = community.map(known -> shell.in(known.zone())).orElse(shell);
        return new Line(told, there.told(told.text()), community.orElse(null));
    }

    /** To what the notice is about. */
    @GetMapping("/{id:\\d{1,18}}")
    ModelAndView open(Visitor visitor, @PathVariable long id) {
        Told told = notices.open(visitor.id(), id);
        Community community = communities
                .find(told.subject().community())
                .orElseThrow(() -> new Missing("community of notice " + id));
        return Page.go("/" + community.slug() + "/" + told.subject().path());
    }

    @PostMapping("/seen")
    ModelAndView see(Visitor visitor, @RequestParam(defaultValue = "0") long until) {
        notices.see(visitor.id(), until);
        return Page.go("/me/notices");
    }

    @PostMapping("/ways")
    ModelAndView choose(
            Visitor visitor,
            @RequestParam(defaultValue = "") String mails,
            @RequestParam(defaultValue = "") String language) {
        String spoken = LANGUAGES.contains(language) ? language : LANGUAGES.getFirst();
        notices.choose(visitor.id(), new Ways(mails.equals("yes"), Locale.of(spoken)));
        return Page.go("/me/notices", "ways-chosen");
    }
}
