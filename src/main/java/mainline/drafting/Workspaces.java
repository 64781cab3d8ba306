package mainline.drafting;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.FileContent;
import mainline.changes.Proposal;
import mainline.changes.Reasons;
import mainline.changes.Settled;
import mainline.changes.Settling;
import mainline.changes.Version;
import mainline.changes.Wanted;
import mainline.community.Member;
import mainline.git.Book;
import mainline.git.Books;
import mainline.handbook.Backlinks;
import mainline.handbook.HandbookImport;
import mainline.handbook.PagePaths;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.Refused;
import mainline.kernel.Slug;
import mainline.kernel.Subject;
import mainline.text.LineEnds;
import mainline.text.Links;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes in preparation: begun, filled file by file, proposed as one version. Everybody sees only their own. */
@Component
class Workspaces implements HandbookImport.Work {
    static final int MOST = 20;
    private static final int MOST_FILES = 300;
    private static final int MOST_PICTURES = 30;

    private final WorkspaceStore store;
    private final Changes changes;
    private final Books books;
    private final Backlinks backlinks;
    private final Clock clock;

    Workspaces(WorkspaceStore store, Changes changes, Books books, Backlinks backlinks, Clock clock) {
        this.store = store;
        this.changes = changes;
        this.books = books;
        this.backlinks = backlinks;
        this.clock = clock;
    }

    @Override
    public boolean isUnderWay(CommunityId community) {
        return store.any(community);
    }

    List<Workspace> of(Member member) {
        return store.of(member, MOST);
    }

    /** @throws Missing when there is none, or it is somebody else's */
    Workspace get(Member member, long id) {
        return store.find(member, id).orElseThrow(() -> new Missing("workspace " + id));
    }

    WorkspaceFiles files(Book book, Workspace workspace) {
        return new WorkspaceFiles(book, workspace, store.pieces(workspace));
    }

    private Workspace hold(Member member, long id) {
        return store.hold(member, id).orElseThrow(() -> new Missing("workspace " + id));
    }

    /** An empty one for a new change. */
    @Transactional
    public long begin(Member member) {
        try (Book book = books.open(member.community())) {
            return add(member, null, 0, book.head(), book.head(), new Reasons("", "", "", null, 0));
        }
    }

    /** The one in which a member edits a change, filled from its last version unless it is begun already. */
    @Transactional
    public long edit(Member member, Subject subject) {
        Change change = mine(member, subject);
        Optional<Workspace> begun = store.of(member, subject);
        if (begun.isPresent()) {
            Workspace before = begun.get();
            boolean old = before.version() != change.version();
            if (!old || !store.pieces(before).isEmpty()) return before.id();
            store.drop(before);
        }
        try (Book book = books.open(member.community())) {
            if (change.isDraft()) return draft(member, change, book);
            Version last = changes.versions(change).getLast();
            return add(member, subject, change.version(), last.base(), last.head(), reasons(change));
        }
    }

    private long draft(Member member, Change change, Book book) {
        long id = add(member, change.subject(), 0, book.head(), book.head(), reasons(change));
        changes.draftText(change).ifPresent(draft -> put(hold(member, id), book, draft.path(), draft.text()));
        return id;
    }

    private static Reasons reasons(Change change) {
        return new Reasons(change.title(), change.why(), change.interest(), change.from(), change.clause());
    }

    private Change mine(Member member, Subject subject) {
        Change change = changes.hold(subject);
        new Refused.Check()
                .that(change.isOpen() || change.isDraft(), "", "change.closed")
                .that(change.isDraft() || change.isBy(member.person()), "", "change.not-yours")
                .orRefuse();
        return change;
    }

    private long add(
            Member member, @Nullable Subject change, int version, ObjectId base, ObjectId start, Reasons reasons) {
        if (store.of(member, MOST).size() >= MOST) throw Refused.because("", "workspace.too-many", MOST);
        return store.add(new Workspace(0, member, change, version, base, start, reasons, clock.instant()));
    }

