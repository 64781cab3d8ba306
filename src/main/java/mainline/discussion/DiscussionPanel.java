package mainline.discussion;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mainline.community.Here;
import mainline.kernel.Cursor;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.look.Fragments;
import mainline.people.People;
import mainline.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Discussions as parts of the pages of what they are about. */
@Component
public class DiscussionPanel {
    private static final int MOST_AT_ONCE = 2000;

    private final Discussions discussions;
    private final People people;
    private final Fragments fragments;
    private final List<DiscussedPanel> panels;

    DiscussionPanel(Discussions discussions, People people, Fragments fragments, List<DiscussedPanel> panels) {
        this.discussions = discussions;
        this.people = people;
        this.fragments = fragments;
        this.panels = panels;
    }

    /** The whole discussion as a section for the object's page, below what later modules add to it. */
    public Content of(Here here, Subject about) {
        return of(here, about, false);
    }

    /** The same for a page on which something else is to be done first: its comments are asked for in a quiet voice. */
    public Content beside(Here here, Subject about) {
        return of(here, about, true);
    }

    private Content of(Here here, Subject about, boolean quiet) {
        List<Content> parts = Stream.concat(
                        panels.stream().map(panel -> panel.of(about, here)).filter(Objects::nonNull),
                        Stream.of(fragments.of("discussion/panel", shown(here, about, Cursor.START, quiet))))
                .toList();
        return output -> parts.forEach(part -> part.writeTo(output));
    }

    /**
     * The comments under several objects of one kind, each as a list without a form; an object without any is left out.
     * Of very long discussions the later part is led to.
     */
    public Map<Subject, Content> threads(Here here, List<Subject> about) {
        List<Comment> comments = discussions.under(here.viewer(), about, MOST_AT_ONCE);
        Map<PersonId, Person> authors = authors(comments);
        here.expect(comments.stream().map(Comment::text));
        Map<Subject, List<Comment>> bySubject = new LinkedHashMap<>();
        comments.forEach(comment -> bySubject
                .computeIfAbsent(comment.about(), one -> new ArrayList<>())
                .add(comment));
        boolean whole = comments.size() < MOST_AT_ONCE;
        Map<Subject, Content> threads = new HashMap<>();
        bySubject.forEach((subject, under) -> {
            Cursor last = whole ? null : Cursor.at(under.getLast().subject().number());
            Shown shown = new Shown(here, subject, under.size(), Branch.build(under, authors), last, true);
            threads.put(subject, fragments.of("discussion/threads", shown));
        });
        return threads;
    }

    /** @param quiet whether something else on the page is to be done first */
    Shown shown(Here here, Subject about, Cursor after, boolean quiet) {
        Paged<Comment> page = discussions.under(here.viewer(), about, after);
        List<Branch> threads = Branch.build(page.items(), authors(page.items()));
        here.expect(page.items().stream().map(Comment::text));
        return new Shown(here, about, discussions.count(about), threads, page.next(), quiet);
    }

    record Shown(
            Here here,
            Subject about,
            int count,
            List<Branch> threads,
            @Nullable Cursor next,
            boolean quiet) {}

    private Map<PersonId, Person> authors(List<Comment> comments) {
        return people.all(comments.stream().map(Comment::author).distinct().toList());
    }

    /** The comment without what answers it. */
    Branch alone(Comment comment) {
        return new Branch(comment, people.find(comment.author()).orElse(null), List.of());
    }

    /** A comment, its author, and the comments that answer it. */
    record Branch(Comment comment, @Nullable Person author, List<Branch> replies) {
        /** Builds the tree in one pass; what answers a comment that is on an earlier page stands at the top. */
        static List<Branch> build(List<Comment> comments, Map<PersonId, Person> authors) {
            Map<Long, Branch> byNumber = new HashMap<>();
            List<Branch> top = new ArrayList<>();
            for (Comment comment : comments) {
                Branch thread = new Branch(comment, authors.get(comment.author()), new ArrayList<>());
                byNumber.put(comment.subject().number(), thread);
                Branch parent = comment.replyTo() == null ? null : byNumber.get(comment.replyTo());
                (parent == null ? top : parent.replies()).add(thread);
            }
            return top;
        }
    }
}
