package mainline.demo;

import java.util.Map;
import mainline.demo.IdeaThreads.IdeaThread;
import mainline.demo.Script.Made;
import mainline.effort.EffortKind;
import mainline.ideas.Wording;
import mainline.stewardship.Nomination;
import mainline.stewardship.Nominations;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is still open today: ideas for the reader to join, one that was taken back, and somebody to be a steward. */
@Component
@Order(8)
@ConditionalOnProperty("mainline.demo")
class OpenThreads implements Chapter {
    private static final Wording PAIR = new Wording(
            "Pair every new coordinator with someone from another town",
            "Newcomers learn our habits, including the bad ones. A pair from elsewhere sees them.\n\nTwo calls a month, for half a year, and each pair tells us one habit to drop.",
            2,
            "");
    private static final Wording MINUTES = new Wording(
            "Actas en una página, y en el mismo día",
            "Las actas llegan cuando ya nadie se acuerda. Propongo **una página**, escrita en la reunión, enviada al salir.\n\n- qué se decidió\n- quién hace qué, y para cuándo\n- qué quedó abierto",
            1,
            "");
    private static final Wording PRIZE =
            new Wording("A prize for the volunteer of the month", "Let us vote on it and print a certificate.", 4, "");

    private final IdeaThreads ideas;
    private final Nominations nominations;

    OpenThreads(IdeaThreads ideas, Nominations nominations) {
        this.ideas = ideas;
        this.nominations = nominations;
    }

    @Override
    public void write(Story story) {
        IdeaThread pair = pair(story);
        story.daysAgo(5);
        ideas.publish(story, "joaquin", MINUTES, Map.of(EffortKind.DO, 2, EffortKind.TEST, 4));
        prize(story);
        story.daysAgo(2);
        story.join("lena");
        steward(story);
        story.daysAgo(1.2);
        pair.comment("lena", "I am new here. Is there something like this for people who only come once a month?");
    }

    private IdeaThread pair(Story story) {
        story.daysAgo(9);
        IdeaThread pair = ideas.publish(
                story, "mei", PAIR, Map.of(EffortKind.DO, 4, EffortKind.SUPPORT, 6, EffortKind.IMPLEMENT, 6));
        pair.pledge("mei", EffortKind.DO, 4, 30);
        story.daysAgo(7);
        pair.pledge("tomas", EffortKind.SUPPORT, 3, 60);
        story.daysAgo(6);
        pair.comment(
                "farid", "فكرة جميلة. أستطيع أن أسأل جمعية الميناء في طنجة إن كان أحد يرغب في أن يكون الطرف الآخر.");
        return pair;
    }

    private void prize(Story story) {
        story.daysAgo(4);
        IdeaThread prize = ideas.publish(story, "sofie", PRIZE, Map.of());
        story.daysAgo(3.5);
        prize.comment("ngozi", "Who would feel *less* seen because of it? In my old group that was the effect.");
        story.daysAgo(3);
        prize.withdraw("sofie", "Ngozi convinced me: a prize makes one person seen and twenty unseen.");
    }

    private void steward(Story story) {
        story.daysAgo(1.5);
        Made<Nomination> meetings = story.make(() -> nominations.nominate(
                story.as("joaquin"),
                "meetings",
                story.person("ngozi"),
                "She wrote the silent start, sat in on every trial of it, and answers everybody who asks.",
                ""));
        story.daysAgo(1.3);
        story.act(() -> nominations.accept(story.as("ngozi"), meetings.get().subject()));
    }
}
