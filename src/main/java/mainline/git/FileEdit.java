package mainline.git;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.eclipse.jgit.lib.ObjectId;

/** What a commit makes of one file. */
public sealed interface FileEdit {
    String path();

    /** @param bytes asked for once, when the commit is made, so that many big files need not be in memory together */
    record Put(String path, Supplier<byte[]> bytes) implements FileEdit {}

    /** What is stored already stands under this name as well. */
    record Keep(String path, ObjectId blob) implements FileEdit {}

    record Remove(String path) implements FileEdit {}

    static FileEdit text(String path, String text) {
        return new Put(path, () -> text.getBytes(StandardCharsets.UTF_8));
    }
}
