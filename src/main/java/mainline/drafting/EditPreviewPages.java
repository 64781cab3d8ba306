package mainline.drafting;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import mainline.community.Here;
import mainline.handbook.Handbook;
import mainline.handbook.PagePaths;
import mainline.handbook.PageText;
import mainline.kernel.Burden;
import mainline.kernel.Subject;
import mainline.text.Html;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.HtmlUtils;

/** What a text being written would look like, for the editor to show beside it. */
@Controller
@RequestMapping("/{community}")
class EditPreviewPages {
    private final Handbook handbook;
    private final Workspaces workspaces;
    private final KeptEdits kept;
    private final WorkspacePictures pictures;

    EditPreviewPages(Handbook handbook, Workspaces workspaces, KeptEdits kept, WorkspacePictures pictures) {
        this.handbook = handbook;
        this.workspaces = workspaces;
        this.kept = kept;
        this.pictures = pictures;
    }

    /** What a text being written looks like as that page, with its links and pictures. Nothing is kept. */
    @Burden(Burden.Kind.RENDERING)
    @PostMapping("/changes/preview")
    ResponseEntity<String> preview(
            Here here,
            @RequestParam String path,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") long workspace,
            @RequestParam(defaultValue = "0") long change) {
        Subject subject = change == 0 ? null : new Subject(here.id(), Subject.Kind.CHANGE, change);
        Workspace begun = workspace > 0
                ? workspaces.get(here.member(), workspace)
                : kept.find(here.member(), subject, path).orElse(null);
        String file = path.isEmpty() ? "new.md" : path;
        PageText shown = handbook.preview(
                here.id(), here.path("handbook"), file, cut(PagePaths.stored(text), PagePaths.LONGEST_TEXT));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                .body("<h1>" + HtmlUtils.htmlEscape(shown.title()) + "</h1>"
                        + (begun == null ? shown.html().markup() : withPictures(here, begun, shown.html())));
    }

    /** Pictures that are in no commit yet are shown from where they are kept. */
    private String withPictures(Here here, Workspace workspace, Html html) {
        String markup = html.markup();
        for (String path : pictures.of(workspace)) {
            String address = here.path(PagePaths.address(path));
            String kept =
                    here.path(workspace.path()) + "/picture?path=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
            markup = markup.replace("src=\"" + address + "\"", "src=\"" + kept + "\"");
        }
        return markup;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
