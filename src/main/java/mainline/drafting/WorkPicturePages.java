package mainline.drafting;

import java.io.IOException;
import java.util.Map;
import mainline.changes.FileContent;
import mainline.community.Here;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.PagePaths;
import mainline.handbook.PictureFile;
import mainline.kernel.Burden;
import mainline.kernel.Missing;
import mainline.kernel.Refused;
import mainline.kernel.Takes;
import mainline.look.Form;
import mainline.look.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Pictures of a change in preparation: uploaded beside a page and put into its text. */
@Controller
@RequestMapping("/{community}/workspaces/{id:\\d{1,18}}")
class WorkPicturePages {
    private final Workspaces workspaces;
    private final WorkspacePictures placed;
    private final UploadedPictures uploaded;
    private final GitRepositories repositories;

    WorkPicturePages(
            Workspaces workspaces, WorkspacePictures placed, UploadedPictures uploaded, GitRepositories repositories) {
        this.workspaces = workspaces;
        this.placed = placed;
        this.uploaded = uploaded;
        this.repositories = repositories;
    }

    /** @param page into whose text it goes; empty for none */
    record Upload(Here here, Form form, Workspace workspace, String page) {
        String address() {
            return here.path(workspace.path());
        }
    }

    @GetMapping(path = "/picture", params = "!path")
    ModelAndView upload(Here here, @PathVariable long id, @RequestParam(defaultValue = "") String page) {
        Workspace workspace = workspaces.get(here.member(), id);
        Form form = Form.of(Map.of("folder", PagePaths.folder(page)));
        return Page.show("drafting/upload", new Upload(here, form, workspace, page));
    }

    @Takes(type = Takes.FILES, most = UploadedPictures.LONGEST, ofStrangers = 0, toFile = true)
    @Burden(Burden.Kind.PICTURE)
    @PostMapping("/pictures")
    ModelAndView upload(
            Here here,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile picture,
            @RequestParam(defaultValue = "") String page,
            @RequestParam(defaultValue = "") String folder,
            @RequestParam(defaultValue = "") String name)
            throws IOException {
        Workspace workspace = workspaces.get(here.member(), id);
        String beside = page.isEmpty() ? PagePaths.tidy(folder) : PagePaths.folder(page);
        String said = name.strip();
        try {
            String path = placed.place(here.member(), id, beside, said, uploaded.read(picture, said, beside));
            if (page.isEmpty()) return Page.go(here.path(workspace.path()), "workspace.kept");
            placed.show(here.member(), id, page, path, said);
            return Page.go(WorkspacePages.file(here, workspace, page), "workspace.picture-placed");
        } catch (Refused refused) {
            Map<String, String> fields = Map.of("name", name, "folder", folder);
            return Page.refuse("drafting/upload", new Upload(here, Form.refused(fields, refused), workspace, page));
        }
    }

    /** The same from a script, for the place where somebody writes: answers the mark that shows the picture in that page. */
    @Takes(type = Takes.FILES, most = UploadedPictures.LONGEST, ofStrangers = 0, toFile = true)
    @Burden(Burden.Kind.PICTURE)
    @PostMapping("/pictures/mark")
    ResponseEntity<String> mark(
            Here here,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile picture,
            @RequestParam String page,
            @RequestParam(defaultValue = "") String name)
            throws Exception {
        workspaces.get(here.member(), id);
        String said = name.strip();
        return UploadedPictures.answer(here, () -> {
            String folder = PagePaths.folder(page);
            String path = placed.place(here.member(), id, folder, said, uploaded.read(picture, said, folder));
            return WorkspacePictures.mark(page, path, said);
        });
    }

    /** As it would be. */
    @GetMapping(path = "/picture", params = "path")
    ResponseEntity<byte[]> picture(Here here, @PathVariable long id, @RequestParam String path) {
        Workspace workspace = workspaces.get(here.member(), id);
        if (!PictureFile.is(path)) throw new Missing(path);
        try (GitRepository git = repositories.open(here.id())) {
            FileContent content = workspaces.files(git, workspace).content(path).orElseThrow(() -> new Missing(path));
            byte[] bytes = switch (content) {
                case FileContent.Picture(var uploaded) -> uploaded.get();
                case FileContent.Stored(var blob) -> GitRepository.bytes(git.stored(blob), PictureFile.BIGGEST);
                case FileContent.Text(String text) -> throw new Missing(path);
            };
            return PictureFile.answer(path, bytes, CacheControl.noStore());
        }
    }
}
