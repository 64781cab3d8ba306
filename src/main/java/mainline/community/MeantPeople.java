package mainline.community;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import mainline.kernel.CommunityId;
import mainline.kernel.Refused;
import mainline.kernel.Slug;
import mainline.people.People;
import mainline.people.Person;
import org.springframework.stereotype.Component;

/**
 * Whom somebody means who types into a form which member it is about: by a short name, with or without its @, or by a name as
 * long as it means one alone.
 */
@Component
public class MeantPeople {
    /** So many are looked at, and named where several could be meant. */
    private static final int MOST = 9;

    /** So many are looked at who are alike in one word. */
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
        if (called.isPresent()) return called.get();
        return one(named(community, typed), typed, field, nobody);
    }

    /** The same of everybody here, whatever they belong to; for those who run the installation. */
    public Person anybody(String typed, String field, String nobody) {
        return called(typed).orElseGet(() -> one(named(typed), typed, field, nobody));
    }

    private static Person one(List<Person> found, String typed, String field, String nobody) {
        if (found.isEmpty()) throw Refused.because(field, nobody);
        return one(found, typed).orElseThrow(() -> Refused.because(field, "people.meant.several", listed(found)));
    }

    /** Whoever it is, a member or one who was; nothing when it is nobody, or could be several. */
    public Optional<Person> find(CommunityId community, String typed) {
        return called(typed).or(() -> one(named(community, typed), typed));
    }

    private Optional<Person> called(String typed) {
        return people.byHandle(typed.strip().replaceFirst("^@", "").toLowerCase(Locale.ROOT));
    }

    private List<Person> named(CommunityId community, String typed) {
        MemberSearch search = MemberSearch.of(typed, "");
        if (search.isForAll()) return List.of();
        return people
                .all(store.beginning(community, search.words(), Optional.empty(), 0, MOST).stream()
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
                .limit(MOST)
                .toList();
    }

    /** The only one of that whole name, or else of those whole words. */
    private static Optional<Person> one(List<Person> found, String typed) {
        String name = Slug.fold(typed.strip());
        return only(found.stream()
                        .filter(person -> Slug.fold(person.name()).equals(name))
                        .toList())
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
                .collect(Collectors.joining(", "));
    }
}
