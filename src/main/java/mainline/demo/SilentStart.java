package mainline.demo;

import java.util.Map;
import mainline.demo.IdeaThreads.IdeaThread;
import mainline.demo.PracticeThreads.PracticeThread;
import mainline.demo.ProjectThreads.ProjectThread;
import mainline.demo.Script.Made;
import mainline.discussion.Comment;
import mainline.effort.EffortKind;
import mainline.ideas.Wording;
import mainline.projects.Measure;
import mainline.results.Trial;
import mainline.results.Verdict;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Meetings begin in silence: an idea that was tried, became a page, and is judged after five trials. */
@Component
@Order(2)
@ConditionalOnProperty("mainline.demo")
class SilentStart implements Chapter {
    private static final String PAGE = "meetings/silent-start.md";
    private static final Wording WORDING = new Wording("Begin meetings in silence", """
            Half an hour of our meetings is spent on reading out what everybody has been sent.

            I propose that whoever calls a meeting writes **one page**, and that we read it together in silence for five \
            minutes. Then we talk. We would try it in four teams for a month and count how long it takes until somebody \
            says something that was not on the page.

            > What is to be decided, what is known, what is open.
            """, 1, "");

    private final IdeaThreads ideas;
    private final ProjectThreads projects;
    private final PageProposals pages;
    private final PracticeThreads practices;

    SilentStart(IdeaThreads ideas, ProjectThreads projects, PageProposals pages, PracticeThreads practices) {
        this.ideas = ideas;
        this.projects = projects;
        this.pages = pages;
        this.practices = practices;
    }

    @Override
    public void write(Story story) {
        IdeaThread idea = idea(story);
        project(story, idea);
        PageProposals.NewPage page = new PageProposals.NewPage(
                PAGE,
                "silent-start.md",
                "Add: Silent start",
                "Four teams tried it and want to keep it; this writes down what they do.");
        pages.merge(story, 93, "ngozi", "tomas", page, idea.project());
        PracticeThread practice = practices.at(story, "ngozi", PAGE);
        trials(practice);
        verdict(story, practice);
    }

    private IdeaThread idea(Story story) {
        story.daysAgo(118);
        IdeaThread idea = ideas.publish(story, "ngozi", WORDING, Map.of(EffortKind.DO, 4, EffortKind.TEST, 6));
        story.daysAgo(117);
        Made<Comment> doubt = idea.comment(
                "joaquin",
                "We did this in the food bank. It died when the person who cared went on holiday. How will you keep it alive?");
        story.daysAgo(116.5);
        idea.answer(
                "ngozi",
                doubt,
                "By putting it into the invitation: no page, no meeting. Would you help to test exactly that?");
        story.daysAgo(115);
        idea.pledge("ngozi", EffortKind.DO, 4, -90);
        idea.pledge("joaquin", EffortKind.TEST, 3, -90);
        story.daysAgo(114);
        idea.pledge("mei", EffortKind.TEST, 3, -90);
        return idea;
    }

    private void project(Story story, IdeaThread idea) {
        story.daysAgo(113);
        Measure measure = new Measure(
                "Minutes until something new is said", "with a watch, by whoever takes the minutes", "12", "5");
        ProjectThread project = projects.convene(story, "ngozi", idea.project(), measure, -5);
        story.daysAgo(112);
        project.done("ngozi", "Write the one-page template");
        project.done("mei", "Ask four teams to try it for a month");
        String template = "The template, after trying three versions on the board";
        idea.work("ngozi", "tomas", EffortKind.DO, 4, 110, template);
        idea.work("mei", "ngozi", EffortKind.TEST, 3, 100, "Sat in four meetings with a watch");
        idea.work("joaquin", "ngozi", EffortKind.TEST, 2, 96, "Two meetings at the food bank");
        story.daysAgo(95);
        project.update("Four teams are in. The harbour office asked for the template in Spanish; it is on its way.");
    }

    private void trials(PracticeThread practice) {
        String foodBank = "Quick and calm. Two people said it was the first time they had read the page.";
        practice.tried("joaquin", 70, "Food bank, weekly round", "14", "6", foodBank, Trial.Keep.YES);
        String oldTown = "It worked from the second time on.";
        practice.tried("mei", 58, "Old town team", "11", "5", oldTown, Trial.Keep.YES);
        String stewards = "The chair filled the silence after a minute. We need a rule for that.";
        practice.tried("tomas", 44, "Stewards' meeting", "9", "8", stewards, Trial.Keep.CHANGES);
        String saturday = "After the silence everybody had a question ready.";
        practice.tried("farid", 30, "Saturday planning", "12", "4", saturday, Trial.Keep.YES);
        String board = "The chair began at once, and the rest kept quiet.";
        practice.tried("amara", 16, "Board of the harbour office", "15", "13", board, Trial.Keep.CHANGES);
    }

    /** To revise; the change that came of it waits for review. */
    private void verdict(Story story, PracticeThread practice) {
        story.daysAgo(4.9);
        Made<Verdict> verdict = practice.judge(
                Verdict.Choice.REVISE,
                "It helps where the chair waits. In two of five trials the chair filled the silence, so the page has to say when the chair speaks.");
        story.daysAgo(2);
        practice.revise("amara", verdict, "silent-start-revised.md", "Let the chair speak last");
    }
}
