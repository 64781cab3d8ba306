package mainline.notices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mainline.community.Why;
import mainline.kernel.Subject;

/**
 * Notices that are read together, since they are about one thing.
 *
 * @param notices the newest first, at least one
 */
record Group(Subject whole, List<Told> notices) {
    /** In the order of their newest. */
    static List<Group> of(List<Told> newestFirst) {
        Map<Subject, List<Told>> by = new LinkedHashMap<>();
        for (Told told : newestFirst)
            by.computeIfAbsent(told.whole(), whole -> new ArrayList<>()).add(told);
        return by.entrySet().stream()
                .map(each -> new Group(each.getKey(), List.copyOf(each.getValue())))
                .toList();
    }

    Told newest() {
        return notices.getFirst();
    }

    int size() {
        return notices.size();
    }

    /** The weightiest reason for which the reader hears of it. */
    Why why() {
        return notices.stream().map(Told::why).min(Why::compareTo).orElseThrow();
    }

    List<Long> ids() {
        return notices.stream().map(Told::id).toList();
    }
}
