package mainline.demo;

import java.util.List;
import java.util.function.Supplier;
import mainline.demo.Script.Made;
import mainline.kernel.Subject;
import mainline.projects.Conveners;
import mainline.projects.Measure;
import mainline.projects.Plans;
import mainline.projects.Task;
import mainline.projects.Tasks;
import mainline.projects.Updates;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What happens in projects: somebody convenes them, tasks are done, and the others hear of it. */
@Component
@ConditionalOnProperty("mainline.demo")
class ProjectThreads {
    private final Conveners conveners;
    private final Plans plans;
    private final Tasks tasks;
    private final Updates updates;

    ProjectThreads(Conveners conveners, Plans plans, Tasks tasks, Updates updates) {
        this.conveners = conveners;
        this.plans = plans;
        this.tasks = tasks;
        this.updates = updates;
    }

    /** @param review how many days from today it is judged */
    ProjectThread convene(Story story, String convener, Supplier<Subject> project, Measure measure, int review) {
        story.act(() -> conveners.take(story.as(convener), project.get()));
        story.act(() -> plans.set(story.as(convener), project.get(), List.of(measure), story.day(review), ""));
        return new ProjectThread(story, convener, project);
    }

    /** One project. */
    final class ProjectThread {
        private final Story story;
        private final String convener;
        private final Supplier<Subject> project;

        private ProjectThread(Story story, String convener, Supplier<Subject> project) {
            this.story = story;
            this.convener = convener;
            this.project = project;
        }

        /** The convener adds it. */
        Made<Task> task(String what) {
            return story.make(() -> tasks.add(story.as(convener), project.get(), what));
        }

        void claim(String name, Supplier<Task> task) {
            story.act(() -> tasks.claim(story.as(name), task.get().subject()));
        }

        /** Added, claimed and finished at once. */
        void done(String name, String what) {
            Made<Task> task = task(what);
            claim(name, task);
            story.act(() -> tasks.finish(story.as(name), task.get().subject()));
        }

        void update(String text) {
            story.act(() -> updates.post(story.as(convener), project.get(), text));
        }
    }
}
