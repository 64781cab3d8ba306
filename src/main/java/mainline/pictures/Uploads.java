package mainline.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.springframework.web.multipart.MultipartFile;

/** Pictures as a form or a script sends them. */
public final class Uploads {
    private Uploads() {}

    /** What comes of it. Who waits for their turn to have one decoded holds a file, not memory. */
    public static <T> T read(MultipartFile picture, Function<Path, T> reading) throws IOException {
        Path file = Files.createTempFile("mainline-picture-", "");
        try {
            picture.transferTo(file);
            return reading.apply(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
