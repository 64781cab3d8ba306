package mainline.announcements;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import mainline.community.Here;
import mainline.discussion.DiscussionPanel;
import mainline.kernel.Cursor;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.look.Page;
import mainline.look.Section;
import mainline.people.People;
import mainline.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What was announced: the list, and each by itself with its discussion. */
@Controller
@RequestMapping("/{community}/announcements")
class AnnouncementPages {
    private static final int SIZE = 20;

    /** @param may whether the reader may announce something themselves */
    record Index(Here here, Paged<Announcement> announcements, Map<PersonId, Person> authors, boolean may) {}

    record Show(
            Here here, Announcement announcement, @Nullable Person author, Content discussion) {}

    private final Announcements announcements;
    private final Voices voices;
    private final DiscussionPanel discussions;
    private final People people;

    AnnouncementPages(Announcements announcements, Voices voices, DiscussionPanel discussions, People people) {
        this.announcements = announcements;
        this.voices = voices;
        this.discussions = discussions;
        this.people = people;
    }

    @Bean
    static Section announcementsSection() {
        return new Section("announcements", "announcements", 70);
    }

    @GetMapping
    ModelAndView list(Here here, @RequestParam(defaultValue = "") Cursor before) {
        Paged<Announcement> shown = announcements.newest(here.viewer(), before, SIZE);
        List<PersonId> authors = shown.items().stream().map(Announcement::by).toList();
        boolean may = here.isMember() && !voices.of(here.member()).isEmpty();
        return Page.show("announcements/announcements", new Index(here, shown, people.all(authors), may));
    }

    @GetMapping("/{ref:\\d.*}")
    ModelAndView show(Here here, @PathVariable String ref) {
        Announcement announcement =
                announcements.get(here.viewer(), Subject.at(here.id(), Subject.Kind.ANNOUNCEMENT, ref));
        if (!announcement.path().equals("announcements/" + ref)) return Page.go(here.path(announcement.path()));
        return Page.show(
                "announcements/announcement",
                new Show(
                        here,
                        announcement,
                        people.find(announcement.by()).orElse(null),
                        discussions.of(here, announcement.subject())));
    }
}
