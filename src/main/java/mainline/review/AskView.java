package mainline.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mainline.kernel.PersonId;
import mainline.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * Whose word is next on a change, and who was asked.
 *
 * @param asked those who were asked and owe no word
 * @param asking whether the viewer may ask others
 * @param mine whether the viewer was asked and may pass it on
 * @param away until when the viewer is away; null when they are not
 */
record AskView(
        List<AwaitedReview> awaited,
        List<Ask> asked,
        Map<PersonId, Person> people,
        boolean asking,
        boolean mine,
        @Nullable LocalDate away) {

    String name(PersonId person) {
        Person known = people.get(person);
        return known == null ? "" : known.name();
    }
}
