package mainline.review;

import gg.jte.Content;
import mainline.changes.ChangeLook;
import mainline.changes.ChangePanel;
import mainline.interests.Declared;
import mainline.interests.InterestsView;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What whoever put it into the handbook gains by it. */
@Component
@Order(0)
class MergersInterest implements ChangePanel {
    private final InterestsView interests;

    MergersInterest(InterestsView interests) {
        this.interests = interests;
    }

    @Override
    public @Nullable Content of(ChangeLook look) {
        return look.change().isOpen()
                ? null
                : interests.of(look.here(), look.change().subject(), Declared.Act.MERGE);
    }
}
