package mainline.changes;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mainline.chain.Chain;
import mainline.community.Here;
import mainline.discussion.Discussions;
import mainline.git.Book;
import mainline.git.Books;
import mainline.handbook.Handbook;
import mainline.handbook.PagePaths;
import mainline.kernel.Burden;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.look.Form;
import mainline.look.Line;
import mainline.look.Page;
import mainline.people.People;
import mainline.people.Person;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The lists of changes, and one change with its diff and what it waits for. */
@Controller
@RequestMapping("/{community}/changes")
class ChangePages {
    private static final int SIZE = 30;
    private static final Set<String> STATES = Set.of("open", "draft", "merged", "withdrawn");

    private final Changes changes;
    private final Reviews reviews;
    private final Concerns concerns;
    private final SmallCommunity smallCommunity;
    private final Handbook handbook;
    private final Books books;
    private final ChangedFiles files;
    private final AskViews asks;
    private final Chain chain;
    private final Discussions discussions;
    private final People people;
    private final List<ChangePanel> panels;
    private final Workspaces workspaces;

    ChangePages(
            Changes changes,
            Reviews reviews,
            Concerns concerns,
            SmallCommunity smallCommunity,
            Handbook handbook,
            Books books,
            ChangedFiles files,
            AskViews asks,
            Chain chain,
            Discussions discussions,
            People people,
            List<ChangePanel> panels,
            Workspaces workspaces) {
        this.changes = changes;
        this.reviews = reviews;
        this.concerns = concerns;
        this.smallCommunity = smallCommunity;
        this.handbook = handbook;
        this.books = books;
        this.files = files;
        this.asks = asks;
        this.chain = chain;
        this.discussions = discussions;
        this.people = people;
        this.panels = panels;
        this.workspaces = workspaces;
    }

