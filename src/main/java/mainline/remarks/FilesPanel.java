package mainline.remarks;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mainline.changes.ChangeLook;
import mainline.changes.ChangePanel;
import mainline.changes.Falling;
import mainline.changes.Touched;
import mainline.discussion.DiscussionPanel;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import mainline.look.Fragments;
import mainline.people.People;
import mainline.people.Person;
import mainline.text.Blocks;
import mainline.text.Lines;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a change: its files, word by word or line by line, with the remarks on them. */
@Component
@Order(0)
class FilesPanel implements ChangePanel {
    private final Remarks remarks;
    private final DiscussionPanel discussions;
    private final People people;
    private final Falling falling;
    private final Fragments fragments;

    FilesPanel(Remarks remarks, DiscussionPanel discussions, People people, Falling falling, Fragments fragments) {
        this.remarks = remarks;
        this.discussions = discussions;
        this.people = people;
        this.falling = falling;
        this.fragments = fragments;
    }

    /**
     * @param files those that are open
     * @param first the place of the first of the ten that are open in any case
     * @param elsewhere remarks that no shown line belongs to
     * @param open how many remarks are not resolved
     * @param takeable suggestions that the viewer can take now
     * @param falls what would fall by all of them; null for nothing
     */
    record Show(
            ChangeLook look,
            List<FileDiff> files,
            int first,
            List<Content> elsewhere,
            List<Remark> open,
            List<Remark> takeable,
            @Nullable Reason falls) {
        boolean isMany() {
            return look.files().size() > RemarkedFiles.OPEN_AT_ONCE;
        }

        /** Where the next ones begin; 0 when these are the last. */
        int next() {
            int next = first + RemarkedFiles.OPEN_AT_ONCE;
            return next < look.files().size() ? next : 0;
        }

        /** The page with the files from that place on open. */
        String from(int file) {
            String query = look.compared().query();
            return look.here().path(look.change().path()) + "?files=" + file
                    + (look.query().source() ? "&view=source" : "") + (query.isEmpty() ? "" : "&" + query) + "#file-"
                    + file;
        }
    }

    @Override
    public Column column() {
        return Column.TEXT;
    }

    @Override
    public Content of(ChangeLook look) {
        return fragments.of("remarks/files", look.compared().shown() == null ? draft(look) : remarked(look));
    }

    /** A draft, which nobody remarks on yet. */
    private static Show draft(ChangeLook look) {
        List<FileDiff> files = look.files().stream()
                .map(file -> draft(
                        file,
                        look.here().path("handbook"),
                        Lines.of(look.before(file.path())),
                        Lines.of(look.after(file.path()))))
                .toList();
        return new Show(look, files, 0, List.of(), List.of(), List.of(), null);
    }

    private static FileDiff draft(Touched file, String handbook, Lines before, Lines after) {
        FileMargin margin = new FileMargin(0, new Blocks(before.all()), new Blocks(after.all()), spot -> output -> {});
        return FileDiff.of(file, handbook, before, after, false, Set.of(), Set.of(), margin, null);
    }

    private Show remarked(ChangeLook look) {
        List<Remark> all = remarks.of(look.change());
        Map<Subject, Content> threads = discussions.threads(
                look.here(), all.stream().map(Remark::subject).toList());
        Map<PersonId, Person> known =
                people.all(all.stream().map(Remark::by).distinct().toList());
        Falling.Said said = falling.of(look.change());
        RemarkedFiles files = new RemarkedFiles(look, all, threads, known, said, fragments);
        List<Remark> takeable = files.takeable();
        Set<PersonId> words = takeable.stream().map(Remark::by).collect(Collectors.toSet());
        return new Show(
                look,
                files.open(),
                files.first(),
                files.elsewhere(),
                all.stream().filter(Remark::isOpen).toList(),
                takeable,
                takeable.size() > 1 ? said.fallsBy(words) : null);
    }
}
