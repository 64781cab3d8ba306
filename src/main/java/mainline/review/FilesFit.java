package mainline.review;

import java.util.List;
import mainline.changes.AreaFiles;
import mainline.changes.Change;
import mainline.changes.Reviewed;
import mainline.changes.Version;
import mainline.handbook.Areas;
import mainline.handbook.Roster;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Only such files lie in an area as it lets in, and none is larger than it allows. What lay there before may stay. */
@Component
@Order(45)
class FilesFit implements MergeRule {
    private static final int MOST_NAMED = 3;

    private final Areas areas;

    FilesFit(Areas areas) {
        this.areas = areas;
    }

    @Override
    public @Nullable Check of(Reviewed reviewed) {
        Change change = reviewed.change();
        Roster roster = areas.of(change.subject().community());
        boolean any = change.paths().stream()
                .map(roster::rules)
                .anyMatch(rules -> !rules.files().isEmpty() || rules.largest() < Long.MAX_VALUE);
        if (!any) return null;
        Version version = reviewed.version();
        List<AreaFiles.Unfit> unfit =
                AreaFiles.unfit(roster, reviewed.git(), version.base(), version.head(), change.paths());
        if (unfit.isEmpty()) return Check.satisfied(Name.FILES, "change.rule.files-fit");
        String named = String.join(
                ", ",
                unfit.stream().map(AreaFiles.Unfit::path).limit(MOST_NAMED).toList());
        Roster.Rules rules = unfit.getFirst().rules();
        return unfit.getFirst().tooLarge()
                ? Check.waiting(Name.FILES, "change.rule.file-large", named, rules.largest() / 1024)
                : Check.waiting(Name.FILES, "change.rule.file-odd", named, String.join(", ", rules.files()));
    }
}
