package mainline.community;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mainline.kernel.Subject;
import mainline.people.Person;
import mainline.text.Html;
import mainline.text.Mark;
import mainline.text.Mention;
import mainline.text.Prose;
import mainline.text.Reference;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one page in the eyes of whoever reads it: each mark leads where these eyes see something, and says nothing
 * where they do not. What is announced by {@link #expect} is looked up together, when the first text is shown.
 */
final class Reading {
    /** Whatever a page calls beyond these stays plain text. */
    private static final int MOST = 1_000;

    private final Viewer viewer;
    private final CalledPeople people;
    private final Titles titles;
    private final List<Prose> expected = new ArrayList<>();
    private final Set<Mark> known = new HashSet<>();
    private final Map<String, Person> called = new HashMap<>();
    private final Map<Subject, String> titled = new HashMap<>();

    Reading(Viewer viewer, CalledPeople people, Titles titles) {
        this.viewer = viewer;
        this.people = people;
        this.titles = titles;
    }

    void expect(Collection<Prose> texts) {
        expected.addAll(texts);
    }

    Html show(Prose text) {
        expected.add(text);
        lookUp();
        return text.html(this::lead);
    }

    private void lookUp() {
        Set<String> handles = new HashSet<>();
        Set<Subject> subjects = new HashSet<>();
        for (Prose text : expected) {
            for (Mark mark : text.marks()) {
                if (known.size() == MOST || !known.add(mark)) continue;
                switch (mark) {
                    case Mention mention -> handles.add(mention.handle());
                    case Reference reference -> subjects.add(subject(reference));
                }
            }
        }
        expected.clear();
        subjects.removeIf(subject -> !viewer.sees(subject));
        if (!handles.isEmpty()) called.putAll(people.of(viewer.community().id(), handles));
        if (!subjects.isEmpty()) titled.putAll(titles.of(subjects));
    }

    private Subject subject(Reference reference) {
        return new Subject(viewer.community().id(), reference.kind(), reference.number());
    }

    private Prose.@Nullable Lead lead(Mark mark) {
        return switch (mark) {
            case Mention mention -> lead(called.get(mention.handle()));
            case Reference reference -> lead(subject(reference));
        };
    }

    private Prose.@Nullable Lead lead(@Nullable Person person) {
        return person == null ? null : new Prose.Lead(path("people/" + person.handle()), person.name());
    }

    private Prose.@Nullable Lead lead(Subject subject) {
        String title = titled.get(subject);
        return title == null ? null : new Prose.Lead(path(subject.path()), title);
    }

    private String path(String below) {
        return viewer.community().path(below);
    }
}