    @GetMapping
    ModelAndView list(
            Here here,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "0") long before) {
        if (!STATES.contains(state)) throw new Missing("changes " + state);
        Paged<Change> page = changes.list(here.id(), state.toUpperCase(Locale.ROOT), before, SIZE);
        List<PersonId> authors = page.items().stream()
                .map(Change::author)
                .filter(Objects::nonNull)
                .toList();
        List<String> paths =
                page.items().stream().flatMap(c -> c.paths().stream()).toList();
        List<Long> open = page.items().stream()
                .filter(Change::isOpen)
                .map(change -> change.subject().number())
                .toList();
        return Page.show(
                "changes/changes",
                new Index(
                        here,
                        state,
                        page,
                        people.all(authors),
                        handbook.titles(here.id(), paths),
                        asks.lines(here, open),
                        mine(here)));
    }

    private List<Workspace> mine(Here here) {
        return here.isMember() ? workspaces.of(here.member()) : List.of();
    }

    record Index(
            Here here,
            String state,
            Paged<Change> changes,
            Map<PersonId, Person> people,
            Map<String, String> titles,
            Map<Long, AskViews.Line> owed,
            List<Workspace> mine) {
        static final List<String> STATES = List.of("open", "draft", "merged", "withdrawn");

        /** Whether the viewer owes the next word on it. */
        boolean waits(Change change) {
            AskViews.Line line = owed.get(change.subject().number());
            return line != null
                    && here.isMember()
                    && line.includes(here.member().person());
        }
    }

    @Burden(Burden.Kind.COMPARING)
    @GetMapping("/{number:\\d{1,18}}")
    ModelAndView show(
            Here here,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "0") int since,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "0") int files) {
        Change change = changes.find(here.id(), number).orElseThrow(() -> new Missing("change " + number));
        Compared compared = compared(change, version, since);
        Spot spot = here.isMember() ? Spot.of(on) : null;
        ChangedFiles.View looked = new ChangedFiles.View(view.equals("source"), spot, Form.empty(), files);
        return Page.show("changes/change", page(here, change, Form.empty(), compared, looked));
    }

    /**
     * Which texts of a change stand against each other.
     *
     * @param all every version, oldest first
     * @param shown the later one; null for a draft
     * @param since the earlier one; null for the handbook as the shown version found it
     */
    record Compared(
            List<Version> all,
            @Nullable Version shown,
            @Nullable Version since) {
        boolean isNewest() {
            return since == null && (shown == null || shown.number() == all.size());
        }

        /** What stands on the left. */
        ObjectId before() {
            Version later = Objects.requireNonNull(shown);
            return since == null ? later.base() : since.head();
        }

        /** As the address tells it. */
        String query() {
            if (isNewest() || shown == null) return "";
            return "version=" + shown.number() + (since == null ? "" : "&since=" + since.number());
        }
    }

    Compared compared(Change change, int version, int since) {
        List<Version> all = changes.versions(change);
        if (all.isEmpty()) return new Compared(all, null, null);
        int shown = version == 0 ? all.size() : version;
        if (shown < 1 || shown > all.size() || since < 0 || since >= shown) throw new Missing("version " + shown);
        return new Compared(all, all.get(shown - 1), since == 0 ? null : all.get(since - 1));
    }

    /** The change again, with why something was refused. */
    ModelAndView refuse(Here here, Subject subject, Map<String, String> fields, Refused refused) {
        Form form = Form.refused(fields, refused);
        Change change = changes.get(subject);
        return Page.refuse("changes/change", page(here, change, form, compared(change, 0, 0), ChangedFiles.View.PROSE));
    }

    /** The same as it was looked at when the form was sent. */
    ModelAndView refuse(Here here, Subject subject, int version, int since, ChangedFiles.View view) {
        Change change = changes.get(subject);
        return Page.refuse("changes/change", page(here, change, view.form(), compared(change, version, since), view));
    }

    record Show(
            Here here,
            Form form,
            Change change,
            @Nullable Person author,
            Line line,
            Compared compared,
            boolean source,
            ChangedFiles.Shown shown,
            List<MergeRule.Check> checks,
            @Nullable AskView asks,
            List<Approval> approvals,
            List<Endorsement> endorsements,
            List<Concern> concerns,
            Map<PersonId, Person> people,
            Rights rights,
            List<Content> parts,
            Content discussion) {

        /** The page with the files from that place on open. */
        String files(int from) {
            String query = compared.query();
            return here.path(change.path()) + "?files=" + from + (source ? "&view=source" : "")
                    + (query.isEmpty() ? "" : "&" + query) + "#file-" + from;
        }

        List<ChangedFiles.FileDiff> files() {
            return shown.files();
        }

        /** Where a file can be read, below the community's address: in the handbook, or as it will be; null for nowhere. */
        @Nullable
        String leads(ChangedFiles.FileDiff file) {
            boolean entered = change.state() instanceof Change.Merged || change.state() instanceof Change.Enacted;
            boolean gone = file.named().kind().equals("gone");
            boolean comes = file.added() || file.named().from() != null;
            if (entered ? !gone : !comes) return PagePaths.address(file.path());
            Version version = compared.shown();
            if (gone || version == null || !file.path().endsWith(".md")) return null;
            return ComingPages.address(change, version.number(), file.path());
        }

        /** The first page that a merged change left in the handbook, below the community's address; null for none. */
        @Nullable
        String entered() {
            return shown.all().stream()
                    .filter(named -> !named.isLeft() && !named.kind().equals("gone"))
                    .map(ChangedFiles.Named::path)
                    .filter(path -> path.endsWith(".md"))
                    .findFirst()
                    .map(PagePaths::address)
                    .orElse(null);
        }

        /** Whether it cannot be merged since it contradicts what was merged meanwhile. */
        boolean contradicts() {
            return checks.stream().anyMatch(check -> check.outcome() == MergeRule.Outcome.CONFLICT);
        }

        boolean mergeable() {
            return checks.stream().allMatch(MergeRule.Check::satisfied);
        }
    }

    /** What the viewer may do here. */
    record Rights(
            boolean member,
            boolean author,
            boolean wrote,
            boolean steward,
            boolean approved,
            boolean endorsed,
            boolean alone) {}

    private Show page(Here here, Change change, Form form, Compared compared, ChangedFiles.View view) {
        List<Approval> approvals = reviews.approvals(change);
        List<PersonId> named =
                new ArrayList<>(approvals.stream().map(Approval::by).toList());
        List<Endorsement> endorsements = reviews.endorsements(change);
        List<Concern> raised = concerns.of(change);
        endorsements.forEach(endorsement -> named.add(endorsement.by()));
        raised.forEach(concern -> named.add(concern.by()));
        switch (change.state()) {
            case Change.Merged merged -> named.add(merged.by());
            case Change.Enacted(Change.ByPerson(PersonId person), var at) -> named.add(person);
            case Change.Enacted enacted -> {}
            case Change.Withdrawn withdrawn -> named.add(withdrawn.by());
            case Change.Draft(PersonId asked) when asked != null -> named.add(asked);
            case Change.Draft draft -> {}
            case Change.Open open -> {}
        }
        if (change.author() != null) named.add(change.author());
        named.addAll(change.coauthors());
        Map<PersonId, Person> known = people.all(named);
        List<Content> parts = panels.stream()
                .map(panel -> panel.of(change, here))
                .filter(Objects::nonNull)
                .toList();
        List<MergeRule.Check> checks = change.isOpen() ? reviews.checks(change) : List.of();
        return new Show(
                here,
                form,
                change,
                change.author() == null ? null : known.get(change.author()),
                chain.line(here, change.subject()),
                compared,
                view.source(),
                files(here, change, compared, view),
                checks,
                change.isOpen() ? asks.of(here, change, checks) : null,
                approvals,
                endorsements,
                raised,
                known,
                rights(here, change, approvals, endorsements),
                parts,
                discussions.panel(here, change.subject()));
    }

    private Rights rights(Here here, Change change, List<Approval> approvals, List<Endorsement> endorsements) {
        Person viewer = here.viewer();
        if (viewer == null || !here.isMember()) return new Rights(false, false, false, false, false, false, false);
        PersonId person = viewer.id();
        return new Rights(
                true,
                change.isBy(person),
                change.hasAuthor(person),
                reviews.oversees(person, change),
                approvals.stream().anyMatch(approval -> approval.by().equals(person) && approval.stands()),
                endorsements.stream().anyMatch(endorsement -> endorsement.by().equals(person) && endorsement.stands()),
                smallCommunity.lets(person, change));
    }

    private ChangedFiles.Shown files(Here here, Change change, Compared compared, ChangedFiles.View view) {
        try (Book book = books.open(change.subject().community())) {
            if (change.state() instanceof Change.Draft) {
                var draft = changes.draftText(change).orElseThrow(() -> new Missing("draft"));
                return files.draft(
                        draft.path(), book.text(book.head(), draft.path()).orElse(""), draft.text());
            }
            Version shown = compared.shown();
            return shown == null
                    ? ChangedFiles.Shown.NOTHING
                    : files.of(here, change, book, compared.all(), shown, compared.since(), view);
        }
    }

    @PostMapping("/{number:\\d{1,18}}/withdrawal")
    ModelAndView withdraw(Here here, @PathVariable long number) {
        Subject subject = new Subject(here.id(), Subject.Kind.CHANGE, number);
        try {
            changes.withdraw(here.member(), subject);
            return Page.go(here.path(subject.path()), "change.withdrawn");
        } catch (Refused refused) {
            return refuse(here, subject, Map.of(), refused);
        }
    }
}
