package mainline.discussion;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mainline.community.Belonging;
import mainline.community.Belongings;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.springframework.stereotype.Component;

/** A comment concerns whoever wrote the one it answers, and whose thing it is about. */
@Component
class CommentsBelong implements Belonging {
    private final CommentStore store;
    private final Belongings belongings;

    CommentsBelong(CommentStore store, Belongings belongings) {
        this.store = store;
        this.belongings = belongings;
    }

    @Override
    public Set<Subject.Kind> kinds() {
        return Set.of(Subject.Kind.COMMENT);
    }

    @Override
    public List<PersonId> owners(Subject subject) {
        return store.find(subject.community(), subject.number()).stream()
                .flatMap(comment -> Stream.concat(answered(comment), belongings.owners(comment.about()).stream()))
                .toList();
    }

    private Stream<PersonId> answered(Comment comment) {
        Long answered = comment.replyTo();
        return answered == null
                ? Stream.empty()
                : store.find(comment.subject().community(), answered).map(Comment::author).stream();
    }

    @Override
    public Subject whole(Subject subject) {
        return store.find(subject.community(), subject.number())
                .map(Comment::about)
                .orElse(subject);
    }
}
