package mainline.changes;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import mainline.git.FileEdit;
import mainline.git.GitRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/** What a file will consist of. */
public sealed interface FileContent {
    record Text(String text) implements FileContent {}

    /** What git holds already. */
    record Stored(ObjectId blob) implements FileContent {}

    /** A picture that was uploaded and is in no commit yet. */
    record Picture(Supplier<byte[]> bytes) implements FileContent {}

    /** The name it has in git, or will have. */
    default ObjectId id() {
        return switch (this) {
            case Text(String text) -> id(text.getBytes(StandardCharsets.UTF_8));
            case Stored(ObjectId blob) -> blob;
            case Picture(var bytes) -> id(bytes.get());
        };
    }

    private static ObjectId id(byte[] bytes) {
        try (ObjectInserter names = new ObjectInserter.Formatter()) {
            return names.idFor(Constants.OBJ_BLOB, bytes);
        }
    }

    /** As a text; nothing for what is none. */
    default Optional<String> text(GitRepository git) {
        return switch (this) {
            case Text(String text) -> Optional.of(text);
            case Stored(ObjectId blob) -> git.textOf(blob);
            case Picture picture -> Optional.empty();
        };
    }

    default FileEdit at(String path) {
        return switch (this) {
            case Text(String text) -> FileEdit.text(path, text);
            case Stored(ObjectId blob) -> new FileEdit.Keep(path, blob);
            case Picture(var bytes) -> new FileEdit.Put(path, bytes);
        };
    }
}
