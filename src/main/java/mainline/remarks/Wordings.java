package mainline.remarks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import mainline.changes.FileLines;
import mainline.changes.Version;
import mainline.git.GitRepository;
import mainline.handbook.PagePaths;
import mainline.kernel.Refused;
import mainline.text.LineMap;
import mainline.text.Lines;
import mainline.text.Splice;
import org.eclipse.jgit.lib.ObjectId;

/** Suggested wordings, put in the place of the lines they are about. */
final class Wordings {
    private Wordings() {}

    /**
     * The files that are touched, with the suggested wordings in them.
     *
     * @param versions of the change, the newest last
     * @throws Refused for the whole, where a wording is about lines that say something else now, or two are about the same
     */
    static Map<String, byte[]> files(GitRepository git, List<Version> versions, List<Remark> taken) {
        ObjectId head = versions.getLast().head();
        Map<String, byte[]> files = new TreeMap<>();
        splices(git, versions, taken).forEach((path, splices) -> {
            Lines lines = FileLines.of(git, head, path).orElseThrow(() -> Refused.because("", "suggestion.stale"));
            byte[] text = Splice.all(lines, splices).orElseThrow(() -> Refused.because("", "suggestion.overlap"));
            if (path.endsWith(".md")) check(new String(text, StandardCharsets.UTF_8));
            files.put(path, text);
        });
        return files;
    }

    private static Map<String, List<Splice>> splices(GitRepository git, List<Version> versions, List<Remark> taken) {
        ObjectId head = versions.getLast().head();
        Traces traces = new Traces(git);
        Map<String, List<Splice>> byPath = new TreeMap<>();
        for (Remark remark : taken) {
            Remark.Anchor anchor = remark.anchor();
            ObjectId made = versions.get(anchor.version() - 1).head();
            Traces.Trace trace = traces.find(made, anchor.path(), anchor.first(), anchor.last(), head);
            if (trace.found().fit() != LineMap.Fit.SAME) throw Refused.because("", "suggestion.stale");
            byPath.computeIfAbsent(trace.path(), path -> new ArrayList<>())
                    .add(new Splice(
                            trace.found().first(), trace.found().last(), Objects.requireNonNull(remark.suggestion())));
        }
        return byPath;
    }

    private static void check(String text) {
        Refused.Check check = new Refused.Check();
        PagePaths.check(check, text);
        check.orRefuse();
    }
}
