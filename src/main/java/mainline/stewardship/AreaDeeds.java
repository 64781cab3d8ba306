package mainline.stewardship;

import java.util.List;
import mainline.handbook.Area;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;

/**
 * Tells what somebody did in an area, so that a nomination shows deeds beside its reason. Every bean of this type is asked,
 * in the order of {@code @Order}; a later module tells what it knows.
 */
public interface AreaDeeds {
    /** The newest first. */
    List<Deed> of(CommunityId community, PersonId person, Area area, int most);

    /** How much of what kind there is, in words; empty when there is nothing. */
    List<Reason> summary(CommunityId community, PersonId person, Area area);
}
