package mainline.remarks;

import gg.jte.Content;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import mainline.changes.Change;
import mainline.changes.ChangeLook;
import mainline.changes.ChangeQuery;
import mainline.changes.Compared;
import mainline.changes.Falling;
import mainline.changes.FileLines;
import mainline.changes.Touched;
import mainline.changes.Version;
import mainline.community.Here;
import mainline.git.GitRepository;
import mainline.handbook.PictureFile;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.look.Form;
import mainline.look.Fragments;
import mainline.people.Person;
import mainline.text.Blocks;
import mainline.text.LineMap;
import mainline.text.Lines;
import org.jspecify.annotations.Nullable;

/** The files of one look at a change, and where every remark stands in them. */
final class RemarkedFiles {
    /** Files are opened by tens. */
    static final int OPEN_AT_ONCE = 10;

    private static final Content NOTHING = output -> {};

    private final ChangeLook look;
    private final Here here;
    private final Change change;
    private final GitRepository git;
    private final Version shown;
    private final ChangeQuery query;
    private final @Nullable Spot spot;
    private final boolean newest;
    private final List<Remark> all;
    private final Map<Subject, Content> threads;
    private final Map<PersonId, Person> known;
    private final Falling.Said said;
    private final Fragments fragments;
    private final Map<Remark, Traces.Trace> traces = new LinkedHashMap<>();
    private final Set<Remark> placed = new HashSet<>();

    RemarkedFiles(
            ChangeLook look,
            List<Remark> all,
            Map<Subject, Content> threads,
            Map<PersonId, Person> known,
            Falling.Said said,
            Fragments fragments) {
        this.look = look;
        this.here = look.here();
        this.change = look.change();
        this.git = look.git();
        this.all = all;
        this.threads = threads;
        this.known = known;
        this.said = said;
        this.fragments = fragments;
        Compared compared = look.compared();
        this.shown = Objects.requireNonNull(compared.shown());
        this.spot = here.isMember() ? Spot.of(look.query().on()) : null;
        this.newest = compared.isNewest();
        this.query = new ChangeQuery(
                shown.number(), compared.sinceNumber(), look.query().source(), "", 0, Form.empty());
        Traces ways = new Traces(git);
        all.forEach(remark -> traces.put(remark, trace(ways, remark.anchor(), compared)));
    }

    private Traces.Trace trace(Traces ways, Remark.Anchor anchor, Compared compared) {
        Version made = compared.all().get(anchor.version() - 1);
        return ways.find(
                anchor.before() ? made.base() : made.head(),
                anchor.path(),
                anchor.first(),
                anchor.last(),
                anchor.before() ? compared.before() : shown.head());
    }

    /** The place of the first file that is open in any case; the one remarked on is among its ten. */
    int first() {
        int wanted = spot != null ? spot.file() : Math.max(0, look.query().from());
        return wanted / OPEN_AT_ONCE * OPEN_AT_ONCE;
    }

    /** Ten files, and all that somebody remarked on. */
    List<FileDiff> open() {
        int first = first();
        Set<String> remarked = new HashSet<>();
        traces.values().stream().filter(trace -> !trace.isGone()).forEach(trace -> remarked.add(trace.path()));
        List<FileDiff> files = new ArrayList<>();
        for (Touched file : look.files()) {
            boolean open = file.index() >= first && file.index() < first + OPEN_AT_ONCE;
            if (!file.isLeft() && (open || remarked.contains(file.path()))) files.add(file(file));
        }
        return files;
    }

    private FileDiff file(Touched file) {
        String path = file.path();
        String was = file.from() == null ? path : file.from();
        Lines none = Lines.of(new byte[0]);
        Lines old = FileLines.of(git, look.compared().before(), was).orElse(none);
        Lines now = FileLines.of(git, shown.head(), path).orElse(none);
        FileMargin margin = margin(file, old, now);
        Map<Remark, Traces.Trace> mine = on(path, was);
        Spot here = spot != null && spot.file() == file.index() ? spot : null;
        FileDiff diff = FileDiff.of(
                file,
                this.here.path("handbook"),
                old,
                now,
                query.source(),
                wanted(mine, here, true),
                wanted(mine, here, false),
                margin,
                shots(file));
        margin.mark(diff.words());
        place(mine, margin, diff);
        if (isOpenToViewer() && here != null)
            margin.put(here.left(), here.last(), diff.shown(here.left()), form(here, path, here.left() ? old : now));
        return diff;
    }