    /**
     * Keeps what stands in the editor of one page, to go on with it later, elsewhere or with more files.
     *
     * @param change whose next version it is; null for a new one
     * @param version the version in front of the member
     * @param typed as far as it is written
     */
    @Transactional
    public long keep(Member member, @Nullable Subject change, int version, Proposal typed) {
        Proposal proposal = typed.tidy();
        Refused.Check check = new Refused.Check().that(PagePaths.isSafe(proposal.path()), "path", "handbook.path.odd");
        proposal.reasons().checkUnfinished(check);
        if (!proposal.text().isEmpty()) PagePaths.check(check, proposal.text());
        changes.linked(member.community(), proposal.reasons(), check).orRefuse();
        try (Book book = books.open(member.community())) {
            ObjectId base = proposal.base().isEmpty()
                    ? book.head()
                    : book.commit(proposal.base()).orElseThrow(() -> Refused.because("", "change.base.unknown"));
            if (change != null) mine(member, change);
            Optional<Workspace> begun = change == null ? Optional.empty() : store.of(member, change);
            long id = begun.map(Workspace::id)
                    .orElseGet(() -> add(member, change, version, base, base, proposal.reasons()));
            Workspace workspace = hold(member, id);
            store.reason(workspace, proposal.reasons(), clock.instant());
            if (!proposal.text().isEmpty()) put(workspace, book, proposal.path(), proposal.text());
            return id;
        }
    }

    /** Keeps why the change is proposed, as far as it is written. */
    @Transactional
    public void reason(Member member, long id, Reasons typed) {
        Reasons reasons = typed.tidy();
        Refused.Check check = reasons.checkUnfinished(new Refused.Check());
        changes.linked(member.community(), reasons, check).orRefuse();
        store.reason(hold(member, id), reasons, clock.instant());
    }

    /**
     * Writes a file that is there.
     *
     * @param seen how often it had been edited when the member opened it
     * @throws Refused for {@code text}, with {@code workspace.file-moved-on} when another window was quicker
     */
    @Transactional
    public void write(Member member, long id, String path, int seen, String typed) {
        String text = PagePaths.stored(typed);
        Refused.Check check = new Refused.Check();
        PagePaths.check(check, text);
        check.orRefuse();
        within(member, id, (workspace, book) -> {
            WorkspaceFiles files = files(book, workspace);
            if (files.content(path).isEmpty()) throw Refused.because("", "workspace.no-file", path);
            if (files.revision(path) != seen) throw Refused.because("text", "workspace.file-moved-on");
            put(workspace, book, path, text);
        });
    }

    /** A text that says again what it began with is no edit any more. */
    private void put(Workspace workspace, Book book, String path, String stored) {
        String present = files(book, workspace).text(path).orElse("");
        putAsIs(workspace, book, path, LineEnds.like(present, stored));
    }

    private void putAsIs(Workspace workspace, Book book, String path, String text) {
        WorkspaceFiles files = files(book, workspace);
        Workspace.Piece known = store.pieces(workspace).stream()
                .filter(piece -> piece.path().equals(path))
                .findFirst()
                .orElse(null);
        String was = known == null ? null : known.was();
        FileContent content = new FileContent.Text(text);
        if (was == null && book.blob(workspace.start(), path).equals(Optional.of(content.id()))) {
            if (known != null) store.forget(workspace, path, clock.instant());
            return;
        }
        if (known == null) room(files);
        store.put(workspace, path, was, content, clock.instant());
    }

    /** @return the new page's path */
    @Transactional
    public String add(Member member, long id, String path, String text) {
        within(member, id, (workspace, book) -> {
            WorkspaceFiles files = files(book, workspace);
            free(files, path);
            room(files);
            store.put(workspace, path, null, new FileContent.Text(text), clock.instant());
        });
        return path;
    }

    private static void free(WorkspaceFiles files, String path) {
        new Refused.Check()
                .that(PagePaths.isSafe(path), "name", "handbook.path.odd")
                .orRefuse();
        if (PagePaths.clashes(path, files.paths())) throw Refused.because("name", "handbook.path.taken");
    }

    private static void room(WorkspaceFiles files) {
        if (files.count() >= MOST_FILES) throw Refused.because("", "workspace.full", MOST_FILES);
    }

