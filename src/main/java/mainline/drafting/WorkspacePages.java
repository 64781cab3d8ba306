package mainline.drafting;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Falling;
import mainline.changes.FileContent;
import mainline.changes.Proposal;
import mainline.changes.Reasons;
import mainline.changes.Wanted;
import mainline.community.Here;
import mainline.community.Member;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.Handbook;
import mainline.handbook.HandbookPage;
import mainline.handbook.PageText;
import mainline.handbook.PictureFile;
import mainline.kernel.Burden;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.look.Form;
import mainline.look.Option;
import mainline.look.Page;
import mainline.text.Diff;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A change in preparation: its files, and proposing all of them at once. */
@Controller
@RequestMapping("/{community}")
class WorkspacePages {
    private static final int MOST_COMPARED = 10;
    private static final int MOST_OFFERED = 500;

    private final Workspaces workspaces;
    private final Changes changes;
    private final Handbook handbook;
    private final GitRepositories repositories;
    private final ProposalChoices choices;
    private final Falling falling;

    WorkspacePages(
            Workspaces workspaces,
            Changes changes,
            Handbook handbook,
            GitRepositories repositories,
            ProposalChoices choices,
            Falling falling) {
        this.workspaces = workspaces;
        this.changes = changes;
        this.handbook = handbook;
        this.repositories = repositories;
        this.choices = choices;
        this.falling = falling;
    }

    /**
     * One file, as it would differ.
     *
     * @param title of a page, the name of anything else
     * @param words null when it is no text, or one of many
     */
    record Row(
            Wanted file,
            String title,
            boolean isText,
            boolean isPicture,
            @Nullable Diff words) {
        String kind() {
            return file.isNew() ? "new" : file.isGone() ? "gone" : file.isMoved() ? "moved" : "edited";
        }
    }

    /**
     * @param change the one it edits; null for a new one
     * @param conflicts how many things its author has to settle
     * @param pages what can be edited too
     * @param falls what would fall by a new version; null for nothing
     */
    record Show(
            Here here,
            Form form,
            Workspace workspace,
            @Nullable Change change,
            List<Row> rows,
            int conflicts,
            ProposalChoices.Offered offered,
            List<Option> pages,
            @Nullable Reason falls) {
        String address() {
            return here.path(workspace.path());
        }

        String file(String path) {
            return WorkspacePages.file(here, workspace, path);
        }

        String at(String what, String path) {
            return address() + "/" + what + "?path=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
        }

        boolean overtaken() {
            return change != null
                    && (change.version() != workspace.version() || (!change.isOpen() && !change.isDraft()));
        }
    }

