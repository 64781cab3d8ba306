package mainline.community;

import gg.jte.Content;
import mainline.people.Person;
import org.jspecify.annotations.Nullable;

/** A part that a later module adds to a person's page in a community. Order by {@code @Order}. */
public interface MemberPanel {
    /** @return null when there is nothing to show */
    @Nullable
    Content of(Person person, Here here);
}
