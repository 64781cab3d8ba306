package mainline;

import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/**
 * The data that nobody here wrote. It lies beside the checkout and is never copied into it. Who has none of it runs
 * everything else: a test that asks for it is left out, and {@code bin/test} says so.
 */
public final class SharedData {
    private static final String NAMED = System.getProperty("mainline.shared", "");
    private static final Path FOLDER =
            Path.of(NAMED.isEmpty() ? "../shared/data" : NAMED).toAbsolutePath().normalize();

    private SharedData() {}

    /**
     * @throws TestAbortedException when there is no shared data at all and nobody said where it should be
     * @throws IllegalStateException that says what is missing; a test is not left out because some of its data is gone
     */
    public static Path file(String name) {
        if (NAMED.isEmpty() && !Files.exists(FOLDER))
            throw new TestAbortedException("needs the shared test data, and there is no " + FOLDER);
        Path file = FOLDER.resolve(name);
        if (!Files.exists(file))
            throw new IllegalStateException("The shared test data is missing: " + file
                    + ". Put it beside the checkout or name its folder with -Dmainline.shared.");
        return file;
    }
}
