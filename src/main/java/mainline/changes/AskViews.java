package mainline.changes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import mainline.community.Here;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.people.People;
import mainline.people.Person;
import org.springframework.stereotype.Component;

/** What pages show of whose word is next. */
@Component
class AskViews {
    private final Asks asks;
    private final Turns turns;
    private final People people;

    AskViews(Asks asks, Turns turns, People people) {
        this.asks = asks;
        this.turns = turns;
        this.people = people;
    }

    AskView of(Here here, Change change, List<MergeRule.Check> checks) {
        List<Owed> owed = turns.now(change, checks);
        Set<PersonId> owing = owed.stream().map(Owed::person).collect(Collectors.toSet());
        List<Ask> all = asks.of(change);
        List<PersonId> named = new ArrayList<>(owing);
        all.forEach(ask -> named.add(ask.person()));
        Person viewer = here.isMember() ? here.viewer() : null;
        LocalDate away = viewer == null
                ? null
                : asks.away(here.id(), Set.of(viewer.id())).get(viewer.id());
        return new AskView(
                owed,
                all.stream().filter(ask -> !owing.contains(ask.person())).toList(),
                people.all(named),
                viewer != null && change.isOpen() && change.isBy(viewer.id()),
                viewer != null
                        && change.isOpen()
                        && all.stream()
                                .anyMatch(ask -> ask.isOpen() && ask.person().equals(viewer.id())),
                away);
    }

    /** A change in a list: who owes the next word, and since when. */
    record Line(List<Owed> owed, String names) {
        String said(Here here) {
            Owed first = owed.getFirst();
            return first.what() == Owed.What.ANSWER
                    ? here.say(Reason.of("changes.waits-for-author", first.since()))
                    : here.say(Reason.of("changes.waits-for", names, first.since()));
        }

        boolean includes(PersonId person) {
            return owed.stream().anyMatch(one -> one.person().equals(person));
        }
    }

    /** By number; changes on which nobody owes a word are left out. */
    Map<Long, Line> lines(Here here, Collection<Long> changes) {
        Map<Long, List<Owed>> owed = turns.of(here.id(), changes);
        Map<PersonId, Person> known = people.all(owed.values().stream()
                .flatMap(all -> all.stream().map(Owed::person))
                .distinct()
                .toList());
        return owed.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> line(entry.getValue(), known)));
    }

    private static Line line(List<Owed> owed, Map<PersonId, Person> known) {
        String names = owed.stream()
                .map(Owed::person)
                .map(known::get)
                .filter(Objects::nonNull)
                .map(Person::name)
                .limit(3)
                .collect(Collectors.joining(", "));
        return new Line(owed, owed.size() > 3 ? names + " …" : names);
    }
}
