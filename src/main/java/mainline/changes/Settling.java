package mainline.changes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import mainline.git.Difference;
import mainline.git.FileEdit;
import mainline.git.GitRepository;
import mainline.handbook.PagePaths;
import mainline.kernel.Refused;
import mainline.text.LineEnds;
import mainline.text.TextMerge;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Brings what somebody wants, file by file, up to the handbook as it is now: texts are merged three ways, files that were
 * moved meanwhile are followed, and what contradicts is asked.
 */
public final class Settling {
    private final GitRepository git;
    private final ObjectId base;
    private final ObjectId head;
    private final Map<String, String> answers;
    private final Map<String, FileEdit> edits = new LinkedHashMap<>();
    private final List<String> added = new ArrayList<>();
    private final List<Conflict> open = new ArrayList<>();
    /** Names that a file was moved away from, so that another may take them. */
    private final Set<String> left = new HashSet<>();

    private @Nullable Map<String, String> moved;

    /**
     * @param base the handbook's commit the author began from
     * @param answers {@code theirs}, {@code mine}, {@code both} or {@code own} by {@code pick.} and the key of the
     *     conflict, own words by {@code own.} and the key
     */
    public Settling(GitRepository git, ObjectId base, Map<String, String> answers) {
        this.git = git;
        this.base = base;
        this.head = git.head();
        this.answers = answers;
    }

    /** @throws Refused for {@code path} when a new name meets another */
    public Settled of(List<Wanted> wanted) {
        for (Wanted file : wanted) if (file.isMoved()) left.add(Objects.requireNonNull(file.before()));
        for (Wanted file : wanted) {
            if (file.isNew()) add(file);
            else if (file.isGone()) remove(file);
            else change(file);
        }
        clashes();
        return new Settled(head, List.copyOf(edits.values()), List.copyOf(open));
    }

    private void add(Wanted file) {
        FileContent mine = Objects.requireNonNull(file.content());
        Optional<ObjectId> theirs = git.blob(head, file.path());
        if (theirs.isEmpty() || left.contains(file.path())) put(file.path(), mine, null);
        else if (!theirs.get().equals(mine.id())) merge(file.path(), file.path(), null, theirs.get(), mine);
    }

    private void remove(Wanted file) {
        String was = Objects.requireNonNull(file.before());
        String there = whereIs(was);
        if (there == null) return;
        boolean same = there.equals(was) && git.blob(head, there).equals(git.blob(base, was));
        if (same || "mine".equals(asked(new Conflict.Either(was, Conflict.Kind.EDITED_THERE, null))))
            edits.put(there, new FileEdit.Remove(there));
    }

    private void change(Wanted file) {
        String was = Objects.requireNonNull(file.before());
        String after = Objects.requireNonNull(file.after());
        FileContent mine = Objects.requireNonNull(file.content());
        String there = whereIs(was);
        if (there == null) {
            var gone = new Conflict.Either(after, Conflict.Kind.GONE_THERE, null);
            if ("mine".equals(asked(gone))) put(after, mine, null);
            return;
        }
        String target = file.isMoved() ? after : there;
        if (file.isMoved() && !there.equals(was) && !there.equals(after)) {
            String choice = asked(new Conflict.Either(after, Conflict.Kind.MOVED_BOTH, there));
            if (choice == null) return;
            if (choice.equals("theirs")) target = there;
        }
        ObjectId theirs = git.blob(head, there).orElseThrow();
        ObjectId old = git.blob(base, was).orElse(theirs);
        if (theirs.equals(old)) move(there, target, mine, theirs);
        else if (mine.id().equals(old) || mine.id().equals(theirs))
            move(there, target, new FileContent.Stored(theirs), theirs);
        else merge(there, target, old, theirs, mine);
    }

    /** @param old what both began with; null when both made it anew */
    private void merge(String there, String target, @Nullable ObjectId old, ObjectId theirs, FileContent mine) {
        Optional<String> before = old == null ? Optional.of("") : git.textOf(old);
        Optional<String> now = git.textOf(theirs);
        Optional<String> text = mine.text(git);
        if (before.isEmpty() || now.isEmpty() || text.isEmpty()) {
            String choice = asked(new Conflict.Either(target, Conflict.Kind.CHANGED_BOTH, null));
            if (choice != null)
                move(there, target, choice.equals("mine") ? mine : new FileContent.Stored(theirs), theirs);
            return;
        }
        TextMerge merge = TextMerge.of(before.get(), now.get(), text.get());
        Conflict.Passages passages = new Conflict.Passages(target, merge);
        Optional<String> settled = merge.text(passage -> chosen(passage, passages.key(passage)));
        if (settled.isEmpty()) open.add(passages);
        else move(there, target, new FileContent.Text(settled.get()), theirs);
    }

    private @Nullable String chosen(TextMerge.Contested passage, String key) {
        return switch (answers.getOrDefault("pick." + key, "")) {
            case "theirs" -> passage.theirs();
            case "mine" -> passage.mine();
            case "both" -> passage.both();
            case "own" -> LineEnds.like(passage.theirs(), own(passage, answers.getOrDefault("own." + key, "")));
            default -> null;
        };
    }

    /** A blank line after the paragraph stays, unless nothing is left of it. */
    private static String own(TextMerge.Contested passage, String typed) {
        String text = PagePaths.stored(typed);
        boolean spaced = passage.theirs().stripTrailing().length() + 1
                < passage.theirs().replace("\r", "").length();
        return text.isEmpty() || !spaced ? text : text + "\n";
    }

    /** What was chosen; null when nothing was, which then is an open question. */
    private @Nullable String asked(Conflict.Either question) {
        String choice = answers.getOrDefault("pick." + question.key(), "");
        if (choice.equals("theirs") || choice.equals("mine")) return choice;
        open.add(question);
        return null;
    }

    private void move(String there, String target, FileContent content, ObjectId theirs) {
        if (!target.equals(there)) edits.putIfAbsent(there, new FileEdit.Remove(there));
        put(target, content, target.equals(there) ? theirs : null);
    }

    private void put(String path, FileContent content, @Nullable ObjectId present) {
        if (content.id().equals(present)) return;
        edits.put(path, content.at(path));
        if (present == null && git.blob(head, path).isEmpty()) added.add(path);
    }

    /** Where a file of the base is now; null when it is gone. */
    private @Nullable String whereIs(String path) {
        if (base.equals(head) || git.blob(head, path).isPresent()) return path;
        if (moved == null) {
            moved = new HashMap<>();
            for (Difference difference : git.compare(base, head))
                if (difference.isMoved()) moved.put(difference.before(), difference.after());
        }
        return moved.get(path);
    }

    private void clashes() {
        if (added.isEmpty()) return;
        TreeSet<String> all = new TreeSet<>(git.paths(head));
        edits.forEach((path, edit) -> {
            if (edit instanceof FileEdit.Remove) all.remove(path);
            else all.add(path);
        });
        PagePaths.firstClash(added, all).ifPresent(path -> {
            if (edits.size() == 1) throw Refused.because("path", "handbook.path.taken");
            throw Refused.because("path", "change.path.taken", path);
        });
    }
}
