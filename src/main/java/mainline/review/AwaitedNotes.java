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

    private final AwaitedReviews awaitedReviews;
    private final People people;

    AwaitedNotes(AwaitedReviews awaitedReviews, People people) {
        this.awaitedReviews = awaitedReviews;
        this.people = people;
    }

    @Override
    public Map<Long, Note> of(Here here, Collection<Long> changes) {
        Map<Long, List<AwaitedReview>> awaited = awaitedReviews.of(here.id(), changes);
        Map<PersonId, Person> known = people.all(awaited.values().stream()
                .flatMap(all -> all.stream().map(AwaitedReview::person))
                .distinct()
                .toList());
        return awaited.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> note(here, entry.getValue(), known)));
    }

    private static Note note(Here here, List<AwaitedReview> awaited, Map<PersonId, Person> known) {
        AwaitedReview first = awaited.getFirst();
        Reason said = first.what() == AwaitedReview.What.ANSWER
                ? Reason.of("changes.waits-for-author", first.since())
                : Reason.of("changes.waits-for", names(awaited, known), first.since());
        boolean waits = here.isMember()
                && awaited.stream()
                        .anyMatch(one -> one.person().equals(here.member().person()));
        return new Note(here.say(said), waits);
    }

    private static String names(List<AwaitedReview> awaited, Map<PersonId, Person> known) {
        String names = awaited.stream()
                .map(AwaitedReview::person)
                .map(known::get)
                .filter(Objects::nonNull)
                .map(Person::name)
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        return awaited.size() > MOST_NAMED ? names + " …" : names;
    }
}
