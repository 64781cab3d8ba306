package mainline.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import mainline.git.FileEdit;
import mainline.git.GitRepository;
import mainline.git.Inspection;
import mainline.kernel.Refused;
import mainline.text.TextMerge;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * What one handbook changed in some files, brought onto another: each file is merged three ways by itself, since the two
 * have no objects in common.
 *
 * @param files what differs then from the other handbook
 * @param conflicts the files in which both changed the same
 */
record Transfer(List<FileEdit> files, List<String> conflicts) {
    private static final int MOST_TOLD = 10;

    /** A version of one of the two. */
    record Side(GitRepository git, ObjectId commit) {
        private byte @Nullable [] bytes(String path) {
            return git.file(commit, path)
                    .map(file -> {
                        if (file.getSize() > Inspection.BIGGEST_FILE) throw Refused.because("", "fork.too-big", path);
                        return GitRepository.bytes(file, Math.toIntExact(Inspection.BIGGEST_FILE));
                    })
                    .orElse(null);
        }
    }

    /** What {@code theirs} changed since {@code base}, brought onto {@code ours}. */
    static Transfer of(Side base, Side theirs, Side ours, Collection<String> paths) {
        List<FileEdit> files = new ArrayList<>();
        List<String> conflicts = new ArrayList<>();
        for (String path : paths) {
            byte[] before = base.bytes(path);
            byte[] now = ours.bytes(path);
            byte[] wanted = theirs.bytes(path);
            if (Arrays.equals(wanted, now) || Arrays.equals(wanted, before)) continue;
            if (Arrays.equals(now, before)) {
                files.add(edit(path, wanted));
                continue;
            }
            Optional<String> both = merged(before, now, wanted);
            if (both.isEmpty()) conflicts.add(path);
            else if (!Arrays.equals(bytes(both.get()), now)) files.add(FileEdit.text(path, both.get()));
        }
        return new Transfer(files, conflicts);
    }

    private static FileEdit edit(String path, byte @Nullable [] wanted) {
        return wanted == null ? new FileEdit.Remove(path) : new FileEdit.Put(path, () -> wanted);
    }

    private static Optional<String> merged(byte @Nullable [] before, byte @Nullable [] now, byte @Nullable [] wanted) {
        if (now == null || wanted == null) return Optional.empty();
        Optional<String> base = before == null ? Optional.of("") : GitRepository.decoded(before);
        Optional<String> ours = GitRepository.decoded(now);
        Optional<String> theirs = GitRepository.decoded(wanted);
        return base.isEmpty() || ours.isEmpty() || theirs.isEmpty()
                ? Optional.empty()
                : TextMerge.clean(base.get(), ours.get(), theirs.get());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** @throws Refused as a whole when something contradicts, with the files, or when there is nothing to bring */
    List<FileEdit> orRefuse() {
        if (!conflicts.isEmpty()) {
            String told = String.join(", ", conflicts.subList(0, Math.min(MOST_TOLD, conflicts.size())));
            throw Refused.because("", "fork.conflict", conflicts.size(), told);
        }
        if (files.isEmpty()) throw Refused.because("", "fork.nothing");
        return files;
    }
}
