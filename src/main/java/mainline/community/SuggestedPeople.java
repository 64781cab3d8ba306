package mainline.community;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Slug;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom a few letters could mean: those in the same conversation first, then other members by their names. */
@Component
class SuggestedPeople {
    private static final int MOST = 8;
    private static final int LONGEST = 60;
    private static final int VOICES = 50;

    private final MemberWordStore words;
    private final Voices voices;
    private final Belongings belongings;
    private final People people;
    private final Communities communities;

    SuggestedPeople(
            MemberWordStore words, Voices voices, Belongings belongings, People people, Communities communities) {
        this.words = words;
        this.voices = voices;
        this.belongings = belongings;
        this.people = people;
        this.communities = communities;
    }

    /**
     * @param typed in any spelling; with nothing typed yet, those in the conversation alone
     * @param about what is talked about; null for nothing in particular
     */
    List<Person> of(Member asking, String typed, @Nullable Subject about) {
        String beginning = beginning(typed);
        Set<PersonId> found = new LinkedHashSet<>(near(asking.community(), beginning, about));
        if (!beginning.isEmpty()) found.addAll(words.beginning(asking.community(), beginning, MOST + 1));
        found.remove(asking.person());
        return known(found);
    }

    /** Members of any community by their names; nobody with nothing typed yet. */
    List<Person> anywhere(String typed) {
        String beginning = beginning(typed);
        return beginning.isEmpty() ? List.of() : known(words.beginning(beginning, MOST));
    }

    private static String beginning(String typed) {
        return Slug.fold(typed.substring(0, Math.min(LONGEST, typed.length())));
    }

    private List<Person> known(Collection<PersonId> found) {
        Map<PersonId, Person> known = people.all(found);
        return found.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .limit(MOST)
                .toList();
    }

    private List<PersonId> near(CommunityId community, String beginning, @Nullable Subject about) {
        if (about == null) return List.of();
        List<PersonId> all = Stream.concat(voices.in(about, VOICES).stream(), belongings.owners(about).stream())
                .distinct()
                .toList();
        List<PersonId> members = new ArrayList<>(all);
        members.retainAll(Set.copyOf(communities.members(community, all)));
        Map<PersonId, Person> known = people.all(members);
        return members.stream()
                .filter(id -> known.get(id) != null && MemberWords.begin(known.get(id), beginning))
                .toList();
    }
}
