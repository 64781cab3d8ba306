package mainline.decisions;

import java.util.List;
import java.util.Set;
import mainline.community.Belonging;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.springframework.stereotype.Component;

@Component
class DecisionsBelong implements Belonging {
    private final DecisionStore store;

    DecisionsBelong(DecisionStore store) {
        this.store = store;
    }

    @Override
    public Set<Subject.Kind> kinds() {
        return Set.of(Subject.Kind.DECISION);
    }

    @Override
    public List<PersonId> owners(Subject decision) {
        return store.find(decision).map(Decision::by).stream().toList();
    }
}
