package mainline.interests;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what people declare that they gain, in the transaction of the act that they declare it with. */
@Component
public class Interests {
    /** In characters. */
    public static final int LONGEST = 300;

    private final InterestStore store;
    private final List<DeclaredElsewhere> elsewhere;
    private final PublicRecord record;
    private final Clock clock;

    Interests(InterestStore store, List<DeclaredElsewhere> elsewhere, PublicRecord record, Clock clock) {
        this.store = store;
        this.elsewhere = elsewhere;
        this.record = record;
        this.clock = clock;
    }

    /** The words as they are kept; empty when nothing is declared. @throws Refused for {@code interest} */
    public static String tidy(String words) {
        new Refused.Check().optional(words, "interest", LONGEST).orRefuse();
        return words.strip();
    }

    /**
     * Declares it for everybody to see, and in the record; nothing when there are no words.
     *
     * @param title of the subject
     * @throws Refused for {@code interest}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void declare(PersonId person, Declared.Act act, Subject subject, String title, String words) {
        declareTold(person, act, subject, title, words);
        String tidy = tidy(words);
        if (!tidy.isEmpty()) record.add(Act.by(person, InterestVerb.DECLARED, subject, title, tidy));
    }

    /** The same where another entry of the record tells it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void declareTold(PersonId person, Declared.Act act, Subject subject, String title, String words) {
        String tidy = tidy(words);
        if (!tidy.isEmpty()) store.put(declared(person, act, subject, title, tidy), true);
    }

    /** Keeps it from everybody else until {@link #show}; no words take back what was kept before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(PersonId person, Declared.Act act, Subject subject, String title, String words) {
        String tidy = tidy(words);
        if (tidy.isEmpty()) store.remove(person, act, subject);
        else store.put(declared(person, act, subject, title, tidy), false);
    }

    /** Shows what these people had kept. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void show(Declared.Act act, Subject subject, Collection<PersonId> people) {
        store.show(act, subject, people);
    }

    /** What this person declared or keeps. */
    public Optional<String> own(PersonId person, Declared.Act act, Subject subject) {
        return store.own(person, act, subject);
    }

    /** All that is shown of those who did this, in the order in which they said it. */
    public List<Declared> of(Subject subject, Declared.Act act) {
        return store.of(subject, act);
    }

    /** What these people said, where they said anything. */
    public Map<PersonId, String> of(Subject subject, Declared.Act act, Collection<PersonId> people) {
        return people.isEmpty() ? Map.of() : store.of(subject, act, people);
    }

    /** What this person has done so with something to gain, by the number of each subject. */
    public List<Long> numbers(CommunityId community, PersonId person, Declared.Act act) {
        return store.numbers(community, person, act);
    }

    /** All that this person has declared, the newest first. */
    public List<Declared> by(CommunityId community, PersonId person, int most) {
        return Stream.concat(
                        store.by(community, person, most).stream(),
                        elsewhere.stream().flatMap(each -> each.by(community, person, most).stream()))
                .sorted(Comparator.comparing(Declared::at).reversed())
                .limit(most)
                .toList();
    }

    private Declared declared(PersonId person, Declared.Act act, Subject subject, String title, String words) {
        return new Declared(person, act, subject, title, words, clock.instant());
    }
}
