package mainline.ideas;

import java.util.List;
import java.util.Set;
import mainline.community.Belonging;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.springframework.stereotype.Component;

@Component
class IdeasBelong implements Belonging {
    private final IdeaStore store;

    IdeasBelong(IdeaStore store) {
        this.store = store;
    }

    @Override
    public Set<Subject.Kind> kinds() {
        return Set.of(Subject.Kind.IDEA);
    }

    @Override
    public List<PersonId> owners(Subject idea) {
        return store.find(idea.community(), idea.number()).map(Idea::author).stream()
                .toList();
    }
}
