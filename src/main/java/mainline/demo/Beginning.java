package mainline.demo;

import java.util.List;
import mainline.demo.Script.Made;
import mainline.mission.Clause;
import mainline.mission.Mission;
import mainline.stewardship.Nomination;
import mainline.stewardship.Nominations;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How the community begins: who is there, what they are here for, and that nobody merges alone. */
@Component
@Order(1)
@ConditionalOnProperty("mainline.demo")
class Beginning implements Chapter {
    static final String STATEMENT = "We help people lead by character, wherever they stand, and we show that it works.";

    private final Mission mission;
    private final Nominations nominations;

    Beginning(Mission mission, Nominations nominations) {
        this.mission = mission;
        this.nominations = nominations;
    }

    @Override
    public void write(Story story) {
        story.daysAgo(128);
        story.join("tomas", "ngozi");
        stewards(story);
        mission(story);
        story.daysAgo(120);
        story.join("joaquin", "mei");
        story.daysAgo(60);
        story.join("farid", "sofie");
    }

    /** There are three of them, and all say yes. */
    private void stewards(Story story) {
        story.daysAgo(127);
        Made<Nomination> tomas = story.make(() -> nominations.nominate(
                story.as("amara"),
                "",
                story.person("tomas"),
                "Nobody should decide alone. Tomas has kept the shift plans in order for years and reads to the end.",
                ""));
        story.daysAgo(126.5);
        story.act(() -> nominations.accept(story.as("tomas"), tomas.get().subject()));
        story.act(() -> nominations.agree(story.as("ngozi"), tomas.get().subject()));
    }

    private void mission(Story story) {
        story.daysAgo(126);
        story.act(() -> mission.revise(
                story.as("amara"),
                1,
                STATEMENT,
                List.of(
                        new Clause(1, "Lead by character: say what you will do, and do it."),
                        new Clause(0, "Whoever takes the initiative leads; titles carry no rights."),
                        new Clause(0, "What we claim, we try first, and we publish how it went."),
                        new Clause(0, "Volunteers stay because they grow."),
                        new Clause(0, "Nobody is left unanswered."))));
    }
}
