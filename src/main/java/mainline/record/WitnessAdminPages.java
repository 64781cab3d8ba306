package mainline.record;

import java.util.List;
import java.util.Map;
import mainline.community.Communities;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Page;
import mainline.look.Shell;
import mainline.people.Visitor;
import mainline.platform.Settings;
import mainline.proof.VerifierKey;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For operators: whose logs this installation watches over, and who watches over its own. */
@Controller
@RequestMapping("/admin/witnesses")
class WitnessAdminPages {
    private static final String HERE = "/admin/witnesses";

    /** A community's log, for the operator of a witness to add. */
    record OwnLog(String community, String key) {}

    record Show(
            Shell shell,
            String address,
            String key,
            List<OwnLog> own,
            List<OtherWitness> witnesses,
            List<KnownLog> logs,
            Form form) {}

    private final Witness witness;
    private final Witnesses witnesses;
    private final Log log;
    private final Communities communities;
    private final Settings settings;

    WitnessAdminPages(Witness witness, Witnesses witnesses, Log log, Communities communities, Settings settings) {
        this.witness = witness;
        this.witnesses = witnesses;
        this.log = log;
        this.communities = communities;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView show(Visitor visitor) {
        return Page.show("record/witnesses", page(visitor, Form.empty()));
    }

    @PostMapping
    ModelAndView add(Visitor visitor, @RequestParam Map<String, String> fields) {
        try {
            witnesses.add(fields.getOrDefault("key", ""), fields.getOrDefault("url", ""), visitor.id());
            return Page.go(HERE, "witness.added");
        } catch (Refused refused) {
            return refuse(visitor, fields, refused);
        }
    }

    @DeleteMapping("/{id:\\d{1,18}}")
    ModelAndView remove(Visitor visitor, @PathVariable long id) {
        witnesses.remove(id, visitor.id());
        return Page.go(HERE, "witness.removed");
    }

    @PostMapping("/logs")
    ModelAndView know(Visitor visitor, @RequestParam Map<String, String> fields) {
        try {
            witness.know(fields.getOrDefault("log", ""), visitor.id());
            return Page.go(HERE, "witness.log-added");
        } catch (Refused refused) {
            return refuse(visitor, fields, refused);
        }
    }

    @DeleteMapping("/logs/{id:\\d{1,18}}")
    ModelAndView forget(@PathVariable long id) {
        witness.forget(id);
        return Page.go(HERE, "witness.log-removed");
    }

    private ModelAndView refuse(Visitor visitor, Map<String, String> fields, Refused refused) {
        return Page.refuse("record/witnesses", page(visitor, Form.refused(fields, refused)));
    }

    private Show page(Visitor visitor, Form form) {
        List<OwnLog> own = communities.seenBy(null).stream()
                .flatMap(each ->
                        log.key(each.id()).map(VerifierKey::text).stream().map(key -> new OwnLog(each.name(), key)))
                .toList();
        return new Show(
                visitor.shell(),
                settings.address("/witness"),
                witness.key().text(),
                own,
                witnesses.all(),
                witness.logs(),
                form);
    }
}
