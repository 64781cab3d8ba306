package mainline.community;

import gg.jte.Content;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainline.kernel.Cursor;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.look.Form;
import mainline.look.Option;
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

    /** @param asked whom the list was searched for */
    record Index(Here here, Paged<Listed> people, long count, Form asked, List<Option> roles) {
        boolean isForAll() {
            return asked.value("name").isEmpty() && asked.value("role").isEmpty();
        }

        /** The same list from where this page ends. */
        String more(Cursor next) {
            String name = URLEncoder.encode(asked.value("name"), StandardCharsets.UTF_8);
            return here.path("people?name=" + name + "&role=" + asked.value("role") + "&after=" + next);
        }
    }

    /** @param since null for who left, or wrote here without ever joining */
    record Show(Here here, Person person, @Nullable Instant since, List<Content> panels) {}

    private final MemberList members;
    private final Communities communities;
    private final Counts counts;
    private final People people;
    private final List<MemberPanel> panels;

    MemberPages(MemberList members, Communities communities, Counts counts, People people, List<MemberPanel> panels) {
        this.members = members;
        this.communities = communities;
        this.counts = counts;
        this.people = people;
        this.panels = panels;
    }

    @GetMapping
    ModelAndView list(
            Here here,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") Cursor after) {
        MemberSearch search = MemberSearch.of(name, members.roles().contains(role) ? role : "");
        Paged<Listed> shown = members.of(here.viewer(), search, after, PAGE);
        long count = Objects.requireNonNullElse(counts.of(here.id()).get(Count.MEMBERS), 0L);
        List<Option> roles = members.roles().stream()
                .map(word -> new Option(word, here.say("role." + word)))
                .toList();
        Form asked = Form.of(Map.of("name", name.strip(), "role", search.role()));
        return Page.show("community/people", new Index(here, shown, count, asked, roles));
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
