package mainline.drafting;

import java.util.Map;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Proposal;
import mainline.community.Here;
import mainline.handbook.PagePaths;
import mainline.kernel.Burden;
import mainline.kernel.Missing;
import mainline.kernel.Refused;
import mainline.kernel.Takes;
import mainline.look.Form;
import mainline.look.Page;
import mainline.pictures.Pictures;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What a script sends while somebody writes in the editor of one page: the text as far as it is, and pictures put into it. */
@Controller
@RequestMapping("/{community}/changes")
class KeptEditPages {
    private final KeptEdits kept;
    private final WorkspacePictures placed;
    private final UploadedPictures uploaded;
    private final TypedProposals typed;
    private final Changes changes;

    KeptEditPages(
            KeptEdits kept,
            WorkspacePictures placed,
            UploadedPictures uploaded,
            TypedProposals typed,
            Changes changes) {
        this.kept = kept;
        this.placed = placed;
        this.uploaded = uploaded;
        this.typed = typed;
        this.changes = changes;
    }

    /** @param path under which it is kept; empty when it is not, since something in it cannot be */
    record Kept(Here here, String path) {}

    @PostMapping({"/kept", "/{number:\\d{1,18}}/kept"})
    ModelAndView keep(
            Here here,
            @PathVariable(required = false) @Nullable Long number,
            @RequestParam Map<String, String> fields) {
        try {
            Change change = change(here, number);
            Proposal proposal = typed.of(here, change, fields);
            keep(here, change, fields, proposal);
            return Page.show("drafting/kept", new Kept(here, proposal.path()));
        } catch (Refused refused) {
            return Page.show("drafting/kept", new Kept(here, ""));
        }
    }

    @Takes(type = Takes.FILES, most = UploadedPictures.LONGEST, ofStrangers = 0, toFile = true)
    @Burden(Burden.Kind.PICTURE)
    @PostMapping({"/kept/pictures", "/{number:\\d{1,18}}/kept/pictures"})
    ResponseEntity<String> put(
            Here here,
            @PathVariable(required = false) @Nullable Long number,
            @RequestParam(required = false) @Nullable MultipartFile picture,
            @RequestParam Map<String, String> fields)
            throws Exception {
        String said = fields.getOrDefault("name", "").strip();
        String page = fields.getOrDefault("page", "");
        return UploadedPictures.answer(here, () -> {
            Change change = change(here, number);
            Pictures.Clean clean = uploaded.read(picture, said, PagePaths.folder(page));
            Proposal begun = new Proposal(
                    page,
                    fields.getOrDefault("base", ""),
                    fields.getOrDefault("text", ""),
                    TypedProposals.edited(here, page),
                    "",
                    "",
                    null);
            long id = keep(here, change, fields, begun);
            String path = placed.place(here.member(), id, PagePaths.folder(page), said, clean);
            return WorkspacePictures.mark(page, path, said);
        });
    }

    private long keep(Here here, @Nullable Change change, Map<String, String> fields, Proposal proposal) {
        return kept.keep(
                here.member(),
                change == null ? null : change.subject(),
                Form.whole(fields.get("version")),
                fields.getOrDefault("kept", ""),
                proposal);
    }

    private @Nullable Change change(Here here, @Nullable Long number) {
        here.member();
        return number == null
                ? null
                : changes.find(here.id(), number).orElseThrow(() -> new Missing("change " + number));
    }
}
