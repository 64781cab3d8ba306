package mainline.community;

import java.util.List;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;

/** Finds who belongs to one kind of audience; a bean of the module that knows. */
public interface Hearers<A extends Audience.Many> {
    Class<A> audience();

    /** The next ones in the order of their numbers, after that one (0 for the first). Fewer than {@code most} are the last. */
    List<PersonId> some(CommunityId community, A audience, long after, int most);
}
