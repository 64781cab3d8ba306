package mainline.site;

import java.util.List;
import mainline.community.Awaited;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Here;
import mainline.community.Viewers;
import mainline.look.Page;
import mainline.look.Shell;
import mainline.people.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** All that waits for whoever looks, of which the home page shows the first. */
@Controller
class WaitingPages {
    record All(Here here, List<Awaited> asked, List<Awaited> others) {}

    record Of(Community community, List<Awaited> asked) {}

    record Everywhere(Shell shell, List<Of> communities) {
        int number() {
            return communities.stream().mapToInt(each -> each.asked().size()).sum();
        }
    }

    private final WhatWaits waits;
    private final Communities communities;
    private final Viewers viewers;

    WaitingPages(WhatWaits waits, Communities communities, Viewers viewers) {
        this.waits = waits;
        this.communities = communities;
        this.viewers = viewers;
    }

    @GetMapping("/{community}/waiting")
    ModelAndView all(Here here) {
        return Page.show("site/waiting", new All(here, waits.soonest(here.viewer()), waits.others(here.viewer())));
    }

    /** Over all communities that the reader belongs to; those that ask nothing are left out. */
    @GetMapping("/me/waiting")
    ModelAndView everywhere(Visitor visitor) {
        List<Of> all = communities.of(visitor.id()).stream()
                .map(community -> new Of(community, waits.soonest(viewers.of(community.slug(), visitor.person()))))
                .filter(each -> !each.asked().isEmpty())
                .toList();
        return Page.show("site/everywhere", new Everywhere(visitor.shell(), all));
    }
}
