package mainline.ideas;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainline.chain.ChainView;
import mainline.community.Here;
import mainline.community.Only;
import mainline.discussion.DiscussionPanel;
import mainline.discussion.Discussions;
import mainline.kernel.Cursor;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.look.Form;
import mainline.look.Line;
import mainline.look.Page;
import mainline.look.Section;
import mainline.mission.Clause;
import mainline.mission.Mission;
import mainline.people.People;
import mainline.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of ideas, one idea, its versions and its editing. */
@Controller
@RequestMapping("/{community}/ideas")
class IdeaPages {
    private static final int SIZE = 30;

    private final Ideas ideas;
    private final IdeaList list;
    private final Mission mission;
    private final Discussions discussions;
    private final DiscussionPanel discussion;
    private final ChainView chain;
    private final People people;
    private final List<IdeaPanel> panels;

    IdeaPages(
            Ideas ideas,
            IdeaList list,
            Mission mission,
            Discussions discussions,
            DiscussionPanel discussion,
            ChainView chain,
            People people,
            List<IdeaPanel> panels) {
        this.ideas = ideas;
        this.list = list;
        this.mission = mission;
        this.discussions = discussions;
        this.discussion = discussion;
        this.chain = chain;
        this.people = people;
        this.panels = panels;
    }

    @Bean
    static Section ideasSection() {
        return new Section("ideas", "ideas", 10);
    }

    @GetMapping
    ModelAndView list(
            Here here,
            @RequestParam(required = false) @Nullable Integer clause,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(defaultValue = "") Cursor before) {
        Only asked = Only.of(only);
        Only narrow = here.isMember() ? asked : Only.ALL;
        Paged<IdeaList.Item> page = narrow == Only.ALL
                ? list.of(here.viewer(), clause, before, SIZE)
                : list.narrowed(here.viewer(), narrow, clause, before, SIZE);
        return Page.show(
                "ideas/ideas",
                new Index(
                        here,
                        narrow,
                        narrow == Only.ALL ? list.explained() : null,
                        rows(here, page.items()),
                        page.next(),
                        clause,
                        mission.current(here.id()).clauses()));
    }

    private List<Row> rows(Here here, List<IdeaList.Item> items) {
        List<Idea> shown = items.stream().map(IdeaList.Item::idea).toList();
        List<Subject> subjects = shown.stream().map(Idea::subject).toList();
        Map<PersonId, Person> authors =
                people.all(shown.stream().map(Idea::author).toList());
        Map<Subject, Integer> comments = discussions.counts(
                here.id(),
                Subject.Kind.IDEA,
                subjects.stream().map(Subject::number).toList());
        Map<Subject, Line> lines = chain.lines(here, subjects);
        return items.stream()
                .map(item -> new Row(
                        item.idea(),
                        item.why(),
                        authors.get(item.idea().author()),
                        comments.getOrDefault(item.idea().subject(), 0),
                        lines.get(item.idea().subject())))
                .toList();
    }

    record Row(
            Idea idea,
            @Nullable Reason why,
            @Nullable Person author,
            int comments,
            @Nullable Line line) {}

    record Index(
            Here here,
            Only only,
            @Nullable Reason order,
            List<Row> rows,
            @Nullable Cursor next,
            @Nullable Integer clause,
            List<Clause> clauses) {
        /** The address of the list with these choices. */
        String address(Only narrow, @Nullable Integer serving) {
            return narrow.on(here.path("ideas" + (serving == null ? "" : "?clause=" + serving)));
        }

        /** What a clause says; null once it was let go. */
        @Nullable
        String words(int number) {
            return clauses.stream()
                    .filter(each -> each.number() == number)
                    .map(Clause::text)
                    .findFirst()
                    .orElse(null);
        }
    }

    @GetMapping("/{ref:\\d.*}")
    ModelAndView show(Here here, @PathVariable String ref) {
        Idea idea = find(here, ref);
        if (!idea.path().equals("ideas/" + ref)) return Page.go(here.path(idea.path()));
        List<Content> parts = panels.stream()
                .map(panel -> panel.of(idea, here))
                .filter(Objects::nonNull)
                .toList();
        Content now = panels.stream()
                .map(panel -> panel.now(idea, here))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return Page.show(
                "ideas/idea",
                new Show(
                        here,
                        idea,
                        !(idea.state() instanceof Idea.Withdrawn)
                                && mission.isSuperseded(here.id(), idea.clause(), idea.mission()),
                        mission.clause(here.id(), idea.clause()),
                        people.find(idea.author()).orElse(null),
                        chain.line(here, idea.subject()),
                        now,
                        parts,
                        discussion.beside(here, idea.subject())));
    }

    /**
     * @param superseded whether the clause it cites has changed since
     * @param clause as it reads now; none once it was let go
     * @param now how it stands, from a part; null when none says so
     */
    record Show(
            Here here,
            Idea idea,
            boolean superseded,
            Optional<Clause> clause,
            @Nullable Person author,
            Line line,
            @Nullable Content now,
            List<Content> parts,
            Content discussion) {}

    /** By the number at the start of the last part of the address; the slug behind it may be an old one. */
    private Idea find(Here here, String ref) {
        return ideas.get(here.viewer(), Subject.at(here.id(), Subject.Kind.IDEA, ref));
    }

    @GetMapping("/{number:\\d+}/edit")
    ModelAndView edit(Here here, @PathVariable String number) {
        Idea idea = own(here, number);
        Form form = Form.of(Map.of(
                "title", idea.title(),
                "text", idea.text(),
                "clause", "" + idea.clause(),
                "interest", idea.interest(),
                "version", "" + idea.version()));
        return Page.show("ideas/edit", edit(here, idea, form));
    }

    @PostMapping("/{number:\\d+}")
    ModelAndView change(Here here, @PathVariable String number, @RequestParam Map<String, String> fields) {
        Idea idea = find(here, number);
        try {
            Idea edited = ideas.edit(here.member(), idea.subject(), Form.whole(fields.get("version")), wording(fields));
            return Page.go(here.path(edited.path()), "idea.edited");
        } catch (Refused refused) {
            return Page.refuse("ideas/edit", edit(here, idea, Form.refused(fields, refused)));
        }
    }

    private Edit edit(Here here, Idea idea, Form form) {
        return new Edit(here, idea, form, mission.current(here.id()).clauses());
    }

    record Edit(Here here, Idea idea, Form form, List<Clause> clauses) {}

    private Idea own(Here here, String number) {
        Idea idea = find(here, number);
        if (!idea.author().equals(here.member().person()) || !idea.isOpen()) throw new Missing("idea " + number);
        return idea;
    }

    static Wording wording(Map<String, String> fields) {
        return new Wording(
                fields.getOrDefault("title", ""),
                fields.getOrDefault("text", ""),
                Form.whole(fields.get("clause")),
                fields.getOrDefault("interest", ""));
    }

    /** What an edit changed, against the version before it. */
    @GetMapping("/{number:\\d+}/versions")
    ModelAndView versions(
            Here here, @PathVariable String number, @RequestParam(required = false) @Nullable Integer version) {
        Idea idea = find(here, number);
        List<IdeaStore.Version> all = ideas.versions(idea);
        int shown = version == null ? all.size() : Math.clamp(version, 1, all.size());
        IdeaStore.Version before = shown == 1 ? null : all.get(shown - 2);
        return Page.show("ideas/versions", new Versions(here, idea, all, all.get(shown - 1), before));
    }

    record Versions(
            Here here,
            Idea idea,
            List<IdeaStore.Version> all,
            IdeaStore.Version shown,
            IdeaStore.@Nullable Version before) {}
}
