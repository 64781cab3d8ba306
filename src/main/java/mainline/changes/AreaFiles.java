package mainline.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mainline.git.Book;
import mainline.handbook.Areas;
import mainline.handbook.Ruling;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Only such files lie in an area as it lets in, and none is larger than it allows. What lay there before may stay. */
@Component
@Order(45)
class AreaFiles implements MergeRule {
    private static final int MOST_NAMED = 3;

    private final Areas areas;

    AreaFiles(Areas areas) {
        this.areas = areas;
    }

    /** A file that may not come in as it is. */
    record Unfit(String path, Ruling.Rules rules, boolean tooLarge) {}

    @Override
    public @Nullable Check of(Reviewed reviewed) {
        Change change = reviewed.change();
        Ruling ruling = areas.of(change.subject().community());
        boolean any = change.paths().stream()
                .map(ruling::rules)
                .anyMatch(rules -> !rules.files().isEmpty() || rules.largest() < Long.MAX_VALUE);
        if (!any) return null;
        Version version = reviewed.version();
        List<Unfit> unfit = unfit(ruling, reviewed.book(), version.base(), version.head(), change.paths());
        if (unfit.isEmpty()) return Check.satisfied(Name.FILES, "change.rule.files-fit");
        String named = String.join(
                ", ", unfit.stream().map(Unfit::path).limit(MOST_NAMED).toList());
        Ruling.Rules rules = unfit.getFirst().rules();
        return unfit.getFirst().tooLarge()
                ? Check.waiting(Name.FILES, "change.rule.file-large", named, rules.largest() / 1024)
                : Check.waiting(Name.FILES, "change.rule.file-odd", named, String.join(", ", rules.files()));
    }

    static List<Unfit> unfit(Ruling ruling, Book book, ObjectId base, ObjectId head, List<String> paths) {
        List<Unfit> unfit = new ArrayList<>();
        for (String path : paths) {
            Ruling.Rules rules = ruling.rules(path);
            Optional<ObjectLoader> after = book.file(head, path);
            if (after.isEmpty()) continue;
            Optional<ObjectLoader> before = book.file(base, path);
            long size = after.get().getSize();
            if (before.isEmpty() && !rules.allows(path)) unfit.add(new Unfit(path, rules, false));
            else if (size > rules.largest()
                    && before.filter(file -> file.getSize() >= size).isEmpty()) unfit.add(new Unfit(path, rules, true));
        }
        return unfit;
    }
}
