package mainline.site;

import mainline.community.Here;
import mainline.look.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** All that waits for whoever looks, of which the home page shows the first. */
@Controller
class WaitingPages {
    record All(Here here, WhatWaits.All waiting) {}

    private final WhatWaits waits;

    WaitingPages(WhatWaits waits) {
        this.waits = waits;
    }

    @GetMapping("/{community}/waiting")
    ModelAndView all(Here here) {
        return Page.show("site/waiting", new All(here, waits.all(here.viewer())));
    }
}
