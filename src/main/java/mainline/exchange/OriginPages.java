package mainline.exchange;

import java.util.List;
import java.util.Map;
import mainline.changes.Change;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Here;
import mainline.kernel.Missing;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Option;
import mainline.look.Page;
import mainline.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** At a fork: where its handbook began, how far both have moved, and what can come over; or the choice of where to begin. */
@Controller
@RequestMapping("/{community}/origin")
class OriginPages {
    private static final int MOST_LISTED = 100;
    private static final int MOST_NEWS = 10;

    /**
     * @param files of the fork that differ from what both have in common, the first hundred
     * @param news what the origin merged since, the newest ten
     */
    record Show(
            Here here,
            Fork fork,
            Community origin,
            ForkUpdates.Distance distance,
            List<String> files,
            List<String> news,
            Form form) {}

    record Choose(Here here, List<Option> origins, Form form) {}

    private final Forks forks;
    private final ForkUpdates updates;
    private final Communities communities;

    OriginPages(Forks forks, ForkUpdates updates, Communities communities) {
        this.forks = forks;
        this.updates = updates;
        this.communities = communities;
    }

    @GetMapping
    ModelAndView show(Here here) {
        Fork fork = forks.find(here.id()).orElse(null);
        if (fork != null) return Page.show("exchange/origin", page(here, fork, Form.empty()));
        if (!forks.mayBegin(here.member())) throw new Missing("origin");
        return Page.show("exchange/begin", choose(here, Form.empty()));
    }

    private Show page(Here here, Fork fork, Form form) {
        Community origin = forks.origin(fork, viewer(here)).orElseThrow(() -> new Missing("origin"));
        return new Show(
                here,
                fork,
                origin,
                updates.distance(fork),
                updates.differing(fork, MOST_LISTED),
                updates.news(fork, MOST_NEWS),
                form);
    }

    private static @Nullable PersonId viewer(Here here) {
        Person viewer = here.person();
        return viewer == null ? null : viewer.id();
    }

    private Choose choose(Here here, Form form) {
        List<Option> origins = communities.seenBy(viewer(here)).stream()
                .filter(community -> !community.id().equals(here.id()))
                .filter(community ->
                        !community.isForMembersOnly() || here.community().isForMembersOnly())
                .map(community -> new Option(community.slug(), community.name()))
                .toList();
        return new Choose(here, origins, form);
    }

    @PostMapping
    ModelAndView begin(Here here, @RequestParam(defaultValue = "") String origin) {
        try {
            Community from =
                    communities.seen(origin, viewer(here)).orElseThrow(() -> Refused.because("origin", "fork.unknown"));
            forks.begin(here.member(), from);
            return Page.go(here.path("handbook"), "fork.begun");
        } catch (Refused refused) {
            return Page.refuse("exchange/begin", choose(here, Form.refused(Map.of("origin", origin), refused)));
        }
    }

    @PostMapping("/updates")
    ModelAndView update(Here here) {
        Fork fork = forks.find(here.id()).orElseThrow(() -> new Missing("origin"));
        Community origin = forks.origin(fork, viewer(here)).orElseThrow(() -> new Missing("origin"));
        try {
            Change change = updates.bringIn(
                    here.member(),
                    here.say("fork.update.change", origin.name()),
                    here.say("fork.update.why", origin.name()));
            return Page.go(here.path(change.path()), "change.proposed");
        } catch (Refused refused) {
            return Page.refuse("exchange/origin", page(here, fork, Form.refused(Map.of(), refused)));
        }
    }
}
