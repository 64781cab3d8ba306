package mainline.review;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import mainline.changes.ChangeNotes;
import mainline.community.Here;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.people.People;
import mainline.people.Person;
import org.springframework.stereotype.Component;

/** Below a change in a list: who owes the next word, and since when. */
@Component
class AwaitedNotes implements ChangeNotes {
    private static final int MOST_NAMED = 3;

    private final Turns turns;
    private final People people;

    AwaitedNotes(Turns turns, People people) {
        this.turns = turns;
        this.people = people;
    }

    @Override
    public Map<Long, Note> of(Here here, Collection<Long> changes) {
        Map<Long, List<Owed>> owed = turns.of(here.id(), changes);
        Map<PersonId, Person> known = people.all(owed.values().stream()
                .flatMap(all -> all.stream().map(Owed::person))
                .distinct()
                .toList());
        return owed.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> note(here, entry.getValue(), known)));
    }

    private static Note note(Here here, List<Owed> owed, Map<PersonId, Person> known) {
        Owed first = owed.getFirst();
        Reason said = first.what() == Owed.What.ANSWER
                ? Reason.of("changes.waits-for-author", first.since())
                : Reason.of("changes.waits-for", names(owed, known), first.since());
        boolean waits = here.isMember()
                && owed.stream()
                        .anyMatch(one -> one.person().equals(here.member().person()));
        return new Note(here.say(said), waits);
    }

    private static String names(List<Owed> owed, Map<PersonId, Person> known) {
        String names = owed.stream()
                .map(Owed::person)
                .map(known::get)
                .filter(Objects::nonNull)
                .map(Person::name)
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        return owed.size() > MOST_NAMED ? names + " …" : names;
    }
}
