package mainline.exchange;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import mainline.discussion.Discussions;
import mainline.kernel.Subject;
import mainline.kernel.Visible;
import org.jspecify.annotations.Nullable;

/** Brings the comments of each post in under its idea, and under no other. */
final class WordPressRemarks {
    private static final int LONGEST = 20_000;

    private final WordPressExport export;
    private final ImportedStore imported;
    private final Discussions discussions;
    private final WordPressPeople people;
    private final UnaryOperator<String> here;
    private final Clock clock;
    private final Told told;
    private final Map<String, Integer> places = new HashMap<>();
    private int brought;
    private int already;

    WordPressRemarks(
            WordPressExport export,
            ImportedStore imported,
            Discussions discussions,
            WordPressPeople people,
            UnaryOperator<String> here,
            Clock clock,
            Told told) {
        this.export = export;
        this.imported = imported;
        this.discussions = discussions;
        this.people = people;
        this.here = here;
        this.clock = clock;
        this.told = told;
        for (WordPressExport.Post post : export.posts())
            post.remarks().stream()
                    .map(WordPressExport.Remark::id)
                    .distinct()
                    .forEach(id -> places.merge(id, 1, Integer::sum));
    }

    int brought() {
        return brought;
    }

    int already() {
        return already;
    }

    void bring(WordPressPosts.Chosen chosen, Subject idea) {
        Map<String, Long> numbers = new HashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (WordPressExport.Remark remark : inOrder(chosen.post())) {
            int again = seen.merge(remark.id(), 1, Integer::sum);
            bring(
                    remark,
                    chosen.source() + "/comment-" + remark.id() + (again == 1 ? "" : "-again-" + again),
                    idea,
                    numbers);
        }
    }

    /** In the order of writing, but each after what it answers; of those that answer one another in a circle, the oldest first. */
    private List<WordPressExport.Remark> inOrder(WordPressExport.Post post) {
        List<WordPressExport.Remark> all = post.remarks().stream()
                .filter(remark -> WordPressKinds.isTaken(remark, told))
                .sorted(Comparator.comparing(WordPressRemarks::written))
                .toList();
        Set<String> ids = all.stream().map(WordPressExport.Remark::id).collect(Collectors.toSet());
        Map<String, List<Integer>> answers = new HashMap<>();
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int i = 0; i < all.size(); i++) {
            if (waits(all.get(i), ids))
                answers.computeIfAbsent(all.get(i).parent(), id -> new ArrayList<>())
                        .add(i);
            else ready.add(i);
        }
        Set<Integer> done = new LinkedHashSet<>();
        for (int oldest = 0; oldest < all.size() || !ready.isEmpty(); ) {
            if (ready.isEmpty()) ready.add(oldest++);
            int next = ready.remove();
            if (done.add(next)) ready.addAll(answers.getOrDefault(all.get(next).id(), List.of()));
        }
        return done.stream().map(all::get).toList();
    }

    private static boolean waits(WordPressExport.Remark remark, Set<String> ids) {
        return isAnswer(remark)
                && ids.contains(remark.parent())
                && !remark.parent().equals(remark.id());
    }

    private static boolean isAnswer(WordPressExport.Remark remark) {
        return !remark.parent().isEmpty() && !remark.parent().equals("0");
    }

    private static Instant written(WordPressExport.Remark remark) {
        return remark.written() == null ? Instant.MAX : remark.written();
    }

    private void bring(WordPressExport.Remark remark, String source, Subject idea, Map<String, Long> numbers) {
        Optional<Subject> there = known(remark, source, idea);
        if (there.isPresent()) {
            already++;
            numbers.putIfAbsent(remark.id(), there.get().number());
            return;
        }
        String text = HtmlText.toMarkdown(remark.html(), new Addresses(export.site() + "/", here), told);
        if (!isTaken(text)) return;
        Subject comment = discussions
                .bring(idea, answered(remark, numbers), people.of(remark), text, dated(remark))
                .subject();
        imported.add(source, comment);
        numbers.putIfAbsent(remark.id(), comment.number());
        brought++;
    }

    private boolean isTaken(String text) {
        if (!Visible.in(text)) {
            told.leftOut("comment without a text", "comments without a text");
            return false;
        }
        if (text.codePointCount(0, text.length()) > LONGEST) {
            told.leftOut(
                    "comment longer than " + LONGEST + " characters",
                    "comments longer than " + LONGEST + " characters");
            return false;
        }
        return true;
    }

    private @Nullable Long answered(WordPressExport.Remark remark, Map<String, Long> numbers) {
        if (!isAnswer(remark)) return null;
        Long answered = numbers.get(remark.parent());
        if (answered == null)
            told.changed(
                    "answer that stands by itself, since what it answers is not under its post",
                    "answers that stand by themselves, since what they answer is not under their post");
        return answered;
    }

    private Instant dated(WordPressExport.Remark remark) {
        Instant written = remark.written();
        if (written != null) return written;
        told.changed("comment without a date, dated today", "comments without a date, dated today");
        return clock.instant();
    }

    /** Earlier imports named a comment by its number alone. */
    private Optional<Subject> known(WordPressExport.Remark remark, String source, Subject idea) {
        Optional<Subject> there = imported.find(idea.community(), source);
        if (there.isPresent() || places.getOrDefault(remark.id(), 0) != 1) return there;
        return imported.find(idea.community(), WordPressPeople.source(export, "comment-" + remark.id()))
                .filter(comment -> discussions
                        .find(comment.community(), comment.number())
                        .filter(found -> found.about().equals(idea))
                        .isPresent());
    }
}