    /**
     * Gives a file another name; its own links lead where they did.
     *
     * @param links whether links of other pages to it are turned to its new name
     */
    @Transactional
    public void move(Member member, long id, String path, String to, boolean links) {
        within(member, id, (workspace, book) -> {
            WorkspaceFiles files = files(book, workspace);
            FileContent content = content(files, path);
            Collection<String> others = new ArrayList<>(files.paths());
            others.remove(path);
            new Refused.Check()
                    .that(!to.equals(path), "name", "workspace.same-name")
                    .that(PagePaths.isSafe(to), "name", "handbook.path.odd")
                    .orRefuse();
            if (PagePaths.clashes(to, others)) throw Refused.because("name", "handbook.path.taken");
            room(files);
            List<String> leading = links ? linking(member, files, path) : List.of();
            String was = files.origin(path);
            Optional<String> text = path.endsWith(".md") ? content.text(book) : Optional.empty();
            FileContent moved = text.map(old -> Links.moved(old, path, to))
                    .filter(now -> !now.equals(text.orElse("")))
                    .<FileContent>map(FileContent.Text::new)
                    .orElse(content);
            store.put(workspace, to, was, moved, clock.instant());
            giveUp(workspace, book, path);
            for (String page : leading) {
                String old = files.text(page).orElse("");
                putAsIs(workspace, book, page, Links.redirected(page, old, path, to));
            }
        });
    }

    private static FileContent content(WorkspaceFiles files, String path) {
        return files.content(path).orElseThrow(() -> Refused.because("", "workspace.no-file", path));
    }

    /** The other pages with a link to that file, as they are in the workspace. */
    List<String> linking(Member member, WorkspaceFiles files, String path) {
        Set<String> pages = new TreeSet<>(backlinks.to(member.community(), path, MOST_FILES));
        pages.addAll(files.edited());
        return pages.stream()
                .filter(page -> page.endsWith(".md") && !page.equals(path))
                .filter(page -> Links.leadTo(path, page, files.text(page).orElse("")))
                .toList();
    }

    private void giveUp(Workspace workspace, Book book, String path) {
        boolean began = book.blob(workspace.start(), path).isPresent();
        if (began) store.put(workspace, path, null, null, clock.instant());
        else store.forget(workspace, path, clock.instant());
    }

    @Transactional
    public void remove(Member member, long id, String path) {
        within(member, id, (workspace, book) -> {
            content(files(book, workspace), path);
            giveUp(workspace, book, path);
        });
    }

    /** A file is again what the handbook says, under the name it has there. */
    @Transactional
    public void restore(Member member, long id, String path) {
        within(member, id, (workspace, book) -> {
            Wanted file = files(book, workspace).wanted().stream()
                    .filter(wanted -> wanted.path().equals(path))
                    .findFirst()
                    .orElseThrow(() -> Refused.because("", "workspace.no-file", path));
            if (file.after() != null && !file.after().equals(file.before())) giveUp(workspace, book, file.after());
            if (file.before() != null) back(workspace, book, file.before());
        });
    }

    private void back(Workspace workspace, Book book, String path) {
        ObjectId blob = book.blob(workspace.base(), path).orElseThrow();
        if (book.blob(workspace.start(), path).equals(Optional.of(blob)))
            store.forget(workspace, path, clock.instant());
        else store.put(workspace, path, null, new FileContent.Stored(blob), clock.instant());
    }

    /**
     * Puts an uploaded picture beside a page.
     *
     * @param name as somebody typed it, without ending
     * @return its path
     * @throws Refused for {@code picture} and {@code name}
     */
    @Transactional
    String place(Member member, long id, String folder, String name, Pictures.Clean picture) {
        String slug = Slug.of(name);
        String[] placed = {""};
        within(member, id, (workspace, book) -> {
            WorkspaceFiles files = files(book, workspace);
            if (files.pictures() >= MOST_PICTURES)
                throw Refused.because("picture", "workspace.full-of-pictures", MOST_PICTURES);
            room(files);
            Collection<String> taken = files.paths();
            String start = folder.isEmpty() ? "" : folder + "/";
            String path = start + slug + picture.ending();
            Set<String> like = alike(start + slug, taken);
            for (int n = 2; like.contains(path.toLowerCase(Locale.ROOT)) || PagePaths.clashes(path, taken); n++)
                path = start + slug + "-" + n + picture.ending();
            if (!PagePaths.isSafe(path)) throw Refused.because("name", "handbook.path.odd");
            store.put(workspace, path, null, new FileContent.Picture(picture::bytes), clock.instant());
            placed[0] = path;
        });
        return placed[0];
    }

