package mainline.demo;

import java.util.Map;
import mainline.demo.IdeaThreads.IdeaThread;
import mainline.demo.ProjectThreads.ProjectThread;
import mainline.demo.Script.Made;
import mainline.discussion.Comment;
import mainline.effort.EffortKind;
import mainline.ideas.Wording;
import mainline.projects.Measure;
import mainline.projects.Task;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Briefings before a shift: a project in its middle, whose page is proposed and waits for review. */
@Component
@Order(4)
@ConditionalOnProperty("mainline.demo")
class Briefings implements Chapter {
    private static final Wording WORDING =
            new Wording("One-page briefings before every volunteer shift", """
            Half of our shifts start with ten minutes of people asking each other what is going on. A page that fits on a phone, \
            written by whoever led the last shift, would mend that and teach people to hand over well.

            I propose that we write a template, try it on four shifts in two places for a month, and count how long it takes \
            until everybody is at work.
            """, 4, "I coordinate the Saturday shift");
    private static final Map<EffortKind, Integer> HOURS =
            Map.of(EffortKind.DO, 6, EffortKind.SUPPORT, 4, EffortKind.TEST, 8, EffortKind.IMPLEMENT, 2);

    private final IdeaThreads ideas;
    private final ProjectThreads projects;
    private final PageProposals pages;

    Briefings(IdeaThreads ideas, ProjectThreads projects, PageProposals pages) {
        this.ideas = ideas;
        this.projects = projects;
        this.pages = pages;
    }

    @Override
    public void write(Story story) {
        IdeaThread idea = idea(story);
        project(story, idea);
        story.daysAgo(3);
        PageProposals.NewPage page = new PageProposals.NewPage(
                "shifts/briefing.md",
                "shift-briefing.md",
                "Add: Shift briefings",
                "The template as it is after two Saturdays, so that others can begin.");
        pages.propose(story, "sofie", page, idea.project());
    }

    private IdeaThread idea(Story story) {
        story.daysAgo(40);
        IdeaThread idea = ideas.publish(story, "sofie", WORDING, HOURS);
        story.daysAgo(39);
        Made<Comment> board = idea.comment("joaquin", "We have a whiteboard for this. Would a photo of it do?");
        story.daysAgo(38.8);
        idea.answer("sofie", board, "For a start, yes. Then let us see what people really look at.");
        story.daysAgo(36);
        idea.pledge("sofie", EffortKind.DO, 6, 10);
        idea.pledge("amara", EffortKind.SUPPORT, 4, 20);
        idea.pledge("farid", EffortKind.TEST, 5, 20);
        story.daysAgo(34);
        idea.pledge("mei", EffortKind.TEST, 3, 25);
        idea.pledge("joaquin", EffortKind.IMPLEMENT, 2, 30);
        return idea;
    }

    private void project(Story story, IdeaThread idea) {
        story.daysAgo(33);
        Measure measure = new Measure("Minutes until everybody is at work", "by the clock at the door", "14", "6");
        ProjectThread project = projects.convene(story, "sofie", idea.project(), measure, 27);
        project.done("sofie", "Write the template");
        Made<Task> saturdays = project.task("Try it on two Saturday shifts");
        project.claim("farid", saturdays);
        project.task("Try it on two weekday shifts in the old town");
        idea.work("sofie", "amara", EffortKind.DO, 5, 25, "The template and a laminated copy for each door");
        idea.work("farid", "sofie", EffortKind.TEST, 2, 12, "First Saturday: nine minutes, down from fourteen");
        story.daysAgo(6);
        idea.log("mei", EffortKind.TEST, 2, 6, "Two evenings at the old town door with a watch");
    }
}
