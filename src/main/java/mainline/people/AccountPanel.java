package mainline.people;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** A part that a later module adds to a person's own account page. */
public interface AccountPanel {
    /** @return null when there is nothing to show */
    @Nullable
    Content of(Visitor visitor);
}
