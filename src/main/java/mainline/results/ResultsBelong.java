package mainline.results;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mainline.community.Belonging;
import mainline.community.Belongings;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.springframework.stereotype.Component;

/** A practice belongs to whom the project belongs to that it came from; a trial to whoever made it, and to them. */
@Component
class ResultsBelong implements Belonging {
    private final PracticeStore practices;
    private final TrialStore trials;
    private final VerdictStore verdicts;
    private final Belongings belongings;

    ResultsBelong(PracticeStore practices, TrialStore trials, VerdictStore verdicts, Belongings belongings) {
        this.practices = practices;
        this.trials = trials;
        this.verdicts = verdicts;
        this.belongings = belongings;
    }

    @Override
    public Set<Subject.Kind> kinds() {
        return Set.of(Subject.Kind.PRACTICE, Subject.Kind.TRIAL, Subject.Kind.VERDICT);
    }

    @Override
    public List<PersonId> owners(Subject subject) {
        return Stream.concat(
                        trial(subject).map(Trial::member).stream(),
                        project(subject).map(belongings::owners).stream().flatMap(List::stream))
                .toList();
    }

    private Optional<Subject> project(Subject subject) {
        return subject.kind() == Subject.Kind.VERDICT
                ? verdicts.find(subject.community(), subject.number()).map(Verdict::project)
                : practices
                        .find(
                                subject.community(),
                                trial(subject)
                                        .map(Trial::practice)
                                        .orElse(subject)
                                        .number())
                        .map(Practice::project);
    }

    private Optional<Trial> trial(Subject subject) {
        return subject.kind() == Subject.Kind.TRIAL
                ? trials.find(subject.community(), subject.number())
                : Optional.empty();
    }

    @Override
    public List<String> pages(Subject subject) {
        return subject.kind() == Subject.Kind.VERDICT
                ? List.of()
                : practices
                        .find(
                                subject.community(),
                                trial(subject)
                                        .map(Trial::practice)
                                        .orElse(subject)
                                        .number())
                        .map(Practice::page)
                        .stream()
                        .toList();
    }

    @Override
    public Subject whole(Subject subject) {
        return switch (subject.kind()) {
            case TRIAL -> trial(subject).map(Trial::practice).orElse(subject);
            case VERDICT -> project(subject).orElse(subject);
            default -> subject;
        };
    }
}
