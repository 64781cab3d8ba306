package mainline.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Here;
import mainline.community.Member;
import mainline.handbook.Signatures;
import mainline.kernel.Missing;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.look.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A member of a fork offers a merged change, or chosen pages, to the handbook it began from. */
@Controller
@RequestMapping("/{community}/origin/offers")
class OfferPages {
    /**
     * @param change null for chosen pages
     * @param tried what would be taken along; null without trials
     * @param joins whether who offers joins the origin by it
     */
    record Show(
            Here here,
            Community origin,
            @Nullable Change change,
            List<String> pages,
            Offer.@Nullable Tried tried,
            boolean joins,
            Form form) {}

    private final Offers offers;
    private final Forks forks;
    private final ForkTrials trials;
    private final Changes changes;
    private final Communities communities;
    private final Signatures signatures;

    OfferPages(
            Offers offers,
            Forks forks,
            ForkTrials trials,
            Changes changes,
            Communities communities,
            Signatures signatures) {
        this.offers = offers;
        this.forks = forks;
        this.trials = trials;
        this.changes = changes;
        this.communities = communities;
        this.signatures = signatures;
    }

    @GetMapping("/new")
    ModelAndView compose(
            Here here,
            @RequestParam(defaultValue = "0") int change,
            @RequestParam(defaultValue = "") List<String> page) {
        here.member();
        Change merged = change == 0 ? null : merged(here, change);
        if (merged == null && page.isEmpty()) return Page.go(here.path("origin"));
        return Page.show("exchange/offer", page(here, merged, page, Form.of(prefilled(here, merged))));
    }

    /** In a community for members only, nothing of it is taken along unless its member says so. */
    private Map<String, String> prefilled(Here here, @Nullable Change change) {
        boolean open = !here.community().isForMembersOnly();
        Map<String, String> fields = new HashMap<>();
        if (open) fields.putAll(Map.of("credit", "yes", "tried", "yes"));
        String from = here.say("fork.offer.from", here.community().name());
        if (change == null) {
            fields.put("title", "");
            fields.put("why", open ? from : "");
            return fields;
        }
        fields.put("title", change.title());
        String where = from + " " + signatures.address(change.subject());
        fields.put("why", open ? (change.why() + "\n\n" + where).strip() : change.why());
        return fields;
    }

    private Change merged(Here here, int number) {
        return changes.find(here.id(), number)
                .filter(change -> changes.commitOf(change).isPresent())
                .orElseThrow(() -> new Missing("merged change " + number));
    }

    private Show page(Here here, @Nullable Change change, List<String> pages, Form form) {
        Member member = here.member();
        Community origin = forks.find(here.id())
                .flatMap(fork -> forks.origin(fork, member.person()))
                .orElseThrow(() -> new Missing("origin"));
        return new Show(
                here,
                origin,
                change,
                pages,
                trials.of(here.id(), change == null ? pages : change.paths()).orElse(null),
                !communities.isMember(origin.id(), member.person()),
                form);
    }

    @PostMapping
    ModelAndView offer(
            Here here,
            @RequestParam(defaultValue = "0") int change,
            @RequestParam(defaultValue = "") List<String> page,
            @RequestParam Map<String, String> fields) {
        Change merged = change == 0 ? null : merged(here, change);
        try {
            Change made = offers.make(
                    here.member(),
                    new Offers.Wish(
                            change,
                            page,
                            fields.getOrDefault("title", ""),
                            fields.getOrDefault("why", ""),
                            "yes".equals(fields.get("credit")),
                            "yes".equals(fields.get("tried"))));
            String slug =
                    communities.find(made.subject().community()).orElseThrow().slug();
            return Page.go("/" + slug + "/" + made.path(), "change.proposed");
        } catch (Refused refused) {
            return Page.refuse("exchange/offer", page(here, merged, page, Form.refused(fields, refused)));
        }
    }
}
