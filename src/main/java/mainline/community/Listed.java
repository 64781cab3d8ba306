package mainline.community;

import java.time.Instant;
import java.util.List;
import mainline.kernel.Reason;
import mainline.people.Person;
import org.jspecify.annotations.Nullable;

/**
 * A member in the list of all.
 *
 * @param since when they joined
 * @param roles what they are beyond a member, each in words
 * @param active when they were last active; null for readers who are not told
 */
record Listed(
        Person person,
        Instant since,
        List<Reason> roles,
        @Nullable Recency active) {}
