package mainline.community;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import mainline.kernel.CommunityId;
import mainline.kernel.Cursor;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.people.People;
import mainline.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everybody who belongs to a community, with what a reader of the list may know of each. */
@Component
class MemberList {
    /** Who has a role, and what is said of each. */
    private record Held(String word, Map<PersonId, List<Reason>> by) {}

    private final MemberListStore store;
    private final List<Roles> roles;
    private final LatestDeeds deeds;
    private final People people;
    private final Clock clock;

    MemberList(MemberListStore store, List<Roles> roles, LatestDeeds deeds, People people, Clock clock) {
        this.store = store;
        this.roles = roles;
        this.deeds = deeds;
        this.people = people;
        this.clock = clock;
    }

    /** The words of the roles there are. */
    List<String> roles() {
        return roles.stream().map(Roles::word).toList();
    }

    Paged<Listed> of(Viewer viewer, MemberSearch search, Cursor after, int size) {
        CommunityId community = viewer.community().id();
        List<Held> held = roles.stream()
                .map(role -> new Held(role.word(), role.holders(community)))
                .toList();
        Optional<Collection<PersonId>> among = held.stream()
                .filter(role -> role.word().equals(search.role()))
                .findFirst()
                .map(role -> role.by().keySet());
        List<MemberListStore.Row> rows = rows(community, search, among, after.or(0), size + 1);
        Paged<MemberListStore.Row> page =
                Paged.of(rows, size, row -> row.person().value());
        return new Paged<>(listed(viewer, page.items(), held), page.next());
    }

    private List<MemberListStore.Row> rows(
            CommunityId community, MemberSearch search, Optional<Collection<PersonId>> among, long after, int most) {
        if (!search.isForAll()) return store.beginning(community, search.words(), among, after, most);
        return among.map(holders -> store.among(community, holders, after, most))
                .orElseGet(() -> store.all(community, after, most));
    }

    private List<Listed> listed(Viewer viewer, List<MemberListStore.Row> rows, List<Held> held) {
        List<PersonId> ids = rows.stream().map(MemberListStore.Row::person).toList();
        Map<PersonId, Person> known = people.all(ids);
        Map<PersonId, Instant> acted =
                viewer.isMember() ? deeds.of(viewer.community().id(), ids) : Map.of();
        Instant now = clock.instant();
        List<Listed> listed = new ArrayList<>();
        for (MemberListStore.Row row : rows) {
            Person person = known.get(row.person());
            if (person == null) continue;
            List<Reason> said = held.stream()
                    .flatMap(role -> role.by().getOrDefault(person.id(), List.of()).stream())
                    .toList();
            Recency active = viewer.isMember() ? Recency.of(last(row, acted.get(person.id())), now) : null;
            listed.add(new Listed(person, row.since(), said, active));
        }
        return listed;
    }

    private static Instant last(MemberListStore.Row row, @Nullable Instant acted) {
        return Stream.of(row.since(), row.seen(), acted)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElseThrow();
    }
}
