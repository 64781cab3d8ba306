package mainline.mission;

import java.util.List;
import mainline.chain.Node;
import mainline.community.Here;
import mainline.kernel.Cursor;
import mainline.kernel.Paged;
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

    DriftPages(Drift drift) {
        this.drift = drift;
    }

    record Show(
            Here here,
            List<Drift.Neglected> neglected,
            List<Node> adrift,
            @Nullable Cursor next) {}

    @GetMapping("/{community}/mission/drift")
    ModelAndView show(Here here, @RequestParam(defaultValue = "0") long before) {
        Paged<Node> adrift = drift.adrift(here.id(), before, SIZE);
        return Page.show("mission/drift", new Show(here, drift.neglected(here.id()), adrift.items(), adrift.next()));
    }
}
