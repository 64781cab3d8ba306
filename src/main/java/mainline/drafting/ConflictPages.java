package mainline.drafting;

import java.util.HashMap;
import java.util.Map;
import mainline.changes.Change;
import mainline.changes.Reasons;
import mainline.changes.Settled;
import mainline.community.Here;
import mainline.community.Member;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.kernel.Burden;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Page;
import mainline.text.Diff;
import mainline.text.TextMerge;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a change contradicts what was merged meanwhile: its author chooses, paragraph by paragraph. */
@Controller
@RequestMapping("/{community}/workspaces/{id:\\d{1,18}}/conflict")
class ConflictPages {
    private final Workspaces workspaces;
    private final GitRepositories repositories;
    private final ProposalChoices choices;

    ConflictPages(Workspaces workspaces, GitRepositories repositories, ProposalChoices choices) {
        this.workspaces = workspaces;
        this.repositories = repositories;
        this.choices = choices;
    }

    record Show(Here here, Form form, Workspace workspace, Settled settled, ProposalChoices.Offered offered) {
        String address() {
            return here.path(workspace.path());
        }

        /** Whether that choice was made before. */
        boolean isPicked(String key, String choice) {
            return form.value("pick." + key).equals(choice);
        }

        String own(String key, TextMerge.Contested passage) {
            return form.values().getOrDefault("own." + key, passage.mine());
        }

        static Diff diff(String before, String after) {
            return Diff.of(before, after);
        }
    }

    @Burden(Burden.Kind.COMPARING)
    @GetMapping
    ModelAndView show(Here here, @PathVariable long id) {
        Workspace workspace = workspaces.get(here.member(), id);
        Map<String, String> fields = WorkspacePages.fields(workspace.reasons());
        return Page.show("drafting/conflict", page(here, workspace, Form.of(fields), Map.of()));
    }

    /** What was answered stays on the page, also when it is not all, so that it is sent along again. */
    private Show page(Here here, Workspace workspace, Form form, Map<String, String> answers) {
        try (GitRepository git = repositories.open(here.id())) {
            Settled all = workspaces.settled(git, workspace, Map.of());
            Settled left = workspaces.settled(git, workspace, answers);
            Form shown = form;
            if (!answers.isEmpty() && !left.open().isEmpty()) {
                Map<String, mainline.kernel.Reason> problems = new HashMap<>(form.problems());
                problems.put(
                        "",
                        mainline.kernel.Reason.of("conflict.left", left.open().size()));
                shown = new Form(form.values(), problems);
            }
            return new Show(
                    here,
                    shown,
                    workspace,
                    all,
                    choices.of(here, workspace.reasons().from()));
        }
    }

    @PostMapping
    ModelAndView settle(Here here, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Member member = here.member();
        Workspace workspace = workspaces.get(member, id);
        Reasons kept = workspace.reasons();
        Reasons reasons = new Reasons(
                fields.getOrDefault("title", kept.title()),
                fields.getOrDefault("why", kept.why()),
                fields.getOrDefault("interest", kept.interest()),
                fields.containsKey("from") ? ProposalChoices.subject(here, fields.get("from")) : kept.from(),
                fields.containsKey("clause") ? Form.whole(fields.get("clause")) : kept.clause());
        try {
            Change change = workspaces.propose(member, id, reasons, fields);
            return Page.go(here.path(change.path()), change.version() == 1 ? "change.proposed" : "change.revised");
        } catch (Refused refused) {
            Form form = WorkspacePages.isConflict(refused) ? Form.of(fields) : Form.refused(fields, refused);
            return Page.refuse("drafting/conflict", page(here, workspace, form, fields));
        }
    }
}
