package mainline.founding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mainline.decisions.Strictness;
import mainline.handbook.ReadyHandbook;

/**
 * What a community of one kind begins with, in one language. Nothing of it is settled: all can be changed.
 *
 * @param pages of the handbook by path, in which {@code {community}}, {@code {home}} and {@code {founder}} are gaps
 * @param areas the names of folders that somebody looks after, by path
 */
record ReadyStart(
        Strictness strictness,
        List<String> clauses,
        List<FirstQuestion> questions,
        Map<String, String> pages,
        Map<String, String> areas) {

    ReadyHandbook handbook(String community, String home, String founder) {
        Map<String, String> filled = new LinkedHashMap<>();
        pages.forEach((path, text) -> filled.put(
                path, text.replace("{home}", home).replace("{founder}", founder).replace("{community}", community)));
        return new ReadyHandbook(filled, areas);
    }
}
