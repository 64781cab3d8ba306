package mainline.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of the product, for tests that hold them to a rule. */
final class Sources {
    static final Path ROOT = Path.of("src/main/java/mainline");

    private Sources() {}

    static List<Path> ending(String end) {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
