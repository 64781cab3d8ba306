package mainline.changes;

import java.util.List;
import java.util.Set;
import mainline.community.Belonging;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.springframework.stereotype.Component;

@Component
class ChangesBelong implements Belonging {
    private final ChangeStore store;

    ChangesBelong(ChangeStore store) {
        this.store = store;
    }

    @Override
    public Set<Subject.Kind> kinds() {
        return Set.of(Subject.Kind.CHANGE);
    }

    @Override
    public List<PersonId> owners(Subject subject) {
        return store.find(subject.community(), subject.number()).stream()
                .flatMap(Change::authors)
                .toList();
    }

    @Override
    public List<String> pages(Subject subject) {
        return store.find(subject.community(), subject.number())
                .map(Change::paths)
                .orElse(List.of());
    }
}
