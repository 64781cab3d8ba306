package mainline.site;

import java.util.List;
import java.util.Map;
import mainline.chain.ChainView;
import mainline.community.Here;
import mainline.discussion.Discussions;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.kernel.Subject;
import mainline.look.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The newest ideas of a community that stand, for its home page. */
@Component
class NewestIdeas {
    private final Ideas ideas;
    private final Discussions discussions;
    private final ChainView chain;

    NewestIdeas(Ideas ideas, Discussions discussions, ChainView chain) {
        this.ideas = ideas;
        this.discussions = discussions;
        this.chain = chain;
    }

    record Row(Idea idea, int comments, @Nullable Line line) {}

    List<Row> of(Here here, int most) {
        List<Idea> newest = ideas.newest(here.viewer(), 2 * most).stream()
                .filter(idea -> !(idea.state() instanceof Idea.Withdrawn))
                .limit(most)
                .toList();
        List<Subject> subjects = newest.stream().map(Idea::subject).toList();
        Map<Subject, Line> drawn = chain.lines(here, subjects);
        Map<Subject, Integer> comments = discussions.counts(
                here.id(),
                Subject.Kind.IDEA,
                subjects.stream().map(Subject::number).toList());
        return newest.stream()
                .map(idea -> new Row(idea, comments.getOrDefault(idea.subject(), 0), drawn.get(idea.subject())))
                .toList();
    }
}
