package mainline.demo;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import mainline.demo.Script.Made;
import mainline.discussion.Comment;
import mainline.discussion.Discussions;
import mainline.effort.Confirmations;
import mainline.effort.Contribution;
import mainline.effort.Contributions;
import mainline.effort.EffortKind;
import mainline.effort.Efforts;
import mainline.effort.Hours;
import mainline.effort.NeededHours;
import mainline.effort.Promise;
import mainline.effort.Work;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.ideas.Wording;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What happens around ideas: they are published, talked about, given effort to, and become projects. */
@Component
@ConditionalOnProperty("mainline.demo")
class IdeaThreads {
    private final Ideas ideas;
    private final Discussions discussions;
    private final Efforts efforts;
    private final Contributions contributions;
    private final Confirmations confirmations;

    IdeaThreads(
            Ideas ideas,
            Discussions discussions,
            Efforts efforts,
            Contributions contributions,
            Confirmations confirmations) {
        this.ideas = ideas;
        this.discussions = discussions;
        this.efforts = efforts;
        this.contributions = contributions;
        this.confirmations = confirmations;
    }

    /** @param hours it asks for, none of a kind that is left out */
    IdeaThread publish(Story story, String name, Wording wording, Map<EffortKind, Integer> hours) {
        Map<EffortKind, Hours> needed = new EnumMap<>(EffortKind.class);
        hours.forEach((kind, number) -> needed.put(kind, Hours.of(number)));
        return new IdeaThread(story, story.make(() -> ideas.publish(story.as(name), wording, new NeededHours(needed))));
    }

    /** One idea. */
    final class IdeaThread {
        private final Story story;
        private final Supplier<Idea> idea;

        private IdeaThread(Story story, Supplier<Idea> idea) {
            this.story = story;
            this.idea = idea;
        }

        Subject subject() {
            return idea.get().subject();
        }

        Made<Comment> comment(String name, String text) {
            return comment(name, null, text);
        }

        void answer(String name, Supplier<Comment> to, String text) {
            comment(name, to, text);
        }

        private Made<Comment> comment(String name, @Nullable Supplier<Comment> to, String text) {
            return story.make(() -> discussions.say(
                    story.as(name),
                    subject(),
                    to == null ? null : to.get().subject().number(),
                    text));
        }

        /** @param by days from today */
        void pledge(String name, EffortKind kind, int hours, int by) {
            story.act(
                    () -> efforts.pledge(story.as(name), subject(), new Promise(kind, Hours.of(hours), story.day(by))));
        }

        /** Work that a witness confirms on the same day. */
        void work(String name, String witness, EffortKind kind, int hours, int daysAgo, String what) {
            story.daysAgo(daysAgo);
            Made<Contribution> work = log(name, kind, hours, daysAgo, what);
            story.daysAgo(daysAgo - 0.5);
            story.act(() -> confirmations.confirm(story.as(witness), work.get().subject(), ""));
        }

        Made<Contribution> log(String name, EffortKind kind, int hours, int daysAgo, String what) {
            return story.make(() -> contributions.log(
                    story.as(name), subject(), new Work(kind, Hours.of(hours), story.day(-daysAgo), what, "")));
        }

        void withdraw(String name, String why) {
            story.act(() -> ideas.withdraw(story.as(name), subject(), why));
        }

        /** The project it has become by then. */
        Supplier<Subject> project() {
            return () -> {
                if (ideas.get(subject()).state() instanceof Idea.Adopted adopted) return adopted.project();
                throw new IllegalStateException(idea.get().title() + " is no project yet");
            };
        }
    }
}
