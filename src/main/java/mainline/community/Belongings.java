package mainline.community;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Whose each thing is and what it is a part of, as every module says of its own. */
@Component
public class Belongings {
    /** Found late, since those who say it may stand on what asks here; and once, since every act does. */
    private final Supplier<Map<Subject.Kind, Belonging>> sources;

    Belongings(ObjectProvider<Belonging> sources) {
        this.sources = SingletonSupplier.of(() -> byKind(sources));
    }

    private static Map<Subject.Kind, Belonging> byKind(ObjectProvider<Belonging> sources) {
        Map<Subject.Kind, Belonging> all = new EnumMap<>(Subject.Kind.class);
        sources.forEach(source -> source.kinds().forEach(kind -> all.put(kind, source)));
        return all;
    }

    /** Each once, by their numbers. */
    public List<PersonId> owners(Subject subject) {
        if (subject.kind() == Subject.Kind.MEMBER) return List.of(new PersonId(subject.number()));
        return source(subject).map(source -> source.owners(subject)).stream()
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparingLong(PersonId::value))
                .toList();
    }

    public Subject whole(Subject subject) {
        Subject whole = source(subject).map(source -> source.whole(subject)).orElse(subject);
        return whole.equals(subject) ? whole : whole(whole);
    }

    /** The pages of the handbook that a thing is about, by their paths. */
    public List<String> pages(Subject subject) {
        return source(subject).map(source -> source.pages(subject)).orElse(List.of());
    }

    private Optional<Belonging> source(Subject subject) {
        return Optional.ofNullable(sources.get().get(subject.kind()));
    }
}
