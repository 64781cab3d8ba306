package mainline.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mainline.git.GitRepository;
import mainline.handbook.Roster;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;

/** Which files of a change may not lie in their area. What lay there before may stay. */
public final class AreaFiles {
    private AreaFiles() {}

    /** A file that may not come in as it is. */
    public record Unfit(String path, Roster.Rules rules, boolean tooLarge) {}

    /**
     * @param base the handbook's commit it stands on
     * @param head the commit of the author
     * @param paths of the files it touches
     */
    public static List<Unfit> unfit(
            Roster roster, GitRepository git, ObjectId base, ObjectId head, List<String> paths) {
        List<Unfit> unfit = new ArrayList<>();
        for (String path : paths) {
            Roster.Rules rules = roster.rules(path);
            Optional<ObjectLoader> after = git.file(head, path);
            if (after.isEmpty()) continue;
            Optional<ObjectLoader> before = git.file(base, path);
            long size = after.get().getSize();
            if (before.isEmpty() && !rules.allows(path)) unfit.add(new Unfit(path, rules, false));
            else if (size > rules.largest()
                    && before.filter(file -> file.getSize() >= size).isEmpty()) unfit.add(new Unfit(path, rules, true));
        }
        return unfit;
    }
}
