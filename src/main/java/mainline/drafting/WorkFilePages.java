package mainline.drafting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainline.community.Here;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.Handbook;
import mainline.handbook.PagePaths;
import mainline.handbook.PageText;
import mainline.handbook.PictureFile;
import mainline.kernel.Missing;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Page;
import mainline.text.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The files of a change in preparation: written, added, moved, given up, and taken back to what the handbook says. */
@Controller
@RequestMapping("/{community}/workspaces/{id:\\d{1,18}}")
class WorkFilePages {
    private final Workspaces workspaces;
    private final WorkspaceEdits edits;
    private final GitRepositories repositories;
    private final Handbook handbook;

    WorkFilePages(Workspaces workspaces, WorkspaceEdits edits, GitRepositories repositories, Handbook handbook) {
        this.workspaces = workspaces;
        this.edits = edits;
        this.repositories = repositories;
        this.handbook = handbook;
    }

    /**
     * @param path empty for a new page
     * @param now the file as another window left it
     */
    record Write(
            Here here,
            Form form,
            Workspace workspace,
            String path,
            @Nullable Html preview,
            @Nullable String now) {
        boolean isPage() {
            return path.isEmpty() || path.endsWith(".md");
        }

        String address() {
            return here.path(workspace.path());
        }

        String folder() {
            return PagePaths.folder(path);
        }
    }

    @GetMapping("/file")
    ModelAndView write(Here here, @PathVariable long id, @RequestParam String path) {
        Workspace workspace = workspaces.get(here.member(), id);
        try (GitRepository git = repositories.open(here.id())) {
            WorkspaceFiles files = workspaces.files(git, workspace);
            String text = files.text(path).orElseThrow(() -> new Missing(path));
            if (!WorkspaceEdits.isText(path, text)) throw new Missing(path);
            Map<String, String> fields = Map.of("text", text, "path", path, "seen", "" + files.revision(path));
            return Page.show("drafting/workfile", new Write(here, Form.of(fields), workspace, path, null, null));
        }
    }

    @GetMapping(path = "/file", params = "!path")
    ModelAndView add(Here here, @PathVariable long id, @RequestParam(defaultValue = "") String folder) {
        Workspace workspace = workspaces.get(here.member(), id);
        Form form = Form.of(Map.of("folder", folder));
        return Page.show("drafting/workfile", new Write(here, form, workspace, "", null, null));
    }

    @PostMapping("/files")
    ModelAndView keep(Here here, @PathVariable long id, @RequestParam Map<String, String> fields) {
        Workspace workspace = workspaces.get(here.member(), id);
        String path = fields.getOrDefault("path", "");
        if (fields.containsKey("preview")) return preview(here, workspace, path, fields);
        try {
            String kept = path.isEmpty() ? added(here, id, fields) : written(here, id, path, fields);
            if (fields.containsKey("picture"))
                return Page.go(here.path(workspace.path()) + "/picture?page=" + encoded(kept));
            return Page.go(here.path(workspace.path()), "workspace.kept");
        } catch (Refused refused) {
            return refuse(here, workspace, path, fields, refused);
        }
    }

    private static String encoded(String path) {
        return java.net.URLEncoder.encode(path, java.nio.charset.StandardCharsets.UTF_8);
    }

    private String written(Here here, long id, String path, Map<String, String> fields) {
        edits.write(here.member(), id, path, Form.whole(fields.get("seen")), fields.getOrDefault("text", ""));
        return path;
    }

    private String added(Here here, long id, Map<String, String> fields) {
        String name = fields.getOrDefault("name", "").strip();
        String text = PagePaths.stored(fields.getOrDefault("text", ""));
        Refused.Check check = new Refused.Check().text(name, "name", 100);
        PagePaths.check(check, text);
        check.orRefuse();
        String path = WorkspaceEdits.named(fields.getOrDefault("folder", ""), name);
        boolean headed = !path.endsWith(".md") || text.startsWith("#") || text.startsWith("---");
        return edits.add(here.member(), id, path, headed ? text : "# " + name + "\n\n" + text);
    }

