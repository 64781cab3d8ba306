package mainline.founding;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import mainline.community.Here;
import mainline.community.HomePanel;
import mainline.look.Fragments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** For the founder alone, until everything is there or they have had enough of it. */
@Component
class ChecklistPanel implements HomePanel {
    record Show(Here here, List<Step> steps) {
        long done() {
            return steps.stream().filter(Step::done).count();
        }

        boolean isNext(Step step) {
            Optional<Step> next = steps.stream().filter(each -> !each.done()).findFirst();
            return next.filter(step::equals).isPresent();
        }

        /** Where a step leads. */
        String address(Step step) {
            return step.path().startsWith("/") ? step.path() : here.path(step.path());
        }
    }

    private final Founders founders;
    private final Checklist checklist;
    private final Fragments fragments;

    ChecklistPanel(Founders founders, Checklist checklist, Fragments fragments) {
        this.founders = founders;
        this.checklist = checklist;
        this.fragments = fragments;
    }

    @Override
    public @Nullable Content of(Here here) {
        if (!here.isMember() || !founders.isFounder(here.member()) || founders.isDismissed(here.id())) return null;
        List<Step> steps = checklist.of(here);
        return steps.stream().allMatch(Step::done) ? null : fragments.of("founding/checklist", new Show(here, steps));
    }
}
