package mainline.drafting;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.DraftText;
import mainline.changes.Falling;
import mainline.changes.Proposal;
import mainline.community.Here;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.Areas;
import mainline.handbook.Handbook;
import mainline.handbook.PagePaths;
import mainline.handbook.PageText;
import mainline.kernel.Missing;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.look.Form;
import mainline.look.Page;
import mainline.text.Html;
import mainline.text.TextMerge;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The editor: a page or a new one becomes a change; a change gets a new version; a draft is taken up. */
@Controller
@RequestMapping("/{community}")
class EditPages {
    private final Handbook handbook;
    private final Changes changes;
    private final GitRepositories repositories;
    private final ProposalChoices choices;
    private final KeptEdits kept;
    private final Workspaces workspaces;
    private final TypedProposals typed;
    private final Falling falling;

    EditPages(
            Handbook handbook,
            Changes changes,
            GitRepositories repositories,
            ProposalChoices choices,
            KeptEdits kept,
            Workspaces workspaces,
            TypedProposals typed,
            Falling falling) {
        this.handbook = handbook;
        this.changes = changes;
        this.repositories = repositories;
        this.choices = choices;
        this.kept = kept;
        this.workspaces = workspaces;
        this.typed = typed;
        this.falling = falling;
    }

    /**
     * @param change null for a new change
     * @param from in words, where the change comes from
     * @param offered what it may serve and come from
     * @param falls what would fall by a new version; null for nothing
     * @param begun what was kept of it before and stands in the form now; null when it is begun now
     */
    record Edit(
            Here here,
            Form form,
            @Nullable Change change,
            @Nullable Html preview,
            @Nullable String from,
            ProposalChoices.Offered offered,
            @Nullable Reason falls,
            @Nullable Workspace begun) {

        /** Where it is kept while somebody writes; empty where only the browser keeps it. */
        String keptAt() {
            if (change == null) return here.path("changes/kept");
            return change.isDraft() ? "" : here.path(change.path() + "/kept");
        }

        boolean isNewPage() {
            return form.value("path").isEmpty();
        }

        String action() {
            return here.path(change == null ? "changes" : change.path() + "/versions");
        }

        String back() {
            if (change != null) return here.path(change.path());
            return here.path(isNewPage() ? "handbook" : PagePaths.address(form.value("path")));
        }
    }

    @GetMapping(path = "/handbook/{*path}", params = "edit")
    ModelAndView edit(Here here, @PathVariable String path, @RequestParam(defaultValue = "") String from) {
        here.member();
        boolean isOverseers = path.substring(1).equals(Areas.FILE);
        String file = isOverseers ? Areas.FILE : path.substring(1) + ".md";
        try (GitRepository git = repositories.open(here.id())) {
            ObjectId head = git.head();
            String text = git.text(head, file).orElseThrow(() -> new Missing(file));
            String title = TypedProposals.edited(here, isOverseers ? file : PageText.title(file, text));
            Map<String, String> fields = new HashMap<>(
                    Map.of("path", file, "base", head.name(), "text", text, "from", from, "title", title));
            Workspace begun = kept.find(here.member(), null, file).orElse(null);
            if (begun != null)
                fields.putAll(TypedProposals.kept(
                        begun, workspaces.files(git, begun).text(file).orElse(text)));
            return Page.show("drafting/edit", page(here, Form.of(fields), null, null, begun));
        }
    }

    @GetMapping(
            path = {"/handbook", "/handbook/{*path}"},
            params = "new")
    ModelAndView write(
            Here here,
            @PathVariable(required = false) @Nullable String path,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String from) {
        here.member();
        String folder = path == null ? "" : PagePaths.tidy(path);
        Map<String, String> fields =
                Map.of("name", name, "folder", folder, "base", handbook.head(here.id()), "from", from);
        return Page.show("drafting/edit", page(here, Form.of(fields), null, null));
    }

    @GetMapping("/changes/{number:\\d{1,18}}/edit")
    ModelAndView again(Here here, @PathVariable long number) {
        Change change = editable(here, number);
        try (GitRepository git = repositories.open(here.id())) {
            ObjectId head = git.head();
            String path = change.paths().getFirst();
            String now = git.text(head, path).orElse("");
            Map<String, String> fields = new HashMap<>();
            fields.put("path", path);
            fields.put("base", head.name());
            fields.put("title", change.title());
            fields.put("why", change.why());
            fields.put("interest", change.interest());
            fields.put("clause", "" + change.clause());
            if (change.from() != null) fields.put("from", change.from().key());
            fields.put("version", "" + change.version());
            String mine = wanted(git, change, path);
            Optional<String> both = TextMerge.clean(base(git, change, path, now), now, mine);
            if (both.isEmpty())
                fields.put("base", changes.versions(change).getLast().base().name());
            fields.put("text", both.orElse(mine));
            Workspace begun = change.isDraft()
                    ? null
                    : kept.find(here.member(), change.subject(), path)
                            .filter(one -> one.version() == change.version())
                            .orElse(null);
            if (begun != null)
                fields.putAll(TypedProposals.kept(
                        begun, workspaces.files(git, begun).text(path).orElse(mine)));
            return Page.show("drafting/edit", page(here, Form.of(fields), change, null, begun));
        }
    }

