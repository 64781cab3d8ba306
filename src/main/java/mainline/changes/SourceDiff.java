package mainline.changes;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.Patch;
import java.util.List;

/** The lines that differ with three around them, each led by a blank, a plus or a minus; stretches begin with {@code @@}. */
final class SourceDiff {
    private static final int AROUND = 3;
    private static final int MOST_LINES = 20_000;

    private SourceDiff() {}

    static List<String> of(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        if (old.size() + now.size() > MOST_LINES) return List.of();
        Patch<String> patch = DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<>());
        List<String> lines = UnifiedDiffUtils.generateUnifiedDiff("", "", old, patch, AROUND);
        return lines.isEmpty() ? lines : lines.subList(2, lines.size());
    }
}