    private FileMargin margin(Touched file, Lines old, Lines now) {
        boolean may = isOpenToViewer();
        return new FileMargin(
                file.index(),
                new Blocks(old.all()),
                new Blocks(now.all()),
                one -> may && !(one.left() && file.from() != null) ? link(one) : NOTHING);
    }

    private boolean isOpenToViewer() {
        return here.isMember() && change.isOpen();
    }

    private void place(Map<Remark, Traces.Trace> mine, FileMargin margin, FileDiff diff) {
        NavigableSet<Integer> left = diff.shown(true);
        NavigableSet<Integer> right = diff.shown(false);
        mine.forEach((remark, trace) -> {
            boolean onLeft = remark.anchor().before();
            NavigableSet<Integer> lines = onLeft ? left : right;
            if (margin.put(onLeft, trace.found().last(), lines, content(remark, trace))) placed.add(remark);
        });
    }

    /** The remarks whose lines are in that file. */
    private Map<Remark, Traces.Trace> on(String path, String was) {
        Map<Remark, Traces.Trace> mine = new LinkedHashMap<>();
        traces.forEach((remark, trace) -> {
            String stands = remark.anchor().before() ? was : path;
            if (!trace.isGone() && trace.path().equals(stands)) mine.put(remark, trace);
        });
        return mine;
    }

    private static Set<Integer> wanted(Map<Remark, Traces.Trace> mine, @Nullable Spot spot, boolean left) {
        Set<Integer> lines = new HashSet<>();
        mine.forEach((remark, trace) -> {
            if (remark.anchor().before() == left) lines.add(trace.found().last());
        });
        if (spot != null && spot.left() == left) lines.add(spot.last());
        return lines;
    }

    private FileDiff.@Nullable Shots shots(Touched file) {
        if (!PictureFile.is(file.path())) return null;
        String was = file.from() == null ? file.path() : file.from();
        boolean begins = git.blob(look.compared().before(), was).isPresent();
        boolean stays = git.blob(shown.head(), file.path()).isPresent();
        Version since = look.compared().since();
        String old = since == null ? picture(shown, was) + "&side=before" : picture(since, was);
        return new FileDiff.Shots(begins ? old : null, stays ? picture(shown, file.path()) : null);
    }

    private String picture(Version version, String path) {
        return change.path() + "/versions/" + version.number() + "/picture?path="
                + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    private Content link(Spot on) {
        return fragments.of("remarks/say", new SayLink(here, change, query, on));
    }

    private Content form(Spot on, String path, Lines lines) {
        boolean there = on.first() >= 1 && on.first() <= on.last() && on.last() <= lines.count();
        if (!there) return NOTHING;
        RemarkForm empty = RemarkForm.of(here, change, query, on, path, lines);
        return fragments.of("remarks/remarkform", empty.with(look.form()));
    }

    private Content content(Remark remark, Traces.Trace trace) {
        boolean takeable = takeable(remark, trace);
        return fragments.of(
                "remarks/remark",
                new RemarkView(
                        here,
                        change,
                        remark,
                        known.get(remark.by()),
                        trace.found(),
                        shown.number(),
                        query.source(),
                        takeable,
                        takeable ? said.fallsBy(Set.of(remark.by())) : null,
                        newest && trace.found().fit() != LineMap.Fit.SAME,
                        Objects.requireNonNullElse(threads.get(remark.subject()), NOTHING)));
    }

    private boolean takeable(Remark remark, Traces.Trace trace) {
        Person viewer = here.person();
        return newest
                && change.isOpen()
                && here.isMember()
                && viewer != null
                && change.isBy(viewer.id())
                && remark.suggestion() != null
                && remark.isOpen()
                && trace.found().fit() == LineMap.Fit.SAME;
    }

    /** Suggestions that the viewer can take now. */
    List<Remark> takeable() {
        return all.stream()
                .filter(remark -> takeable(remark, Objects.requireNonNull(traces.get(remark))))
                .toList();
    }

    /** Remarks that no line of the open files belongs to; asked for when those are made. */
    List<Content> elsewhere() {
        return all.stream()
                .filter(remark -> !placed.contains(remark))
                .map(remark -> content(remark, new Traces.Trace(remark.anchor().path(), LineMap.Found.NOT)))
                .toList();
    }
}
