package mainline.changes;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** A part that a later module adds to a change's page. Order by {@code @Order}. */
public interface ChangePanel {
    /** @return null when there is nothing to show */
    @Nullable
    Content of(ChangeLook look);

    default Column column() {
        return Column.SIDE;
    }

    enum Column {
        /** Beside the text, where one sees what a change waits for. */
        SIDE,
        /** What the change says. */
        TEXT
    }
}
