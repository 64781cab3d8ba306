package mainline.demo;

import java.util.Map;
import mainline.demo.IdeaThreads.IdeaThread;
import mainline.demo.PracticeThreads.PracticeThread;
import mainline.effort.EffortKind;
import mainline.ideas.Wording;
import mainline.projects.Measure;
import mainline.results.Trial;
import mainline.results.Verdict;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nobody starts alone: an idea that went through the whole loop and is kept. */
@Component
@Order(3)
@ConditionalOnProperty("mainline.demo")
class Newcomers implements Chapter {
    private static final String PAGE = "people/first-fortnight.md";
    private static final Wording WORDING = new Wording(
            "Nobody starts alone",
            "Each newcomer gets one person for a fortnight who is *not* their coordinator. Three things happen: a walk and a lunch on day one, a question on day four, three written lines on day fourteen.",
            4,
            "I coordinate newcomers, so it would save me work");

    private final IdeaThreads ideas;
    private final ProjectThreads projects;
    private final PageProposals pages;
    private final PracticeThreads practices;

    Newcomers(IdeaThreads ideas, ProjectThreads projects, PageProposals pages, PracticeThreads practices) {
        this.ideas = ideas;
        this.projects = projects;
        this.pages = pages;
        this.practices = practices;
    }

    @Override
    public void write(Story story) {
        story.daysAgo(100);
        IdeaThread idea = ideas.publish(story, "tomas", WORDING, Map.of(EffortKind.DO, 2, EffortKind.SUPPORT, 4));
        story.daysAgo(98);
        idea.pledge("tomas", EffortKind.DO, 2, -80);
        idea.pledge("amara", EffortKind.SUPPORT, 4, -70);
        project(story, idea);
        PageProposals.NewPage page = new PageProposals.NewPage(
                PAGE,
                "newcomers.md",
                "Add: A first fortnight",
                "It worked with the first three newcomers; others asked how.");
        pages.merge(story, 72, "amara", "tomas", page, idea.project());
        results(story, practices.at(story, "tomas", PAGE));
    }

    private void project(Story story, IdeaThread idea) {
        story.daysAgo(97);
        Measure measure = new Measure(
                "Newcomers who are still here after two months", "of those who began, in percent", "45", "70");
        projects.convene(story, "tomas", idea.project(), measure, -20);
        String steps = "Wrote the three steps down and tried them with one newcomer";
        idea.work("tomas", "ngozi", EffortKind.DO, 2, 90, steps);
        idea.work("amara", "tomas", EffortKind.SUPPORT, 4, 75, "Walked and lunched with two newcomers");
    }

    /** Three trials and a verdict to keep. */
    private void results(Story story, PracticeThread practice) {
        String kitchen = "Three of four are still here.";
        practice.tried("ngozi", 50, "Harbour kitchen", "40", "75", kitchen, Trial.Keep.YES);
        String foodBank = "The question on day four told us more than any survey.";
        practice.tried("joaquin", 42, "Food bank", "50", "67", foodBank, Trial.Keep.YES);
        String saturday = "It went as the page says.";
        practice.tried("sofie", 28, "Saturday shift", "45", "80", saturday, Trial.Keep.YES);
        story.daysAgo(19.5);
        practice.judge(Verdict.Choice.KEEP, "Three places tried it and more newcomers stayed in each of them.");
    }
}
