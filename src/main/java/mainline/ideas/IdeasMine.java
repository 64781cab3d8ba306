package mainline.ideas;

import java.util.List;
import java.util.stream.Stream;
import mainline.community.Awaited;
import mainline.community.Mine;
import mainline.community.Viewer;
import mainline.kernel.Reason;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a member has begun to write, and the ideas they have put forward, with where each stands. */
@Component
@Order(20)
class IdeasMine implements Mine {
    private final IdeaStore store;
    private final Drafts drafts;

    IdeasMine(IdeaStore store, Drafts drafts) {
        this.store = store;
        this.drafts = drafts;
    }

    @Override
    public String kind() {
        return "idea";
    }

    @Override
    public List<Awaited> of(Viewer viewer) {
        if (!viewer.isMember()) return List.of();
        return Stream.concat(
                        drafts.of(viewer.member()).stream().map(IdeasMine::draft),
                        store.by(viewer.community().id(), viewer.id(), Long.MAX_VALUE, MANY).stream()
                                .map(IdeasMine::idea))
                .limit(MANY)
                .toList();
    }

    private static Awaited draft(IdeaDraft draft) {
        String path = "ideas/new?draft=" + draft.id();
        Reason title = draft.title().isBlank() ? Reason.of("idea.untitled") : Reason.of("mine.title", draft.title());
        return new Awaited(
                title, true, path, Reason.of("mine.idea.draft", draft.changed()), Reason.of("mine.go-on"), path, null);
    }

    private static Awaited idea(Idea idea) {
        Reason stands = switch (idea.state()) {
            case Idea.Open open -> Reason.of("mine.idea.open", idea.published());
            case Idea.Adopted adopted -> Reason.of("mine.idea.adopted", adopted.at());
            case Idea.Withdrawn withdrawn -> Reason.of("mine.idea.withdrawn", withdrawn.at());
        };
        String leads =
                idea.state() instanceof Idea.Adopted adopted ? adopted.project().path() : idea.path();
        return new Awaited(
                Reason.of("mine.title", idea.title()), true, idea.path(), stands, Reason.of("mine.look"), leads, null);
    }
}
