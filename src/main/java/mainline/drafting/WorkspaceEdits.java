package mainline.drafting;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import mainline.changes.FileContent;
import mainline.changes.Wanted;
import mainline.community.Member;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.Backlinks;
import mainline.handbook.PagePaths;
import mainline.kernel.Refused;
import mainline.kernel.Slug;
import mainline.text.LineEnds;
import mainline.text.Links;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What members do to the files of a change in preparation: written, added, moved, given up and restored. */
@Component
class WorkspaceEdits {
    private static final int MOST_FILES = 300;

    private final WorkspaceStore store;
    private final GitRepositories repositories;
    private final Backlinks backlinks;
    private final Clock clock;

    WorkspaceEdits(WorkspaceStore store, GitRepositories repositories, Backlinks backlinks, Clock clock) {
        this.store = store;
        this.repositories = repositories;
        this.backlinks = backlinks;
        this.clock = clock;
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
        within(member, id, (workspace, git) -> {
            WorkspaceFiles files = store.files(git, workspace);
            if (files.content(path).isEmpty()) throw Refused.because("", "workspace.no-file", path);
            if (files.revision(path) != seen) throw Refused.because("text", "workspace.file-moved-on");
            put(workspace, git, path, text);
        });
    }

    /** A text that says again what it began with is no edit any more. */
    void put(Workspace workspace, GitRepository git, String path, String stored) {
        String present = store.files(git, workspace).text(path).orElse("");
        putAsIs(workspace, git, path, LineEnds.like(present, stored));
    }

    private void putAsIs(Workspace workspace, GitRepository git, String path, String text) {
        WorkspaceFiles files = store.files(git, workspace);
        Workspace.Piece known = store.pieces(workspace).stream()
                .filter(piece -> piece.path().equals(path))
                .findFirst()
                .orElse(null);
        String was = known == null ? null : known.was();
        FileContent content = new FileContent.Text(text);
        if (was == null && git.blob(workspace.start(), path).equals(Optional.of(content.id()))) {
            if (known != null) store.forget(workspace, path, clock.instant());
            return;
        }
        if (known == null) room(files);
        store.put(workspace, path, was, content, clock.instant());
    }

    /** @return the new page's path */
    @Transactional
    public String add(Member member, long id, String path, String text) {
        within(member, id, (workspace, git) -> {
            WorkspaceFiles files = store.files(git, workspace);
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

    static void room(WorkspaceFiles files) {
        if (files.count() >= MOST_FILES) throw Refused.because("", "workspace.full", MOST_FILES);
    }

    /**
     * Gives a file another name; its own links lead where they did.
     *
     * @param links whether links of other pages to it are turned to its new name
     */
    @Transactional
    public void move(Member member, long id, String path, String to, boolean links) {
        within(member, id, (workspace, git) -> {
            WorkspaceFiles files = store.files(git, workspace);
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
            Optional<String> text = path.endsWith(".md") ? content.text(git) : Optional.empty();
            FileContent moved = text.map(old -> Links.moved(old, path, to))
                    .filter(now -> !now.equals(text.orElse("")))
                    .<FileContent>map(FileContent.Text::new)
                    .orElse(content);
            store.put(workspace, to, was, moved, clock.instant());
            giveUp(workspace, git, path);
            for (String page : leading) {
                String old = files.text(page).orElse("");
                putAsIs(workspace, git, page, Links.redirected(page, old, path, to));
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

    private void giveUp(Workspace workspace, GitRepository git, String path) {
        boolean began = git.blob(workspace.start(), path).isPresent();
        if (began) store.put(workspace, path, null, null, clock.instant());
        else store.forget(workspace, path, clock.instant());
    }

    @Transactional
    public void remove(Member member, long id, String path) {
        within(member, id, (workspace, git) -> {
            content(store.files(git, workspace), path);
            giveUp(workspace, git, path);
        });
    }

    /** A file is again what the handbook says, under the name it has there. */
    @Transactional
    public void restore(Member member, long id, String path) {
        within(member, id, (workspace, git) -> {
            Wanted file = store.files(git, workspace).wanted().stream()
                    .filter(wanted -> wanted.path().equals(path))
                    .findFirst()
                    .orElseThrow(() -> Refused.because("", "workspace.no-file", path));
            if (file.after() != null && !file.after().equals(file.before())) giveUp(workspace, git, file.after());
            if (file.before() != null) back(workspace, git, file.before());
        });
    }

    private void back(Workspace workspace, GitRepository git, String path) {
        ObjectId blob = git.blob(workspace.base(), path).orElseThrow();
        if (git.blob(workspace.start(), path).equals(Optional.of(blob))) store.forget(workspace, path, clock.instant());
        else store.put(workspace, path, null, new FileContent.Stored(blob), clock.instant());
    }

    /** Does this with the workspace, held until the transaction ends, and the handbook's repository. */
    void within(Member member, long id, BiConsumer<Workspace, GitRepository> act) {
        Workspace workspace = store.hold(member, id);
        try (GitRepository git = repositories.open(member.community())) {
            act.accept(workspace, git);
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
