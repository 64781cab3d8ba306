package mainline.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.mission.Founding;
import mainline.notices.Notices;
import mainline.people.People;
import mainline.platform.DemoWorld;
import mainline.platform.Errands;
import mainline.platform.Refusal;
import mainline.platform.StoryClock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Harbour Leaders: people who run volunteer shifts and meetings in a port town, four months into using Mainline. */
@Component
@ConditionalOnProperty("mainline.demo")
class Harbour implements DemoWorld {
    private static final int FOUNDED = 128;
    /** What was told longer ago has been seen by everybody. */
    private static final int SEEN = 7;

    private final StoryClock clock;
    private final People people;
    private final Communities communities;
    private final Founding founding;
    private final List<Chapter> chapters;
    private final Notices notices;
    private final Errands errands;
    private final TransactionTemplate transaction;

    private final Instant today = Instant.now().truncatedTo(ChronoUnit.HOURS);

    Harbour(
            StoryClock clock,
            People people,
            Communities communities,
            Founding founding,
            List<Chapter> chapters,
            Notices notices,
            Errands errands,
            TransactionTemplate transaction) {
        this.clock = clock;
        this.people = people;
        this.communities = communities;
        this.founding = founding;
        this.chapters = chapters;
        this.notices = notices;
        this.errands = errands;
        this.transaction = transaction;
    }

    @Override
    public List<String> signIns() {
        return List.of(
                "Sign in as " + Cast.mail("amara") + " (founder and steward), " + Cast.mail("ngozi") + " (coordinator)",
                "or " + Cast.mail("lena") + " (new here); everybody's password is " + Cast.PASSWORD);
    }

    /** All in one transaction, so that a demo that was interrupted begins anew. */
    @Override
    public void load() {
        if (people.byMail(Cast.mail("amara")).isPresent()) return;
        if (people.isSetUp())
            throw new Refusal("This database holds somebody's communities, not the example."
                    + " Give the demo a folder or a database of its own.");
        try {
            transaction.executeWithoutResult(status -> tell());
        } finally {
            clock.tell(null);
        }
    }

    /** Each chapter is written down by itself, and all are told together in the order of time. */
    private void tell() {
        Script script = new Script(today);
        clock.tell(script.at(FOUNDED));
        Cast cast = new Cast(people, communities);
        Community harbour = founding.found(
                "Harbour Leaders", "harbour", "Europe/Lisbon", Beginning.STATEMENT, cast.person("amara"));
        Story story = new Story(today, script, cast, harbour);
        chapters.forEach(chapter -> chapter.write(story));
        script.tell(clock::tell, this::act);
        notices.seenBefore(script.at(SEEN));
    }

    /** Whoever is concerned hears of it at once, as they do where each act is a transaction of its own. */
    private void act(Runnable scene) {
        notices.nextAct();
        scene.run();
        errands.doNow("notices");
    }
}
