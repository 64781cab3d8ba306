package mainline.changes;

import gg.jte.Content;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mainline.community.Here;
import mainline.community.Listing;
import mainline.community.Narrowing;
import mainline.community.Only;
import mainline.handbook.Handbook;
import mainline.kernel.Burden;
import mainline.kernel.Cursor;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.look.Form;
import mainline.look.Page;
import mainline.people.People;
import mainline.people.Person;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The lists of changes; one change, and taking it back while it is open. */
@Controller
@RequestMapping("/{community}/changes")
class ChangePages {
    private static final int SIZE = 30;
    private static final Set<String> STATES = Set.of("open", "draft", "merged", "withdrawn");

    private final Changes changes;
    private final Proposals proposals;
    private final Narrowing narrowing;
    private final ChangeView page;
    private final Handbook handbook;
    private final People people;
    private final List<ChangesPanel> panels;
    private final List<ChangeNotes> notes;

    ChangePages(
            Changes changes,
            Proposals proposals,
            Narrowing narrowing,
            ChangeView page,
            Handbook handbook,
            People people,
            List<ChangesPanel> panels,
            List<ChangeNotes> notes) {
        this.changes = changes;
        this.proposals = proposals;
        this.narrowing = narrowing;
        this.page = page;
        this.handbook = handbook;
        this.people = people;
        this.panels = panels;
        this.notes = notes;
    }

    record Index(
            Here here,
            String state,
            Only only,
            Paged<Change> changes,
            Map<PersonId, Person> people,
            Map<String, String> titles,
            List<Map<Long, ChangeNotes.Note>> said,
            List<Content> parts) {
        static final List<String> STATES = List.of("open", "draft", "merged", "withdrawn");

        List<ChangeNotes.Note> notes(Change change) {
            return said.stream()
                    .map(notes -> notes.get(change.subject().number()))
                    .filter(Objects::nonNull)
                    .toList();
        }

        /** The address of this list, however much of it. */
        String address(Only narrow) {
            return narrow.on(here.path("changes?state=" + state));
        }

        /** Whether the viewer owes the next word on it. */
        boolean waits(Change change) {
            return notes(change).stream().anyMatch(ChangeNotes.Note::waitsForViewer);
        }
    }

    @GetMapping
    ModelAndView list(
            Here here,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(defaultValue = "") Cursor before) {
        if (!STATES.contains(state)) throw new Missing("changes " + state);
        Only asked = Only.of(only);
        Only narrow = here.isMember() ? asked : Only.ALL;
        Listing<Change> all = changes.in(here.id(), state.toUpperCase(Locale.ROOT));
        Paged<Change> found = narrowing.of(here.viewer(), narrow, all, before, SIZE);
        return Page.show("changes/changes", index(here, state, narrow, found));
    }

    private Index index(Here here, String state, Only only, Paged<Change> found) {
        List<PersonId> authors = found.items().stream()
                .map(Change::author)
                .filter(Objects::nonNull)
                .toList();
        List<String> paths =
                found.items().stream().flatMap(c -> c.paths().stream()).toList();
        List<Long> open = found.items().stream()
                .filter(Change::isOpen)
                .map(change -> change.subject().number())
                .toList();
        return new Index(
                here,
                state,
                only,
                found,
                people.all(authors),
                handbook.titles(here.id(), paths),
                notes.stream().map(each -> each.of(here, open)).toList(),
                panels.stream()
                        .map(panel -> panel.of(here))
                        .filter(Objects::nonNull)
                        .toList());
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
        return page.show(here, change, new ChangeQuery(version, since, view.equals("source"), on, files, Form.empty()));
    }

    @PostMapping("/{number:\\d{1,18}}/withdrawal")
    ModelAndView withdraw(Here here, @PathVariable long number) {
        Subject subject = new Subject(here.id(), Subject.Kind.CHANGE, number);
        try {
            proposals.withdraw(here.member(), subject);
            return Page.go(here.path(subject.path()), "change.withdrawn");
        } catch (Refused refused) {
            return page.refuse(here, subject, Map.of(), refused);
        }
    }
}
