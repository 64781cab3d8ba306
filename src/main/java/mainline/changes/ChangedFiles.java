package mainline.changes;

import gg.jte.Content;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import mainline.community.Here;
import mainline.discussion.Discussions;
import mainline.git.Book;
import mainline.git.Difference;
import mainline.handbook.PageText;
import mainline.handbook.PictureFile;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.look.Form;
import mainline.look.Fragments;
import mainline.people.People;
import mainline.people.Person;
import mainline.text.Blocks;
import mainline.text.Diff;
import mainline.text.LineMap;
import mainline.text.Lines;
import mainline.text.SourceDiff;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The files of a change as its page shows them, with the remarks on them. */
@Component
class ChangedFiles {
    private final Remarks remarks;
    private final Discussions discussions;
    private final Fragments fragments;
    private final People people;

    ChangedFiles(Remarks remarks, Discussions discussions, Fragments fragments, People people) {
        this.remarks = remarks;
        this.discussions = discussions;
        this.fragments = fragments;
        this.people = people;
    }

    /**
     * How somebody looks at a change.
     *
     * @param source by lines instead of words
     * @param spot where the form for a remark is open
     * @param form what stands in it
     * @param from the place of the first file that is open, when there are many
     */
    record View(boolean source, @Nullable Spot spot, Form form, int from) {
        static final View PROSE = new View(false, null, Form.empty());

        View(boolean source, @Nullable Spot spot, Form form) {
            this(source, spot, form, 0);
        }

        /** Files are opened by tens; the one remarked on is among them. */
        int first() {
            return (spot != null ? spot.file() : Math.max(0, from)) / OPEN_AT_ONCE * OPEN_AT_ONCE;
        }
    }

    static final int OPEN_AT_ONCE = 10;

    /**
     * A file that differs, open or not.
     *
     * @param index its place among them
     * @param kind {@code new}, {@code gone}, {@code moved} or {@code edited}
     * @param from where it was, when it was moved
     */
    record Named(
            int index, String path, String kind, @Nullable String from) {
        /** What has gone to another name is told there. */
        boolean isLeft() {
            return kind.equals("left");
        }
    }

    /** The addresses of a picture before and after, below the community's; null where there is none. */
    record Shots(@Nullable String before, @Nullable String after) {}

    /** One file of a change, by words or by lines. */
    record FileDiff(
            Named named,
            String path,
            String title,
            boolean added,
            boolean readable,
            boolean byLines,
            Diff words,
            List<SourceDiff.Stretch> lines,
            FileMargin margin,
            @Nullable Shots shots) {}

    /**
     * @param files those that are open
     * @param all every one that differs
     * @param first the place of the first of the ten that are open in any case
     * @param elsewhere remarks that no shown line belongs to
     * @param open how many remarks are not resolved
     * @param takeable suggestions that the viewer can take now
     */
    record Shown(
            List<FileDiff> files,
            List<Named> all,
            int first,
            List<Content> elsewhere,
            List<Remark> open,
            List<Remark> takeable) {
        static final Shown NOTHING = new Shown(List.of(), List.of(), 0, List.of(), List.of(), List.of());

        boolean isMany() {
            return all.size() > OPEN_AT_ONCE;
        }

        /** Where the next ones begin; 0 when these are the last. */
        int next() {
            int next = first + OPEN_AT_ONCE;
            return next < all.size() ? next : 0;
        }
    }

    /** A draft, which nobody remarks on yet. */
    Shown draft(String path, String before, String after) {
        Lines old = Lines.of(before);
        Lines now = Lines.of(after);
        FileMargin margin = new FileMargin(0, new Blocks(old.all()), new Blocks(now.all()), spot -> output -> {});
        Named named = new Named(0, path, before.isEmpty() ? "new" : "edited", null);
        FileDiff file = diff(named, old, now, Set.of(), Set.of(), false, margin, null);
        return new Shown(List.of(file), List.of(named), 0, List.of(), List.of(), List.of());
    }

    private static FileDiff diff(
            Named named,
            Lines old,
            Lines now,
            Set<Integer> left,
            Set<Integer> right,
            boolean source,
            FileMargin margin,
            @Nullable Shots shots) {
        String path = named.path();
        String before = old.text();
        String after = now.text();
        boolean byLines = source || !path.endsWith(".md");
        return new FileDiff(
                named,
                path,
                path.endsWith(".md") ? PageText.title(path, before.isEmpty() ? after : before) : path,
                named.kind().equals("new"),
                !before.isEmpty() || !after.isEmpty(),
                byLines,
                byLines ? Diff.NOTHING : Diff.of(before, after),
                byLines ? SourceDiff.of(old, now, left, right) : List.of(),
                margin,
                shots);
    }

