package mainline.demo;

import java.util.function.Supplier;
import mainline.changes.Change;
import mainline.changes.Proposal;
import mainline.changes.Proposals;
import mainline.demo.Script.Made;
import mainline.kernel.Subject;
import mainline.review.Reviews;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** How pages come into the handbook of the story. */
@Component
@ConditionalOnProperty("mainline.demo")
class PageProposals {
    private final Proposals proposals;
    private final Reviews reviews;

    PageProposals(Proposals proposals, Reviews reviews) {
        this.proposals = proposals;
        this.reviews = reviews;
    }

    /** @param file of the example texts */
    record NewPage(String path, String file, String title, String why) {}

    /** @param from the project it comes from; null for none */
    Made<Change> propose(Story story, String name, NewPage page, @Nullable Supplier<Subject> from) {
        return story.make(() -> proposals.propose(
                story.as(name),
                new Proposal(
                        page.path(),
                        "",
                        Story.text(page.file()),
                        page.title(),
                        page.why(),
                        "",
                        from == null ? null : from.get())));
    }

    /** Proposed two days before it is merged, and approved in between. */
    void merge(Story story, int daysAgo, String name, String steward, NewPage page, @Nullable Supplier<Subject> from) {
        story.daysAgo(daysAgo + 2);
        Made<Change> change = propose(story, name, page, from);
        story.daysAgo(daysAgo + 1);
        story.act(() -> reviews.approve(
                story.as(steward), change.get().subject(), change.get().version(), ""));
        story.daysAgo(daysAgo);
        story.act(() -> reviews.merge(story.as(steward), change.get().subject()));
    }
}
