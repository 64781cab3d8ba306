package mainline.projects;

import gg.jte.Content;
import mainline.community.Here;
import org.jspecify.annotations.Nullable;

/** A part that a later module adds to a project's page, in the column of state and next step. Order by {@code @Order}. */
public interface ProjectPanel {
    /** @return null when there is nothing to show */
    @Nullable
    Content of(Project project, Here here);
}
