package mainline.review;

import mainline.changes.Reviewed;
import mainline.changes.Version;
import mainline.git.GitRepository;
import mainline.kernel.Reason;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The change says something the handbook does not say yet, and contradicts nothing that was merged since. */
@Component
@Order(50)
class MergesCleanly implements MergeRule {
    @Override
    public Check of(Reviewed reviewed) {
        GitRepository git = reviewed.git();
        Version version = reviewed.version();
        return switch (git.merges().tryMerge(version.base(), reviewed.main(), version.head())) {
            case CLEAN -> Check.satisfied(Name.FIT, "change.rule.clean");
            case CONFLICT -> new Check(Name.FIT, Outcome.CONFLICT, Reason.of("change.rule.conflict"));
            case NOTHING -> Check.waiting(Name.FIT, "change.rule.nothing");
        };
    }
}
