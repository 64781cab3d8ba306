package mainline.record;

import mainline.community.Here;
import mainline.kernel.Missing;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Having an entry erased that concerns oneself, member or no longer. */
@Controller
@RequestMapping("/{community}/record/{id:\\d{1,18}}/erasure")
class ErasurePages {
    record Ask(Here here, Told entry, Form form) {}

    private final PublicRecord record;
    private final RecordView lines;

    ErasurePages(PublicRecord record, RecordView lines) {
        this.record = record;
        this.lines = lines;
    }

    @GetMapping
    ModelAndView ask(Here here, @PathVariable long id) {
        return Page.show("record/erase", new Ask(here, entry(here, id), Form.empty()));
    }

    @PostMapping
    ModelAndView erase(Here here, @PathVariable long id) {
        PersonId by = here.viewer().id();
        try {
            record.erase(here.id(), by, id);
            return Page.go(here.path("record/" + id), "record.erased");
        } catch (Refused refused) {
            Form form = Form.refused(java.util.Map.of(), refused);
            return Page.refuse("record/erase", new Ask(here, entry(here, id), form));
        }
    }

    private Told entry(Here here, long id) {
        PersonId viewer = here.viewer().id();
        Entry entry = record.find(here.id(), id)
                .filter(found -> found.erased() || Leaves.concerns(found, viewer))
                .orElseThrow(() -> new Missing("entry " + id));
        return lines.tell(here, java.util.List.of(entry)).getFirst();
    }
}
