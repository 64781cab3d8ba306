package mainline.handbook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import mainline.community.Calendar;
import mainline.community.Communities;
import mainline.handbook.StewardsFile.Entry;
import mainline.handbook.StewardsFile.Seat;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.people.People;
import mainline.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who a file seats in which area: since when, and by whom, as far as they sat there before. */
@Component
class Seating {
    private final AreaStore store;
    private final Communities communities;
    private final People people;
    private final Calendar calendar;

    Seating(AreaStore store, Communities communities, People people, Calendar calendar) {
        this.store = store;
        this.communities = communities;
        this.people = people;
        this.calendar = calendar;
    }

    LocalDate today(CommunityId community) {
        return calendar.today(community);
    }

    /** @param by who puts the file there, for seats it adds */
    List<AreaStore.Holder> holders(CommunityId community, StewardsFile file, @Nullable PersonId by) {
        Map<String, AreaStore.Holder> before = store.holders(community).stream()
                .filter(holder -> !holder.emeritus())
                .collect(Collectors.toMap(holder -> holder.area() + "\n" + holder.handle(), holder -> holder));
        List<AreaStore.Holder> holders = new ArrayList<>();
        for (Entry area : file.areas()) {
            for (Seat seat : area.stewards())
                holders.add(holder(community, area.path(), seat, before.get(area.path() + "\n" + seat.handle()), by));
            for (String emeritus : area.emeriti())
                holders.add(holder(community, area.path(), emeritus, true, null, null, calendar.now(), by));
        }
        return holders;
    }

    private AreaStore.Holder holder(
            CommunityId community, String area, Seat seat, AreaStore.@Nullable Holder was, @Nullable PersonId by) {
        LocalDate first = seat.since();
        Instant since = was != null && Objects.equals(was.first(), first)
                ? was.since()
                : first == null ? calendar.now() : began(community, first);
        PersonId appointed = was == null ? by : was.appointedBy();
        return holder(community, area, seat.handle(), false, first, seat.until(), since, appointed);
    }

    /** The day as a moment; today began before now. */
    private Instant began(CommunityId community, LocalDate day) {
        if (day.equals(calendar.today(community))) return calendar.now();
        return calendar.start(community, day);
    }

    private AreaStore.Holder holder(
            CommunityId community,
            String area,
            String handle,
            boolean emeritus,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            Instant since,
            @Nullable PersonId by) {
        PersonId person = people.byHandle(handle).map(Person::id).orElse(null);
        boolean member = person != null && communities.isMember(community, person);
        return new AreaStore.Holder(area, handle, emeritus, person, member, first, last, since, by);
    }
}