    /** The names that begin so, in small letters: what is among them need not be compared with all others. */
    private static Set<String> alike(String beginning, Collection<String> names) {
        String small = beginning.toLowerCase(Locale.ROOT);
        return names.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> name.startsWith(small))
                .collect(Collectors.toSet());
    }

    /** Puts a picture at the end of a page's text. */
    @Transactional
    public void show(Member member, long id, String page, String picture, String name) {
        within(member, id, (workspace, book) -> {
            String text = files(book, workspace).text(page).orElse("");
            String said = name.replaceAll("[\\[\\]\\\\`*_<>\\p{Cc}]", " ").strip();
            put(workspace, book, page, PagePaths.stored(text) + "\n![" + said + "](" + Links.to(picture, page) + ")\n");
        });
    }

    /** The paths of those that were uploaded. */
    List<String> pictures(Workspace workspace) {
        return store.pieces(workspace).stream()
                .filter(piece -> piece.content() instanceof FileContent.Picture)
                .map(Workspace.Piece::path)
                .toList();
    }

    @Transactional
    public void drop(Member member, long id) {
        store.drop(hold(member, id));
    }

    /** What it would be on the handbook as it is now, as far as these answers settle what contradicts. */
    Settled settled(Book book, Workspace workspace, Map<String, String> answers) {
        return new Settling(book, workspace.base(), answers)
                .of(files(book, workspace).wanted());
    }

    /**
     * Proposes all of it at once: a new change, or the next version of the one it edits.
     *
     * @param answers as {@link Settling} takes them
     * @throws Refused with {@code change.conflict} for the whole when they leave something open
     */
    @Transactional
    public Change propose(Member member, long id, Reasons typed, Map<String, String> answers) {
        Workspace workspace = hold(member, id);
        Reasons reasons = typed.tidy();
        Refused.Check check = reasons.check(new Refused.Check());
        changes.linked(member.community(), reasons, check).orRefuse();
        Subject subject = workspace.change();
        Change before = subject == null ? null : mine(member, subject);
        if (before != null && before.version() != workspace.version())
            throw Refused.because("", "workspace.overtaken", before.version());
        try (Book book = books.open(member.community())) {
            Settled settled = settled(book, workspace, answers);
            if (!settled.open().isEmpty()) throw Refused.because("", "change.conflict");
            if (settled.edits().isEmpty()) throw Refused.because("", "workspace.nothing");
            tooLong(settled);
            Change change = before == null
                    ? changes.propose(book, member, reasons, settled)
                    : changes.revise(book, member, before, reasons, settled);
            store.drop(workspace);
            return change;
        }
    }

    private static void tooLong(Settled settled) {
        for (var edit : settled.edits())
            if (edit.path().endsWith(".md") && edit instanceof mainline.git.FileEdit.Put(String path, var bytes))
                if (bytes.get().length > PagePaths.LONGEST_TEXT)
                    throw Refused.because("", "workspace.text-too-long", path, PagePaths.LONGEST_TEXT / 1024);
    }

    private void within(Member member, long id, BiConsumer<Workspace, Book> act) {
        Workspace workspace = hold(member, id);
        try (Book book = books.open(member.community())) {
            act.accept(workspace, book);
        }
    }

    /** The path of a new text file by what somebody typed: a title, or a file's name with an ending. */
    static String named(String typedFolder, String typedName) {
        String folder = PagePaths.tidy(typedFolder);
        String name = typedName.strip();
        String file = name.matches("[\\w-]+\\.(md|txt|ya?ml|csv|json)") ? name : Slug.of(name) + ".md";
        return folder.isEmpty() ? file : folder + "/" + file;
    }

    /** Whether a file can be written in a text field. */
    static boolean isText(String path, @Nullable String text) {
        return text != null
                && Objects.requireNonNull(text).getBytes(StandardCharsets.UTF_8).length <= PagePaths.LONGEST_TEXT
                && !path.endsWith(".svg");
    }
}
