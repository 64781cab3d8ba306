package mainline.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import mainline.announcements.Announcement;
import mainline.announcements.Announcements;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.community.Here;
import mainline.handbook.Handbook;
import mainline.look.Loop;
import mainline.look.Page;
import mainline.mission.Mission;
import mainline.mission.MissionText;
import mainline.people.People;
import mainline.people.Person;
import mainline.results.Results;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** A community's home: the mission first, the loop with its counts, where to help, what is new and what moved. */
@Controller
class HomePages {
    private static final int IDEAS = 5;

    private final Mission mission;
    private final Counts counts;
    private final Handbook handbook;
    private final Results results;
    private final NewestIdeas ideas;
    private final Announcements announcements;
    private final WhatWaits waits;
    private final HomeNews moved;
    private final People people;

    HomePages(
            Mission mission,
            Counts counts,
            Handbook handbook,
            Results results,
            NewestIdeas ideas,
            Announcements announcements,
            WhatWaits waits,
            HomeNews moved,
            People people) {
        this.mission = mission;
        this.counts = counts;
        this.handbook = handbook;
        this.results = results;
        this.ideas = ideas;
        this.announcements = announcements;
        this.waits = waits;
        this.moved = moved;
        this.people = people;
    }

    @GetMapping("/{community}")
    ModelAndView home(Here here, HttpServletRequest request) {
        MissionText text = mission.current(here.id());
        Map<Count, Long> numbers = counts.of(here.id());
        return Page.show(
                "site/home",
                new Home(
                        here,
                        text,
                        mission.isRatified(here.id()),
                        people.find(text.by()).orElse(null),
                        numbers,
                        loop(here, text, numbers),
                        announcements.news(here.viewer()).orElse(null),
                        waits.few(here.viewer()),
                        ideas.of(here, IDEAS),
                        moved.of(here, request)));
    }

    record Home(
            Here here,
            MissionText text,
            boolean ratified,
            @Nullable Person by,
            Map<Count, Long> counts,
            List<Loop> loop,
            @Nullable Announcement news,
            WhatWaits.Few waiting,
            List<NewestIdeas.Row> ideas,
            HomeNews.News moved) {

        long count(Count what) {
            return counts.getOrDefault(what, 0L);
        }
    }

    private List<Loop> loop(Here here, MissionText text, Map<Count, Long> numbers) {
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
