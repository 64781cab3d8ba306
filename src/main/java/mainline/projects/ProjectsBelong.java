package mainline.projects;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mainline.community.Belonging;
import mainline.community.Belongings;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.springframework.stereotype.Component;

/** A project belongs to whoever convenes it and whose idea it was; a task to them, and to whoever wrote it down or took it. */
@Component
class ProjectsBelong implements Belonging {
    private final ProjectStore store;
    private final TaskStore tasks;
    private final Belongings belongings;

    ProjectsBelong(ProjectStore store, TaskStore tasks, Belongings belongings) {
        this.store = store;
        this.tasks = tasks;
        this.belongings = belongings;
    }

    @Override
    public Set<Subject.Kind> kinds() {
        return Set.of(Subject.Kind.PROJECT, Subject.Kind.TASK);
    }

    @Override
    public List<PersonId> owners(Subject subject) {
        return subject.kind() == Subject.Kind.TASK
                ? tasks.find(subject.community(), subject.number()).stream()
                        .flatMap(task -> Stream.concat(hands(task), convener(task.project())))
                        .toList()
                : Stream.concat(convener(subject), author(subject)).toList();
    }

    private static Stream<PersonId> hands(Task task) {
        return task.state() instanceof Task.Claimed claimed
                ? Stream.of(task.addedBy(), claimed.by())
                : Stream.of(task.addedBy());
    }

    private Stream<PersonId> convener(Subject project) {
        return store.find(project.community(), project.number()).map(Project::convener).stream()
                .map(Project.Convener::person);
    }

    private Stream<PersonId> author(Subject project) {
        return store.find(project.community(), project.number()).stream()
                .flatMap(found -> belongings.owners(found.idea()).stream());
    }

    @Override
    public Subject whole(Subject subject) {
        return subject.kind() == Subject.Kind.TASK
                ? tasks.find(subject.community(), subject.number())
                        .map(Task::project)
                        .orElse(subject)
                : subject;
    }
}
