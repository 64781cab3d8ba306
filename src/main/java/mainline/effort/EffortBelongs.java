package mainline.effort;

import java.util.List;
import java.util.Set;
import mainline.community.Belonging;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.springframework.stereotype.Component;

/** Pledges and contributions are theirs who made them, and a part of the idea. */
@Component
class EffortBelongs implements Belonging {
    private final PledgeStore pledges;
    private final ContributionStore contributions;

    EffortBelongs(PledgeStore pledges, ContributionStore contributions) {
        this.pledges = pledges;
        this.contributions = contributions;
    }

    @Override
    public Set<Subject.Kind> kinds() {
        return Set.of(Subject.Kind.PLEDGE, Subject.Kind.CONTRIBUTION);
    }

    @Override
    public List<PersonId> owners(Subject subject) {
        return subject.kind() == Subject.Kind.PLEDGE
                ? pledges.find(subject.community(), subject.number()).map(Pledge::member).stream()
                        .toList()
                : contributions.find(subject.community(), subject.number()).map(Contribution::member).stream()
                        .toList();
    }

    @Override
    public Subject whole(Subject subject) {
        return subject.kind() == Subject.Kind.PLEDGE
                ? pledges.find(subject.community(), subject.number())
                        .map(Pledge::idea)
                        .orElse(subject)
                : contributions
                        .find(subject.community(), subject.number())
                        .map(Contribution::idea)
                        .orElse(subject);
    }
}
