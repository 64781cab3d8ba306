package mainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What released versions have stored, word for word. These files are never changed; a new shape gets a new file. */
public final class Frozen {
    private Frozen() {}

    /** @param name such as {@code decisions/rules-1.json} */
    public static String text(String name) {
        try (InputStream file = Frozen.class.getResourceAsStream("/frozen/" + name)) {
            assertThat(file).as(name).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