    private String wanted(GitRepository git, Change change, String path) {
        if (change.isDraft())
            return changes.draftText(change).map(DraftText::text).orElse("");
        return git.text(changes.versions(change).getLast().head(), path).orElse("");
    }

    private String base(GitRepository git, Change change, String path, String now) {
        if (change.isDraft()) return now;
        return git.text(changes.versions(change).getLast().base(), path).orElse("");
    }

    private Change editable(Here here, long number) {
        var member = here.member();
        Change change = changes.find(here.id(), number).orElseThrow(() -> new Missing("change " + number));
        if (!change.isDraft() && !(change.isOpen() && change.isBy(member.person())))
            throw new Missing("change " + number);
        return change;
    }

    @PostMapping("/changes")
    ModelAndView propose(Here here, @RequestParam Map<String, String> fields) {
        return send(here, null, fields);
    }

    @PostMapping("/changes/{number:\\d{1,18}}/versions")
    ModelAndView revise(Here here, @PathVariable long number, @RequestParam Map<String, String> fields) {
        return send(here, editable(here, number), fields);
    }

    private ModelAndView send(Here here, @Nullable Change before, Map<String, String> fields) {
        var member = here.member();
        if (fields.containsKey("preview")) return preview(here, before, fields);
        try {
            Proposal proposal = typed.of(here, before, fields);
            if (fields.containsKey("keep")) return keep(here, before, fields, proposal);
            Change change = kept.propose(member, subject(before), Form.whole(fields.get("version")), proposal);
            return Page.go(here.path(change.path()), before == null ? "change.proposed" : "change.revised");
        } catch (Refused refused) {
            return again(here, before, fields, refused);
        }
    }

    /** Keeps what was typed and goes on with more files, where the button said. */
    private ModelAndView keep(Here here, @Nullable Change before, Map<String, String> fields, Proposal proposal) {
        long id = kept.keep(
                here.member(),
                subject(before),
                Form.whole(fields.get("version")),
                fields.getOrDefault("kept", ""),
                proposal);
        String path = URLEncoder.encode(proposal.path(), StandardCharsets.UTF_8);
        String next = switch (fields.getOrDefault("keep", "")) {
            case "picture" -> "/picture?page=" + path;
            case "move" -> "/move?path=" + path;
            case "removal" -> "/removal?path=" + path;
            case "conflict" -> "/conflict";
            default -> "";
        };
        return Page.go(here.path("workspaces/" + id) + next, "workspace.kept");
    }

    private ModelAndView preview(Here here, @Nullable Change before, Map<String, String> fields) {
        String path = fields.getOrDefault("path", "");
        String file = path.isEmpty() ? "new.md" : path;
        PageText text = handbook.preview(
                here.id(), here.path("handbook"), file, PagePaths.stored(fields.getOrDefault("text", "")));
        return Page.show("drafting/edit", page(here, Form.of(fields), before, text.html()));
    }

    /** The form as it was typed; what contradicts the page as it is now is kept and settled paragraph by paragraph. */
    private ModelAndView again(Here here, @Nullable Change before, Map<String, String> fields, Refused refused) {
        if (WorkspacePages.isConflict(refused)) {
            Map<String, String> kept = new HashMap<>(fields);
            kept.put("keep", "conflict");
            return keep(here, before, kept, typed.of(here, before, fields));
        }
        return Page.refuse("drafting/edit", page(here, Form.refused(fields, refused), before, null));
    }

    private static @Nullable Subject subject(@Nullable Change before) {
        return before == null ? null : before.subject();
    }

    private Edit page(Here here, Form form, @Nullable Change change, @Nullable Html preview) {
        return page(here, form, change, preview, null);
    }

    private Edit page(
            Here here, Form form, @Nullable Change change, @Nullable Html preview, @Nullable Workspace begun) {
        Subject from = change != null && change.from() != null
                ? change.from()
                : ProposalChoices.subject(here, form.value("from"));
        String words = from == null ? null : choices.words(here, from);
        Reason falls = change == null
                ? null
                : falling.of(change).fallsBy(Set.of(here.member().person()));
        return new Edit(here, form, change, preview, words, choices.of(here, from), falls, begun);
    }
}
