package mainline.changes;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import mainline.chain.ChainView;
import mainline.community.Here;
import mainline.discussion.DiscussionPanel;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.PagePaths;
import mainline.handbook.PageText;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.look.Form;
import mainline.look.Line;
import mainline.look.Page;
import mainline.mission.Clause;
import mainline.mission.Mission;
import mainline.people.People;
import mainline.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** One change's page: what it is, and the parts of all who have something to say about it. */
@Component
public class ChangeView {
    private static final int MOST_NAMED = 3;

    private final Changes changes;
    private final GitRepositories repositories;
    private final Mission mission;
    private final ChainView chain;
    private final DiscussionPanel discussions;
    private final People people;
    private final ObjectProvider<ChangePanel> panels;

    /** @param panels asked for late, since their pages come back to this one */
    ChangeView(
            Changes changes,
            GitRepositories repositories,
            Mission mission,
            ChainView chain,
            DiscussionPanel discussions,
            People people,
            ObjectProvider<ChangePanel> panels) {
        this.changes = changes;
        this.repositories = repositories;
        this.mission = mission;
        this.chain = chain;
        this.discussions = discussions;
        this.people = people;
        this.panels = panels;
    }

    /**
     * A file that is named below the title.
     *
     * @param address where it can be read, below the community's: in the handbook, or as it will be; null for nowhere
     */
    record File(String title, @Nullable String address) {}

    /** What the fields of the forms on the page are called. */
    static final Map<String, String> LABELS = Map.of("reason", "change.concern.reason", "interest", "change.interest");

    record Show(
            Here here,
            Form form,
            Change change,
            Set<PersonId> suggesters,
            Optional<Clause> clause,
            Line line,
            List<File> files,
            @Nullable String entered,
            Map<PersonId, Person> people,
            List<Content> parts,
            List<Content> texts,
            Content discussion) {
        @Nullable
        Person author() {
            return change.author() == null ? null : people.get(change.author());
        }
    }

    ModelAndView show(Here here, Change change, ChangeQuery query) {
        return Page.show("changes/change", page(here, change, query));
    }

    /** The change again, with why something was refused. */
    public ModelAndView refuse(Here here, Subject subject, Map<String, String> fields, Refused refused) {
        return refuse(here, subject, ChangeQuery.with(Form.refused(fields, refused)));
    }

    /** The same as it was looked at when the form was sent. */
    public ModelAndView refuse(Here here, Subject subject, ChangeQuery query) {
        return Page.refuse("changes/change", page(here, changes.get(subject), query));
    }

    private Show page(Here here, Change change, ChangeQuery query) {
        Compared compared = Compared.of(changes.versions(change), query.version(), query.since());
        try (GitRepository git = repositories.open(here.id())) {
            Optional<DraftText> draft = change.isDraft() ? changes.draftText(change) : Optional.empty();
            ChangeLook look = ChangeLook.of(here, change, git, compared, draft, query);
            Set<PersonId> suggesters = changes.suggesters(change);
            return new Show(
                    here,
                    query.form(),
                    change,
                    suggesters,
                    mission.clause(here.id(), change.clause()),
                    chain.line(here, change.subject()),
                    named(look),
                    entered(look),
                    people.all(people(change, suggesters)),
                    parts(look, ChangePanel.Column.SIDE),
                    parts(look, ChangePanel.Column.TEXT),
                    discussions.beside(here, change.subject()));
        }
    }

    private List<Content> parts(ChangeLook look, ChangePanel.Column column) {
        return panels.orderedStream()
                .filter(panel -> panel.column() == column)
                .map(panel -> panel.of(look))
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<PersonId> people(Change change, Set<PersonId> suggesters) {
        List<PersonId> named = new ArrayList<>(change.coauthors());
        named.addAll(suggesters);
        if (change.author() != null) named.add(change.author());
        switch (change.state()) {
            case Change.Merged merged -> named.add(merged.by());
            case Change.Enacted(Change.ByPerson(PersonId person), var at) -> named.add(person);
            case Change.Enacted enacted -> {}
            case Change.Withdrawn withdrawn -> named.add(withdrawn.by());
            case Change.Draft(PersonId asked) when asked != null -> named.add(asked);
            case Change.Draft draft -> {}
            case Change.Open open -> {}
        }
        return named;
    }

    private static List<File> named(ChangeLook look) {
        return look.files().stream()
                .filter(file -> !file.isLeft())
                .limit(MOST_NAMED)
                .map(file -> new File(title(look, file), address(look, file)))
                .toList();
    }

    private static String title(ChangeLook look, Touched file) {
        String path = file.path();
        if (!file.isPage()) return path;
        String before = look.before(file.from() == null ? path : file.from());
        return PageText.title(path, before.isEmpty() ? look.after(path) : before);
    }

    private static @Nullable String address(ChangeLook look, Touched file) {
        Change change = look.change();
        boolean entered = change.state() instanceof Change.Merged || change.state() instanceof Change.Enacted;
        boolean gone = file.kind() == Touched.Kind.GONE;
        boolean comes = file.kind() == Touched.Kind.NEW || file.kind() == Touched.Kind.MOVED;
        if (entered ? !gone : !comes) return PagePaths.address(file.path());
        Version version = look.compared().shown();
        if (gone || version == null || !file.isPage()) return null;
        return ComingPages.address(change, version.number(), file.path());
    }

    /** The first page that a merged change left in the handbook, below the community's address; null for none. */
    private static @Nullable String entered(ChangeLook look) {
        if (!(look.change().state() instanceof Change.Merged)) return null;
        return look.files().stream()
                .filter(file -> file.isPage() && !file.isLeft() && file.kind() != Touched.Kind.GONE)
                .findFirst()
                .map(Touched::path)
                .map(PagePaths::address)
                .orElse(null);
    }
}
