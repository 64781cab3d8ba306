package mainline.stewardship;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mainline.community.Belonging;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.springframework.stereotype.Component;

/** A nomination or a recall concerns whoever asked for it and whom it is about. */
@Component
class StewardsBelong implements Belonging {
    private final NominationStore nominations;
    private final RecallStore recalls;

    StewardsBelong(NominationStore nominations, RecallStore recalls) {
        this.nominations = nominations;
        this.recalls = recalls;
    }

    @Override
    public Set<Subject.Kind> kinds() {
        return Set.of(Subject.Kind.NOMINATION, Subject.Kind.RECALL);
    }

    @Override
    public List<PersonId> owners(Subject subject) {
        return subject.kind() == Subject.Kind.NOMINATION
                ? nominations.find(subject).stream()
                        .flatMap(each -> Stream.of(each.by(), each.nominee()))
                        .toList()
                : recalls.find(subject).stream()
                        .flatMap(each -> Stream.of(each.by(), each.steward()))
                        .toList();
    }
}