    static String file(Here here, Workspace workspace, String path) {
        return here.path(workspace.path()) + "/file?path=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    @PostMapping("/workspaces")
    ModelAndView begin(Here here) {
        return Page.go(here.path("workspaces/" + workspaces.begin(here.member())));
    }

    /** To edit one's own change; {@code conflict} leads straight to what contradicts. */
    @PostMapping("/changes/{number:\\d{1,18}}/workspace")
    ModelAndView edit(Here here, @PathVariable long number, @RequestParam(defaultValue = "") String conflict) {
        long id = workspaces.edit(here.member(), new Subject(here.id(), Subject.Kind.CHANGE, number));
        return Page.go(here.path("workspaces/" + id + (conflict.isEmpty() ? "" : "/conflict")));
    }

    @Burden(Burden.Kind.COMPARING)
    @GetMapping("/workspaces/{id:\\d{1,18}}")
    ModelAndView show(Here here, @PathVariable long id) {
        Workspace workspace = workspaces.get(here.member(), id);
        return Page.show("drafting/workspace", page(here, workspace, Form.of(fields(workspace.reasons()))));
    }

    static Map<String, String> fields(Reasons reasons) {
        Map<String, String> fields = new HashMap<>();
        fields.put("title", reasons.title());
        fields.put("why", reasons.why());
        fields.put("interest", reasons.interest());
        fields.put("clause", "" + reasons.clause());
        if (reasons.from() != null) fields.put("from", reasons.from().key());
        return fields;
    }

    private Show page(Here here, Workspace workspace, Form form) {
        Subject subject = workspace.change();
        Change change = subject == null ? null : changes.get(subject);
        Reason falls = change == null
                ? null
                : falling.of(change).fallsBy(Set.of(here.member().person()));
        try (GitRepository git = repositories.open(here.id())) {
            WorkspaceFiles files = workspaces.files(git, workspace);
            return new Show(
                    here,
                    form,
                    workspace,
                    change,
                    rows(git, files),
                    conflicts(git, workspace),
                    choices.of(here, workspace.reasons().from()),
                    pages(here),
                    falls);
        }
    }

    private static List<Row> rows(GitRepository git, WorkspaceFiles files) {
        List<Row> rows = new ArrayList<>();
        for (Wanted file : files.wanted()) {
            boolean compared = rows.size() < MOST_COMPARED;
            boolean picture = PictureFile.is(file.path());
            if (!compared || picture) {
                rows.add(new Row(file, file.path(), !picture, picture, null));
                continue;
            }
            FileContent content = file.content();
            String now = content == null ? "" : content.text(git).orElse(null);
            String before = files.before(file);
            String title = file.path().endsWith(".md") && now != null
                    ? PageText.title(file.path(), now.isEmpty() ? before : now)
                    : file.path();
            boolean text = WorkspaceEdits.isText(file.path(), now);
            rows.add(new Row(file, title, text, false, now == null ? null : Diff.of(before, now)));
        }
        return rows;
    }

    private int conflicts(GitRepository git, Workspace workspace) {
        try {
            return workspaces.settled(git, workspace, Map.of()).open().size();
        } catch (Refused clash) {
            return 0;
        }
    }

    private List<Option> pages(Here here) {
        return handbook.within(here.id(), "", "", MOST_OFFERED).stream()
                .map(WorkspacePages::option)
                .toList();
    }

    private static Option option(HandbookPage page) {
        return new Option(page.path(), page.title() + " · " + page.path());
    }

    /** Proposes it; or keeps why it is proposed and leaves the rest for later. */
    @PostMapping("/workspaces/{id:\\d{1,18}}/proposal")
    ModelAndView propose(Here here, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Member member = here.member();
        Workspace workspace = workspaces.get(member, id);
        Reasons reasons = reasons(here, workspace, fields);
        try {
            if (fields.containsKey("keep")) {
                workspaces.reason(member, id, reasons);
                return Page.go(here.path(workspace.path()), "workspace.kept");
            }
            Change change = workspaces.propose(member, id, reasons, Map.of());
            return Page.go(here.path(change.path()), change.version() == 1 ? "change.proposed" : "change.revised");
        } catch (Refused refused) {
            if (isConflict(refused)) {
                workspaces.reason(member, id, reasons);
                return Page.go(here.path(workspace.path()) + "/conflict");
            }
            return Page.refuse("drafting/workspace", page(here, workspace, Form.refused(fields, refused)));
        }
    }

    static boolean isConflict(Refused refused) {
        return refused.problems().values().stream().map(Reason::key).anyMatch("change.conflict"::equals);
    }

    /** A title left empty says what can be said without asking. */
    private Reasons reasons(Here here, Workspace workspace, Map<String, String> fields) {
        String title = fields.getOrDefault("title", "");
        if (title.isBlank() && !fields.containsKey("keep")) title = title(here, workspace);
        return new Reasons(
                title,
                fields.getOrDefault("why", ""),
                fields.getOrDefault("interest", ""),
                ProposalChoices.subject(here, fields.getOrDefault("from", "")),
                Form.whole(fields.get("clause")));
    }

    private String title(Here here, Workspace workspace) {
        try (GitRepository git = repositories.open(here.id())) {
            List<Row> rows = rows(git, workspaces.files(git, workspace));
            if (rows.isEmpty()) return "";
            Row first = rows.getFirst();
            String key = first.file().isNew() ? "change.title.added" : "change.title.edited";
            String more = rows.size() == 1 ? "" : " " + here.say("change.title.more", rows.size() - 1);
            int room = Proposal.LONGEST_TITLE - more.length() - 20;
            String name = first.title().length() <= room
                    ? first.title()
                    : first.title().substring(0, room) + "…";
            return here.say(key, name) + more;
        }
    }

    @DeleteMapping("/workspaces/{id:\\d{1,18}}")
    ModelAndView drop(Here here, @PathVariable long id) {
        workspaces.drop(here.member(), id);
        return Page.go(here.path("changes"), "workspace.dropped");
    }
}
