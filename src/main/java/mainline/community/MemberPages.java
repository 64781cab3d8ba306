package mainline.community;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.look.Page;
import mainline.look.Section;
import mainline.people.People;
import mainline.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who belongs to a community, and each person in it. */
@Controller
@RequestMapping("/{community}/people")
class MemberPages {
    private static final int PAGE = 50;

    record Index(Here here, Paged<Person> people, long count) {}

    /** @param since null for who left, or wrote here without ever joining */
    record Show(Here here, Person person, @Nullable Instant since, List<Content> panels) {}

    private final Communities communities;
    private final Counts counts;
    private final People people;
    private final List<MemberPanel> panels;

    MemberPages(Communities communities, Counts counts, People people, List<MemberPanel> panels) {
        this.communities = communities;
        this.counts = counts;
        this.people = people;
        this.panels = panels;
    }

    @GetMapping
    ModelAndView list(Here here, @RequestParam(defaultValue = "0") long after) {
        Paged<PersonId> members = communities.members(here.id(), after, PAGE);
        Map<PersonId, Person> known = people.all(members.items());
        Paged<Person> shown = new Paged<>(
                members.items().stream()
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .toList(),
                members.next());
        long count = Objects.requireNonNullElse(counts.of(here.id()).get(Count.MEMBERS), 0L);
        return Page.show("community/people", new Index(here, shown, count));
    }

    @GetMapping("/{number:\\d+}")
    ModelAndView byNumber(Here here, @PathVariable long number) {
        return Page.go(here.path("people/" + people.get(new PersonId(number)).handle()));
    }

    @GetMapping("/{handle:.*\\D.*}")
    ModelAndView show(Here here, @PathVariable String handle) {
        Person person = people.byHandle(handle).orElseThrow(() -> new Missing("person " + handle));
        Instant since = communities.memberSince(here.id(), person.id()).orElse(null);
        List<Content> shown = panels.stream()
                .map(panel -> panel.of(person, here))
                .filter(Objects::nonNull)
                .toList();
        if (since == null && shown.isEmpty()) throw new Missing("person " + handle + " in this community");
        return Page.show("community/person", new Show(here, person, since, shown));
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        Section peopleSection() {
            return new Section("people", "people", 60);
        }
    }
}
