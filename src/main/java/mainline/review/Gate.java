package mainline.review;

import java.util.List;
import java.util.Objects;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Reviewed;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import org.springframework.stereotype.Component;

/** All that must be so before a change may be merged: every {@link MergeRule}, asked about one look at the change. */
@Component
class Gate {
    private final List<MergeRule> rules;
    private final Changes changes;
    private final GitRepositories repositories;

    Gate(List<MergeRule> rules, Changes changes, GitRepositories repositories) {
        this.rules = rules;
        this.changes = changes;
        this.repositories = repositories;
    }

    /** In the order of the rules; those that do not apply are left out. */
    List<MergeRule.Check> of(Change change) {
        try (GitRepository git = repositories.open(change.subject().community())) {
            Reviewed reviewed = Reviewed.of(change, changes.versions(change).getLast(), git);
            return rules.stream()
                    .map(rule -> rule.of(reviewed))
                    .filter(Objects::nonNull)
                    .toList();
        }
    }
}
