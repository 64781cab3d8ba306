package mainline.review;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mainline.changes.Change;
import mainline.changes.Falling;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import org.springframework.stereotype.Component;

/** How many approvals and endorsements a new version would make fall: all that stand, but nobody's by their own words. */
@Component
class WordsFall implements Falling {
    private final ReviewStore said;

    WordsFall(ReviewStore said) {
        this.said = said;
    }

    @Override
    public Said of(Change change) {
        List<PersonId> stand = change.isOpen() ? stand(change) : List.of();
        return words -> {
            long fall = stand.stream().filter(by -> !words.equals(Set.of(by))).count();
            return fall == 0 ? null : Reason.of("change.falls", fall);
        };
    }

    /** Who has approved it, and who has endorsed it. */
    private List<PersonId> stand(Change change) {
        Stream<PersonId> approved = said.approvals(change.subject()).stream()
                .filter(Approval::stands)
                .map(Approval::by)
                .distinct();
        Stream<PersonId> endorsed = said.endorsements(change.subject()).stream()
                .filter(Endorsement::stands)
                .map(Endorsement::by)
                .distinct();
        return Stream.concat(approved, endorsed)
                .filter(by -> !change.hasAuthor(by))
                .toList();
    }
}
