package mainline.review;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import mainline.changes.Merging;
import mainline.changes.Reviewed;
import mainline.handbook.Areas;
import mainline.handbook.Handbook;
import mainline.handbook.PageLink;
import mainline.handbook.PageText;
import mainline.kernel.CommunityId;
import mainline.kernel.Reason;
import mainline.text.FrontMatter;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a machine can see, one function for each: its reason when something is amiss, else nothing. */
@Component
@Order(40)
class ChecksPass implements MergeRule {
    private static final int MOST_NAMED = 3;
    private static final int MOST_LINKING = 600;

    private final Areas areas;
    private final Handbook handbook;
    private final Spelling spelling;

    ChecksPass(Areas areas, Handbook handbook, Spelling spelling) {
        this.areas = areas;
        this.handbook = handbook;
        this.spelling = spelling;
    }

    @Override
    public Check of(Reviewed reviewed) {
        List<Function<Reviewed, @Nullable Reason>> checks = List.of(
                this::noMarksOfAConflict,
                this::frontMatterEnds,
                this::frontMatterIsRead,
                this::linksLeadSomewhere,
                this::noLinkIsLeftBehind,
                this::noLinkToAHeadingIsLeftBehind,
                this::glossaryWordsAreSpelledAlike,
                this::stewardsFileCounts);
        return checks.stream()
                .map(check -> check.apply(reviewed))
                .filter(Objects::nonNull)
                .reduce((one, next) -> Reason.of("change.rule.both", one, next))
                .map(reason -> new Check(Name.CHECKS, Outcome.WAITING, reason))
                .orElseGet(() -> satisfied(reviewed));
    }

    /** An area that will hold no file does no harm, so it is told and hinders nothing. */
    private Check satisfied(Reviewed reviewed) {
        List<Reason> astray = astray(reviewed);
        return astray.stream()
                .limit(MOST_NAMED)
                .reduce((one, next) -> Reason.of("change.rule.astray-more", one, next))
                .map(all -> Check.satisfied(Name.CHECKS, "change.rule.astray", all))
                .orElse(Check.satisfied(Name.CHECKS, "change.rule.checked"));
    }

    /** Where the file changes, every area that holds none; else those that the change empties. */
    private List<Reason> astray(Reviewed reviewed) {
        boolean rewritten = reviewed.change().paths().contains(Areas.FILE);
        if (!rewritten && reviewed.gone().isEmpty()) return List.of();
        List<Reason> after = areas.astray(reviewed.git(), reviewed.version().head());
        if (rewritten || after.isEmpty()) return after;
        List<Reason> before = areas.astray(reviewed.git(), reviewed.version().base());
        return after.stream().filter(area -> !before.contains(area)).toList();
    }

    private @Nullable Reason noMarksOfAConflict(Reviewed reviewed) {
        for (String path : reviewed.pages()) {
            String text = "\n" + reviewed.after(path);
            int begin = text.indexOf("\n<<<<<<< ");
            if (begin >= 0 && text.indexOf("\n>>>>>>> ", begin) >= 0) return Reason.of("change.rule.marks", path);
        }
        return null;
    }

    private @Nullable Reason frontMatterEnds(Reviewed reviewed) {
        for (String path : reviewed.pages())
            if (PageText.hasOpenFrontMatter(reviewed.after(path))) return Reason.of("change.rule.front-matter", path);
        return null;
    }

    private @Nullable Reason frontMatterIsRead(Reviewed reviewed) {
        for (String path : reviewed.pages()) {
            boolean odd = !FrontMatter.of(reviewed.after(path)).readable();
            if (odd && FrontMatter.of(reviewed.before(path)).readable())
                return Reason.of("change.rule.front-matter-odd", path);
        }
        return null;
    }

    private @Nullable Reason linksLeadSomewhere(Reviewed reviewed) {
        Set<String> broken = new TreeSet<>();
        for (String path : reviewed.pages()) {
            List<PageLink> wanted = PageText.links(path, reviewed.after(path));
            if (wanted.isEmpty()) continue;
            Set<PageLink> known = new HashSet<>(PageText.links(path, reviewed.before(path)));
            for (PageLink link : wanted) {
                boolean wasBroken = known.contains(link) && !reviewed.wasThere(link.target());
                if (!reviewed.willBeThere(link.target())) {
                    if (!wasBroken) broken.add(link.target());
                } else if (!reviewed.leads(link) && !(known.contains(link) && reviewed.ledNowhere(link)))
                    broken.add(link.toString());
            }
        }
        return broken.isEmpty() ? null : Reason.of("change.rule.links", broken.size(), some(broken));
    }

    private @Nullable Reason noLinkIsLeftBehind(Reviewed reviewed) {
        CommunityId community = reviewed.change().subject().community();
        Set<String> pages = new TreeSet<>();
        for (String path : reviewed.gone()) {
            boolean stays = reviewed.willBeThere(path.replaceFirst("\\.md$", ""));
            if (!stays) pages.addAll(handbook.linking(community, path, MOST_LINKING));
        }
        reviewed.change().paths().forEach(pages::remove);
        return pages.isEmpty() ? null : Reason.of("change.rule.links-left", some(pages));
    }

    private @Nullable Reason noLinkToAHeadingIsLeftBehind(Reviewed reviewed) {
        CommunityId community = reviewed.change().subject().community();
        Set<String> pages = new TreeSet<>();
        for (String path : reviewed.pages()) {
            Set<String> gone = new HashSet<>(PageText.anchors(reviewed.before(path)));
            gone.removeAll(PageText.anchors(reviewed.after(path)));
            if (!gone.isEmpty()) pages.addAll(handbook.linking(community, path, gone, MOST_LINKING));
        }
        reviewed.change().paths().forEach(pages::remove);
        return pages.isEmpty() ? null : Reason.of("change.rule.headings-left", some(pages));
    }

    private @Nullable Reason glossaryWordsAreSpelledAlike(Reviewed reviewed) {
        List<Spelling.Odd> odd = spelling.of(reviewed);
        if (odd.isEmpty()) return null;
        Spelling.Odd first = odd.getFirst();
        return Reason.of("change.rule.spelling", first.word(), first.path(), first.term());
    }

    private @Nullable Reason stewardsFileCounts(Reviewed reviewed) {
        if (!reviewed.change().paths().contains(Areas.FILE)) return null;
        CommunityId community = reviewed.change().subject().community();
        return areas.breaks(community, reviewed.git(), reviewed.version().head())
                .map(Merging::told)
                .orElse(null);
    }

    private static String some(Set<String> names) {
        String first = String.join(", ", names.stream().limit(MOST_NAMED).toList());
        return names.size() > MOST_NAMED ? first + ", …" : first;
    }
}
