package mainline;

import java.nio.file.Files;
import java.nio.file.Path;

/** The data that nobody here wrote. It lies beside the checkout and is never copied into it. */
public final class SharedData {
    private static final Path FOLDER = Path.of(System.getProperty("mainline.shared", "../shared/data"))
            .toAbsolutePath()
            .normalize();

    private SharedData() {}

    /** @throws IllegalStateException that says what is missing; a test without its data fails, it is not skipped */
    public static Path file(String name) {
        Path file = FOLDER.resolve(name);
        if (!Files.exists(file))
            throw new IllegalStateException("The shared test data is missing: " + file
                    + ". Put it beside the checkout or name its folder with -Dmainline.shared.");
        return file;
    }
}
