package mainline.community;

import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Others may read a community now; published in the act's transaction.
 *
 * @param by null when its members decided it
 */
public record VisibilityChanged(
        CommunityId community,
        Visibility visibility,
        @Nullable PersonId by) {}
