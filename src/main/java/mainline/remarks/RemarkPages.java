package mainline.remarks;

import java.util.List;
import java.util.Map;
import mainline.changes.Change;
import mainline.changes.ChangeQuery;
import mainline.changes.ChangeView;
import mainline.changes.Changes;
import mainline.changes.Compared;
import mainline.changes.FileLines;
import mainline.changes.Touched;
import mainline.changes.Version;
import mainline.community.Here;
import mainline.community.Member;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.kernel.Missing;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.look.Form;
import mainline.look.Page;
import mainline.text.Lines;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Remarks on lines of a change, and the wordings suggested with them. */
@Controller
@RequestMapping("/{community}")
class RemarkPages {
    private final Remarks remarks;
    private final Suggestions suggestions;
    private final Changes changes;
    private final GitRepositories repositories;
    private final ChangeView page;

    RemarkPages(
            Remarks remarks, Suggestions suggestions, Changes changes, GitRepositories repositories, ChangeView page) {
        this.remarks = remarks;
        this.suggestions = suggestions;
        this.changes = changes;
        this.repositories = repositories;
        this.page = page;
    }

    /** The permanent address of a remark: where it stands on its change's page. */
    @GetMapping("/remarks/{number:\\d{1,18}}")
    ModelAndView find(Here here, @PathVariable long number) {
        Remark remark = remarks.get(subject(here, number));
        return Page.go(here.path(remark.change().path()) + "#" + remark.place());
    }

    private static Subject subject(Here here, long number) {
        return new Subject(here.id(), Subject.Kind.REMARK, number);
    }

    /** The form for a remark on these lines, to be shown in place; without scripts the whole page with the form in it. */
    @GetMapping("/changes/{number:\\d{1,18}}/remarks/new")
    ModelAndView write(
            Here here,
            @PathVariable long number,
            @RequestParam int version,
            @RequestParam(defaultValue = "0") int since,
            @RequestParam(defaultValue = "") String view,
            @RequestParam String on,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment) {
        here.member();
        Change change = changes.find(here.id(), number).orElseThrow(() -> new Missing("change " + number));
        Spot spot = Spot.of(on);
        if (spot == null || !change.isOpen()) throw new Missing("lines " + on);
        ChangeQuery query = new ChangeQuery(version, since, view.equals("source"), on, 0, Form.empty());
        if (fragment == null) {
            SayLink link = new SayLink(here, change, query, spot);
            return Page.go(here.path(change.path()) + link.address() + "#" + spot.id("saying"));
        }
        return Page.show("remarks/remarkform", form(here, change, query, spot));
    }

    private RemarkForm form(Here here, Change change, ChangeQuery query, Spot spot) {
        Compared compared = Compared.of(changes.versions(change), query.version(), query.since());
        Version shown = compared.shown();
        if (shown == null) throw new Missing("version " + query.version());
        try (GitRepository git = repositories.open(here.id())) {
            String path = Touched.all(git, shown, compared.since()).stream()
                    .skip(spot.file())
                    .findFirst()
                    .map(Touched::path)
                    .orElseThrow(() -> new Missing("file " + spot.file()));
            Lines lines = FileLines.of(git, spot.left() ? compared.before() : shown.head(), path)
                    .filter(text -> spot.first() >= 1 && spot.first() <= spot.last() && spot.last() <= text.count())
                    .orElseThrow(() -> new Missing("lines " + spot.key()));
            return RemarkForm.of(here, change, query, spot, path, lines).with(Form.empty());
        }
    }

    @PostMapping("/changes/{number:\\d{1,18}}/remarks")
    ModelAndView make(Here here, @PathVariable long number, @RequestParam Map<String, String> fields) {
        Member member = here.member();
        Subject change = new Subject(here.id(), Subject.Kind.CHANGE, number);
        int version = Form.whole(fields.get("version"));
        int since = Form.whole(fields.get("since"));
        boolean source = fields.getOrDefault("view", "").equals("source");
        Spot spot = Spot.of(fields.getOrDefault("on", ""));
        try {
            if (spot == null) throw Refused.because("", "remark.nowhere");
            Remark made = remarks.make(member, change, draft(here, fields, version, since, spot.left()));
            String query = source ? "?view=source" : "";
            return Page.go(here.path(change.path()) + query + "#" + made.place(), "remark.made");
        } catch (Refused refused) {
            Form form = Form.refused(fields, refused);
            return page.refuse(
                    here, change, new ChangeQuery(version, since, source, fields.getOrDefault("on", ""), 0, form));
        }
    }

    /** On the left of two versions stands what the earlier one made of the text. */
    private static Remark.Draft draft(Here here, Map<String, String> fields, int version, int since, boolean left) {
        Remark.Anchor anchor = new Remark.Anchor(
                left && since > 0 ? since : version,
                left && since == 0,
                fields.getOrDefault("path", ""),
                Form.whole(fields.get("first")),
                Form.whole(fields.get("last")),
                "");
        String text = fields.getOrDefault("remark", "");
        String suggestion = fields.get("suggestion");
        return new Remark.Draft(anchor, text, here.say("remark.without-words"), suggestion, fields.containsKey("asks"));
    }

    @PostMapping("/remarks/{number:\\d{1,18}}/resolution")
    ModelAndView resolve(Here here, @PathVariable long number) {
        return act(here, number, "remark.resolved", remark -> remarks.resolve(here.member(), remark));
    }

    @DeleteMapping("/remarks/{number:\\d{1,18}}/resolution")
    ModelAndView reopen(Here here, @PathVariable long number) {
        return act(here, number, "remark.reopened", remark -> remarks.reopen(here.member(), remark));
    }

    private interface Act {
        void on(Subject remark);
    }

    private ModelAndView act(Here here, long number, String notice, Act act) {
        Remark remark = remarks.get(subject(here, number));
        try {
            act.on(remark.subject());
            return Page.go(here.path(remark.change().path()) + "#" + remark.place(), notice);
        } catch (Refused refused) {
            return page.refuse(here, remark.change(), Map.of(), refused);
        }
    }

    @PostMapping("/changes/{number:\\d{1,18}}/suggestions")
    ModelAndView take(
            Here here,
            @PathVariable long number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") List<Long> take) {
        Subject change = new Subject(here.id(), Subject.Kind.CHANGE, number);
        try {
            suggestions.take(here.member(), change, version, take);
            return Page.go(here.path(change.path()), "suggestion.taken");
        } catch (Refused refused) {
            return page.refuse(here, change, Map.of(), refused);
        }
    }
}