    /** @param since null for the handbook as the version found it */
    Shown of(
            Here here,
            Change change,
            Book book,
            List<Version> versions,
            Version shown,
            @Nullable Version since,
            View view) {
        Looking looking = new Looking(here, change, book, versions, shown, since, view);
        List<Named> all = named(book, shown, since);
        Set<String> remarked = looking.remarked();
        List<FileDiff> files = new ArrayList<>();
        for (Named named : all) {
            boolean open = named.index() >= view.first() && named.index() < view.first() + OPEN_AT_ONCE;
            if (!named.isLeft() && (open || remarked.contains(named.path()))) files.add(looking.file(named));
        }
        return new Shown(files, all, view.first(), looking.elsewhere(), looking.open(), looking.takeable());
    }

    /** Every file that differs and what became of it, in the order of {@link #paths}. */
    private static List<Named> named(Book book, Version shown, @Nullable Version since) {
        Map<String, Difference> by = new HashMap<>();
        Set<String> left = new HashSet<>();
        for (Difference difference : book.compare(since == null ? shown.base() : since.head(), shown.head())) {
            by.put(difference.path(), difference);
            if (difference.isMoved()) left.add(difference.before());
        }
        List<Named> all = new ArrayList<>();
        for (String path : paths(book, shown, since)) {
            Difference difference = by.get(path);
            String kind = difference == null ? left.contains(path) ? "left" : "edited" : kind(difference);
            String from = difference != null && difference.isMoved() ? difference.before() : null;
            all.add(new Named(all.size(), path, kind, from));
        }
        return all;
    }

    private static String kind(Difference difference) {
        if (difference.before() == null) return "new";
        if (difference.after() == null) return "gone";
        return difference.isMoved() ? "moved" : "edited";
    }

    /** What differs, in the order in which it is shown. */
    static Set<String> paths(Book book, Version shown, @Nullable Version since) {
        Set<String> paths = new TreeSet<>(book.differences(shown.base(), shown.head()));
        if (since != null) paths.addAll(book.differences(since.base(), since.head()));
        return paths;
    }

    /** One look at a change: where every remark stands in what is shown. */
    private final class Looking {
        private final Here here;
        private final Change change;
        private final Book book;
        private final Version shown;
        private final @Nullable Version since;
        private final View view;
        private final ObjectId before;
        private final boolean newest;
        private final List<Remark> all;
        private final Map<Subject, Content> threads;
        private final Map<PersonId, Person> known;
        private final Map<Remark, Traces.Trace> traces = new LinkedHashMap<>();
        private final Set<Remark> placed = new HashSet<>();

        Looking(
                Here here,
                Change change,
                Book book,
                List<Version> versions,
                Version shown,
                @Nullable Version since,
                View view) {
            this.here = here;
            this.change = change;
            this.book = book;
            this.shown = shown;
            this.since = since;
            this.view = view;
            this.before = since == null ? shown.base() : since.head();
            this.newest = since == null && shown.number() == versions.size();
            this.all = remarks.of(change);
            this.threads =
                    discussions.threads(here, all.stream().map(Remark::subject).toList());
            this.known = people.all(all.stream().map(Remark::by).distinct().toList());
            Traces ways = new Traces(book);
            for (Remark remark : all) {
                Remark.Anchor anchor = remark.anchor();
                Version made = versions.get(anchor.version() - 1);
                traces.put(
                        remark,
                        ways.find(
                                anchor.before() ? made.base() : made.head(),
                                anchor.path(),
                                anchor.first(),
                                anchor.last(),
                                anchor.before() ? before : shown.head()));
            }
        }

        /** The files that somebody remarked on. */
        Set<String> remarked() {
            Set<String> paths = new HashSet<>();
            traces.values().stream().filter(trace -> !trace.isGone()).forEach(trace -> paths.add(trace.path()));
            return paths;
        }

        private @Nullable Shots shots(Named named) {
            if (!PictureFile.is(named.path())) return null;
            String was = named.from() == null ? named.path() : named.from();
            boolean begins = book.blob(before, was).isPresent();
            boolean stays = book.blob(shown.head(), named.path()).isPresent();
            String old = since == null ? picture(shown.number(), was) + "&side=before" : picture(since.number(), was);
            return new Shots(begins ? old : null, stays ? picture(shown.number(), named.path()) : null);
        }

        private String picture(int version, String path) {
            return change.path() + "/versions/" + version + "/picture?path="
                    + URLEncoder.encode(path, StandardCharsets.UTF_8);
        }

