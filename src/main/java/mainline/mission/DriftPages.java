package mainline.mission;

import java.util.List;
import java.util.Map;
import mainline.chain.Node;
import mainline.community.Here;
import mainline.community.Titles;
import mainline.kernel.Cursor;
import mainline.kernel.Paged;
import mainline.kernel.Subject;
import mainline.look.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Clauses that nothing serves, and work that serves none. */
@Controller
class DriftPages {
    private static final int SIZE = 30;

    private final Drift drift;
    private final Titles titles;

    DriftPages(Drift drift, Titles titles) {
        this.drift = drift;
        this.titles = titles;
    }

    /** @param titles of what is adrift, where it has one */
    record Show(
            Here here,
            List<Drift.Neglected> neglected,
            List<Node> adrift,
            Map<Subject, String> titles,
            @Nullable Cursor next) {}

    @GetMapping("/{community}/mission/drift")
    ModelAndView show(Here here, @RequestParam(defaultValue = "0") long before) {
        Paged<Node> adrift = drift.adrift(here.id(), before, SIZE);
        List<Subject> subjects = adrift.items().stream().map(Node::subject).toList();
        return Page.show(
                "mission/drift",
                new Show(here, drift.neglected(here.id()), adrift.items(), titles.of(subjects), adrift.next()));
    }
}
