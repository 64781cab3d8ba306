package mainline.remarks;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mainline.community.Belonging;
import mainline.community.Belongings;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.springframework.stereotype.Component;

/** A remark concerns whoever made it and the authors of the change. */
@Component
class RemarksBelong implements Belonging {
    private final RemarkStore store;
    private final Belongings belongings;

    RemarksBelong(RemarkStore store, Belongings belongings) {
        this.store = store;
        this.belongings = belongings;
    }

    @Override
    public Set<Subject.Kind> kinds() {
        return Set.of(Subject.Kind.REMARK);
    }

    @Override
    public List<PersonId> owners(Subject subject) {
        return store.find(subject.community(), subject.number()).stream()
                .flatMap(remark -> Stream.concat(Stream.of(remark.by()), belongings.owners(remark.change()).stream()))
                .toList();
    }

    @Override
    public Subject whole(Subject subject) {
        return store.find(subject.community(), subject.number())
                .map(Remark::change)
                .orElse(subject);
    }
}