    /** The form as it was typed; when another window was quicker, what it left stands beside it. */
    private ModelAndView refuse(
            Here here, Workspace workspace, String path, Map<String, String> fields, Refused refused) {
        Map<String, String> kept = new HashMap<>(fields);
        String now = null;
        var problem = refused.problems().get("text");
        if (problem != null && problem.key().equals("workspace.file-moved-on")) {
            try (GitRepository git = repositories.open(here.id())) {
                WorkspaceFiles files = workspaces.files(git, workspace);
                kept.put("seen", "" + files.revision(path));
                now = files.text(path).orElse("");
            }
        }
        return Page.refuse(
                "drafting/workfile", new Write(here, Form.refused(kept, refused), workspace, path, null, now));
    }

    private ModelAndView preview(Here here, Workspace workspace, String path, Map<String, String> fields) {
        String file = path.isEmpty() ? "new.md" : path;
        PageText text = handbook.preview(
                here.id(), here.path("handbook"), file, PagePaths.stored(fields.getOrDefault("text", "")));
        return Page.show("drafting/workfile", new Write(here, Form.of(fields), workspace, path, text.html(), null));
    }

    /** @param linking the other pages with a link to it */
    record Rename(Here here, Form form, Workspace workspace, String path, List<String> linking, boolean isPicture) {
        String address() {
            return here.path(workspace.path());
        }
    }

    @GetMapping("/move")
    ModelAndView move(Here here, @PathVariable long id, @RequestParam String path) {
        Form form = Form.of(Map.of(
                "name",
                PagePaths.name(path).replaceFirst("\\.[^.]+$", ""),
                "folder",
                PagePaths.folder(path),
                "links",
                "yes"));
        return Page.show("drafting/move", rename(here, id, path, form));
    }

    private Rename rename(Here here, long id, String path, Form form) {
        Workspace workspace = workspaces.get(here.member(), id);
        try (GitRepository git = repositories.open(here.id())) {
            WorkspaceFiles files = workspaces.files(git, workspace);
            if (files.content(path).isEmpty()) throw new Missing(path);
            return new Rename(
                    here, form, workspace, path, edits.linking(here.member(), files, path), PictureFile.is(path));
        }
    }

    @PostMapping("/moves")
    ModelAndView move(Here here, @PathVariable long id, @RequestParam Map<String, String> fields) {
        String path = fields.getOrDefault("path", "");
        String name = fields.getOrDefault("name", "").strip();
        String folder = PagePaths.tidy(fields.getOrDefault("folder", ""));
        String ending = path.replaceFirst("^.*?(\\.[^./]+)?$", "$1");
        try {
            new Refused.Check().text(name, "name", 100).orRefuse();
            String to = (folder.isEmpty() ? "" : folder + "/") + (name.endsWith(ending) ? name : name + ending);
            edits.move(here.member(), id, path, PagePaths.tidy(to), fields.containsKey("links"));
            return Page.go(here.path("workspaces/" + id), "workspace.kept");
        } catch (Refused refused) {
            return Page.refuse("drafting/move", rename(here, id, path, Form.refused(fields, refused)));
        }
    }

    @GetMapping("/removal")
    ModelAndView remove(Here here, @PathVariable long id, @RequestParam String path) {
        return Page.show("drafting/removal", rename(here, id, path, Form.empty()));
    }

    @PostMapping("/removals")
    ModelAndView removed(Here here, @PathVariable long id, @RequestParam String path) {
        edits.remove(here.member(), id, path);
        return Page.go(here.path("workspaces/" + id), "workspace.kept");
    }

    /** Takes an edit back. */
    @DeleteMapping("/files")
    ModelAndView restore(Here here, @PathVariable long id, @RequestParam String path) {
        edits.restore(here.member(), id, path);
        return Page.go(here.path("workspaces/" + id), "workspace.kept");
    }
}
