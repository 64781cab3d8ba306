package mainline.effort;

import gg.jte.Content;
import mainline.community.Here;
import mainline.ideas.Idea;
import mainline.ideas.IdeaPanel;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On an open idea's page: what happens next, and how to give effort. */
@Component
@Order(10)
class EffortPanel implements IdeaPanel {
    private final GivingPanel panel;

    EffortPanel(GivingPanel panel) {
        this.panel = panel;
    }

    @Override
    public @Nullable Content of(Idea idea, Here here) {
        if (!idea.isOpen()) return null;
        return panel.of(here, idea);
    }

    @Override
    public @Nullable Content now(Idea idea, Here here) {
        return idea.isOpen() ? panel.now(here, idea) : null;
    }
}