        FileDiff file(Named named) {
            int index = named.index();
            String path = named.path();
            String was = named.from() == null ? path : named.from();
            Lines none = Lines.of(new byte[0]);
            Lines old = FileLines.of(book, before, was).orElse(none);
            Lines now = FileLines.of(book, shown.head(), path).orElse(none);
            boolean may = here.isMember() && change.isOpen();
            FileMargin margin = new FileMargin(
                    index,
                    new Blocks(old.all()),
                    new Blocks(now.all()),
                    spot -> may && !(spot.left() && named.from() != null) ? link(spot) : output -> {});
            Map<Remark, Traces.Trace> mine = new LinkedHashMap<>();
            traces.forEach((remark, trace) -> {
                String stands = remark.anchor().before() ? was : path;
                if (!trace.isGone() && trace.path().equals(stands)) mine.put(remark, trace);
            });
            Spot spot = view.spot() != null && view.spot().file() == index ? view.spot() : null;
            FileDiff file = diff(
                    named,
                    old,
                    now,
                    wanted(mine, spot, true),
                    wanted(mine, spot, false),
                    view.source(),
                    margin,
                    shots(named));
            margin.mark(file.words());
            NavigableSet<Integer> left = lines(file, true);
            NavigableSet<Integer> right = lines(file, false);
            mine.forEach((remark, trace) -> {
                boolean onLeft = remark.anchor().before();
                NavigableSet<Integer> lines = onLeft ? left : right;
                if (margin.put(onLeft, trace.found().last(), lines, content(remark, trace))) placed.add(remark);
            });
            if (may && spot != null)
                margin.put(
                        spot.left(),
                        spot.last(),
                        spot.left() ? left : right,
                        form(spot, path, spot.left() ? old : now));
            return file;
        }

        private Set<Integer> wanted(Map<Remark, Traces.Trace> mine, @Nullable Spot spot, boolean left) {
            Set<Integer> lines = new HashSet<>();
            mine.forEach((remark, trace) -> {
                if (remark.anchor().before() == left) lines.add(trace.found().last());
            });
            if (spot != null && spot.left() == left) lines.add(spot.last());
            return lines;
        }

        private NavigableSet<Integer> lines(FileDiff file, boolean left) {
            NavigableSet<Integer> lines = new TreeSet<>();
            for (Diff.Stretch stretch : file.words().stretches())
                stretch.paragraphs().forEach(p -> lines.add(left ? p.leftLine() : p.rightLine()));
            for (SourceDiff.Stretch stretch : file.lines())
                stretch.lines().forEach(line -> lines.add(left ? line.before() : line.after()));
            lines.remove(0);
            return lines;
        }

        private Content link(Spot spot) {
            return fragments.of(
                    "changes/say", new SayLink(here, change, shown.number(), sinceNumber(), view.source(), spot));
        }

        private int sinceNumber() {
            return since == null ? 0 : since.number();
        }

        private Content form(Spot spot, String path, Lines lines) {
            boolean there = spot.first() >= 1 && spot.first() <= spot.last() && spot.last() <= lines.count();
            if (!there) return output -> {};
            return fragments.of(
                    "changes/remarkform",
                    RemarkForm.of(here, change, shown.number(), sinceNumber(), view.source(), spot, path, lines)
                            .with(view.form()));
        }

        private Content content(Remark remark, Traces.Trace trace) {
            return fragments.of(
                    "changes/remark",
                    new RemarkView(
                            here,
                            change,
                            remark,
                            known.get(remark.by()),
                            trace.found(),
                            shown.number(),
                            view.source(),
                            takeable(remark, trace),
                            newest && trace.found().fit() != LineMap.Fit.SAME,
                            Objects.requireNonNullElse(threads.get(remark.subject()), output -> {})));
        }

        private boolean takeable(Remark remark, Traces.Trace trace) {
            Person viewer = here.viewer();
            return newest
                    && change.isOpen()
                    && here.isMember()
                    && viewer != null
                    && change.isBy(viewer.id())
                    && remark.suggestion() != null
                    && remark.isOpen()
                    && trace.found().fit() == LineMap.Fit.SAME;
        }

        List<Remark> takeable() {
            return all.stream()
                    .filter(remark -> takeable(remark, Objects.requireNonNull(traces.get(remark))))
                    .toList();
        }

        List<Remark> open() {
            return all.stream().filter(Remark::isOpen).toList();
        }

        List<Content> elsewhere() {
            Map<Remark, Content> left = new HashMap<>();
            return all.stream()
                    .filter(remark -> !placed.contains(remark))
                    .map(remark -> left.computeIfAbsent(
                            remark,
                            one -> content(one, new Traces.Trace(one.anchor().path(), LineMap.Found.NOT))))
                    .toList();
        }
    }
}
