package mainline.community;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainline.kernel.CommunityId;
import mainline.kernel.Refused;
import mainline.kernel.Slug;
import mainline.people.People;
import mainline.people.Person;
import org.springframework.stereotype.Component;

/**
 * Whom somebody means who types into a form which member it is about: by a short name with its @, or by a name, short or whole, as
 * long as it means one alone.
 */
@Component
public class MeantPeople {
    /** So many are named where several could be meant. */
    private static final int MOST = 9;

    /** So many are looked at; where there are more, nobody is known to be the only one. */
    private static final int NAMESAKES = 100;

    private final MemberListStore store;
    private final MemberWordStore words;
    private final Communities communities;
    private final People people;

    MeantPeople(MemberListStore store, MemberWordStore words, Communities communities, People people) {
        this.store = store;
        this.words = words;
        this.communities = communities;
        this.people = people;
    }

    /**
     * @param field where it was typed
     * @param nobody the message for when there is no such member
     * @throws Refused for {@code field}, which names those who could be meant when there are several
     */
    public Person member(CommunityId community, String typed, String field, String nobody) {
        Optional<Person> called = called(typed).filter(person -> communities.isMember(community, person.id()));
        return one(called, unlessCalled(called, typed, () -> named(community, typed)), typed, field, nobody);
    }

    /** The same of everybody here, whatever they belong to; for those who run the installation. */
    public Person anybody(String typed, String field, String nobody) {
        Optional<Person> called = called(typed);
        return one(called, unlessCalled(called, typed, () -> named(typed)), typed, field, nobody);
    }

    private static Person one(Optional<Person> called, List<Person> named, String typed, String field, String nobody) {
        List<Person> found =
                Stream.concat(called.stream(), named.stream()).distinct().toList();
        if (found.isEmpty()) throw Refused.because(field, nobody);
        return one(called, named, typed)
                .orElseThrow(() -> Refused.because(field, "people.meant.several", listed(found)));
    }

    /** Whoever it is, a member or one who was; nothing when it is nobody, or could be several. */
    public Optional<Person> find(CommunityId community, String typed) {
        Optional<Person> called = called(typed);
        return one(called, unlessCalled(called, typed, () -> named(community, typed)), typed);
    }

    /** A short name is made from a name, so that somebody else can be the one whose whole name was typed. */
    private static Optional<Person> one(Optional<Person> called, List<Person> named, String typed) {
        if (called.isEmpty()) return one(named, typed);
        boolean shared = named.stream()
                .anyMatch(person -> isNamed(person, typed)
                        && !person.id().equals(called.get().id()));
        return shared ? Optional.empty() : called;
    }

    private static boolean isNamed(Person person, String typed) {
        return Slug.fold(person.name()).equals(Slug.fold(typed.strip()));
    }

    /** Who is called by a short name with its @ is meant, whatever others are named. */
    private static List<Person> unlessCalled(Optional<Person> called, String typed, Supplier<List<Person>> named) {
        return called.isPresent() && typed.strip().startsWith("@") ? List.of() : named.get();
    }

    private Optional<Person> called(String typed) {
        return people.byHandle(typed.strip().replaceFirst("^@", "").toLowerCase(Locale.ROOT));
    }

    private List<Person> named(CommunityId community, String typed) {
        MemberSearch search = MemberSearch.of(typed, "");
        if (search.isForAll()) return List.of();
        return people
                .all(store.beginning(community, search.words(), Optional.empty(), 0, NAMESAKES).stream()
                        .map(MemberListStore.Row::person)
                        .toList())
                .values()
                .stream()
                .toList();
    }

    private List<Person> named(String typed) {
        List<String> asked = MemberSearch.of(typed, "").words();
        if (asked.isEmpty()) return List.of();
        return people.all(words.beginning(asked.getFirst(), NAMESAKES)).values().stream()
                .filter(person -> asked.stream().allMatch(word -> MemberWords.begin(person, word)))
                .toList();
    }

    /** The only one of that whole name, or else of those whole words. */
    private static Optional<Person> one(List<Person> found, String typed) {
        List<Person> same =
                found.stream().filter(person -> isNamed(person, typed)).toList();
        if (same.size() > 1 || found.size() >= NAMESAKES) return Optional.empty();
        return only(same)
                .or(() -> only(found.stream()
                        .filter(person -> MemberWords.of(person)
                                .containsAll(MemberSearch.of(typed, "").words()))
                        .toList()));
    }

    private static Optional<Person> only(List<Person> people) {
        return people.size() == 1 ? Optional.of(people.getFirst()) : Optional.empty();
    }

    private static String listed(Collection<Person> people) {
        return people.stream()
                .map(person -> person.name() + " (@" + person.handle() + ")")
                .sorted()
                .limit(MOST)
                .collect(Collectors.joining(", "));
    }
}
