package mainline.review;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mainline.changes.Change;
import mainline.community.Calendar;
import mainline.handbook.Areas;
import mainline.handbook.Roster;
import mainline.handbook.Steward;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import org.springframework.stereotype.Component;

/**
 * Who knows best about a change: stewards of what it touches and those who wrote the lines it touches, those who owe least
 * first and nobody who is away.
 */
@Component
class SuggestedReviewers {
    private static final int MOST_STEWARDS = 6;
    private static final int MOST_WRITERS = 2;

    private final AskStore store;
    private final LinesKnown lines;
    private final Areas areas;
    private final Calendar calendar;

    SuggestedReviewers(AskStore store, LinesKnown lines, Areas areas, Calendar calendar) {
        this.store = store;
        this.lines = lines;
        this.areas = areas;
        this.calendar = calendar;
    }

    List<Ask> of(Change change) {
        CommunityId community = change.subject().community();
        Map<PersonId, Integer> known = lines.of(change);
        Roster roster = areas.of(community);
        Set<PersonId> all = new LinkedHashSet<>(known.keySet());
        for (String path : change.paths()) all.addAll(overseeing(roster, path));
        all.removeIf(change::hasAuthor);
        Set<PersonId> away =
                store.away(community, all, calendar.today(community)).keySet();
        Map<PersonId, Integer> load = store.load(community, all);
        Comparator<PersonId> lightest = Comparator.comparing((PersonId person) -> away.contains(person))
                .thenComparing(person -> load.getOrDefault(person, 0));
        Comparator<PersonId> knowing = Comparator.comparingInt(person -> -known.getOrDefault(person, 0));
        Map<PersonId, Ask> asks = new LinkedHashMap<>();
        for (String path : change.paths()) {
            overseeing(roster, path).stream()
                    .filter(all::contains)
                    .sorted(lightest.thenComparing(knowing))
                    .limit(roster.rules(path).approvals() + 1L)
                    .filter(person -> asks.size() < MOST_STEWARDS)
                    .forEach(person -> asks.put(person, ask(person, Ask.Why.STEWARD, known)));
        }
        known.keySet().stream()
                .filter(person -> all.contains(person) && !away.contains(person) && !asks.containsKey(person))
                .sorted(knowing.thenComparing(lightest))
                .limit(MOST_WRITERS)
                .forEach(person -> asks.put(person, ask(person, Ask.Why.LINES, known)));
        return List.copyOf(asks.values());
    }

    private Ask ask(PersonId person, Ask.Why why, Map<PersonId, Integer> known) {
        return new Ask(person, null, why, known.getOrDefault(person, 0), calendar.now(), null);
    }

    private static List<PersonId> overseeing(Roster roster, String path) {
        return roster.stewardsOf(path).stream().map(Steward::person).distinct().toList();
    }
}
