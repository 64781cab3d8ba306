package mainline.site;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainline.announcements.Announcement;
import mainline.announcements.Announcements;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.community.Here;
import mainline.community.HomePanel;
import mainline.look.Loop;
import mainline.look.Page;
import mainline.mission.Mission;
import mainline.mission.MissionText;
import mainline.people.People;
import mainline.people.Person;
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
    private final HomeLoop loop;
    private final List<HomePanel> panels;
    private final NewestIdeas ideas;
    private final Announcements announcements;
    private final WhatWaits waits;
    private final HomeNews moved;
    private final People people;

    HomePages(
            Mission mission,
            Counts counts,
            HomeLoop loop,
            List<HomePanel> panels,
            NewestIdeas ideas,
            Announcements announcements,
            WhatWaits waits,
            HomeNews moved,
            People people) {
        this.mission = mission;
        this.counts = counts;
        this.loop = loop;
        this.panels = panels;
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
                        panels.stream()
                                .map(panel -> panel.of(here))
                                .filter(Objects::nonNull)
                                .toList(),
                        loop.of(here, text, numbers),
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
            List<Content> panels,
            List<Loop> loop,
            @Nullable Announcement news,
            WhatWaits.Few waiting,
            List<NewestIdeas.Row> ideas,
            HomeNews.News moved) {

        long count(Count what) {
            return counts.getOrDefault(what, 0L);
        }
    }
}
