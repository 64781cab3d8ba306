package mainline.site;

import java.util.List;
import java.util.Map;
import mainline.community.Count;
import mainline.community.Here;
import mainline.handbook.Handbook;
import mainline.look.Loop;
import mainline.mission.MissionText;
import mainline.results.Results;
import org.springframework.stereotype.Component;

/** The stations of the loop with what is counted at each. */
@Component
class HomeLoop {
    private final Handbook handbook;
    private final Results results;

    HomeLoop(Handbook handbook, Results results) {
        this.handbook = handbook;
        this.results = results;
    }

    List<Loop> of(Here here, MissionText text, Map<Count, Long> numbers) {
        long pledged = numbers.getOrDefault(Count.HOURS_PLEDGED, 0L) / 4;
        long given = numbers.getOrDefault(Count.HOURS_GIVEN, 0L) / 4;
        return List.of(
                station(here, "clauses", text.clauses().size(), "mission"),
                station(here, "ideas", numbers.getOrDefault(Count.IDEAS, 0L), "ideas"),
                station(here, "hours", pledged, "projects"),
                new Loop(
                        numbers.getOrDefault(Count.PROJECTS, 0L),
                        here.say("home.loop.projects", numbers.getOrDefault(Count.PROJECTS, 0L)),
                        here.say("home.loop.projects.note", given),
                        here.path("projects")),
                station(here, "changes", numbers.getOrDefault(Count.OPEN_CHANGES, 0L), "changes"),
                station(here, "pages", handbook.pageCount(here.id()), "handbook"),
                station(here, "trials", numbers.getOrDefault(Count.TRIALS, 0L), "results"),
                new Loop(
                        numbers.getOrDefault(Count.VERDICTS, 0L),
                        here.say("home.loop.verdicts", numbers.getOrDefault(Count.VERDICTS, 0L)),
                        here.say(
                                "home.loop.verdicts.note",
                                results.verdictsDue(here.id(), 100).size()),
                        here.path("results")));
    }

    private static Loop station(Here here, String what, long count, String path) {
        return new Loop(
                count, here.say("home.loop." + what, count), here.say("home.loop." + what + ".note"), here.path(path));
    }
}
