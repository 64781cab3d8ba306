package mainline.git;

import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/** A ref as its row tells: {@code target} names another one, else {@code object} is set. */
public record StoredRef(
        String name,
        @Nullable ObjectId object,
        @Nullable ObjectId peeled,
        @Nullable String target) {}
