package mainline.drafting;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import mainline.changes.FileContent;
import mainline.community.Member;
import mainline.handbook.PagePaths;
import mainline.kernel.Refused;
import mainline.kernel.Slug;
import mainline.pictures.Pictures;
import mainline.text.Links;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The pictures of a change in preparation: put beside a page, and shown in it. */
@Component
class WorkspacePictures {
    private static final int MOST_PICTURES = 30;

    private final WorkspaceStore store;
    private final WorkspaceEdits edits;
    private final Clock clock;

    WorkspacePictures(WorkspaceStore store, WorkspaceEdits edits, Clock clock) {
        this.store = store;
        this.edits = edits;
        this.clock = clock;
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
        edits.within(member, id, (workspace, git) -> {
            WorkspaceFiles files = store.files(git, workspace);
            if (files.pictures() >= MOST_PICTURES)
                throw Refused.because("picture", "workspace.full-of-pictures", MOST_PICTURES);
            WorkspaceEdits.room(files);
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
        edits.within(member, id, (workspace, git) -> {
            String text = store.files(git, workspace).text(page).orElse("");
            edits.put(workspace, git, page, PagePaths.stored(text) + "\n" + mark(page, picture, name) + "\n");
        });
    }

    /** What shows a picture in the text of a page. */
    static String mark(String page, String picture, String name) {
        String said = name.replaceAll("[\\[\\]\\\\`*_<>\\p{Cc}]", " ").strip();
        return "![" + said + "](" + Links.to(picture, page) + ")";
    }

    /** The paths of those that were uploaded. */
    List<String> of(Workspace workspace) {
        return store.pieces(workspace).stream()
                .filter(piece -> piece.content() instanceof FileContent.Picture)
                .map(Workspace.Piece::path)
                .toList();
    }
}
