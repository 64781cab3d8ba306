package mainline.drafting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import mainline.community.Here;
import mainline.handbook.PagePaths;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.pictures.Pictures;
import mainline.pictures.Uploads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Pictures as a form or a script sends them. */
@Component
class UploadedPictures {
    /** The largest picture, and the fields around it. */
    static final long LONGEST = 26L << 20;

    private final Pictures pictures;

    UploadedPictures(Pictures pictures) {
        this.pictures = pictures;
    }

    /**
     * The picture, made clean.
     *
     * @param name what it shows, in somebody's words
     * @param folder where it is to lie
     * @throws Refused for {@code picture}, {@code name} and {@code folder}
     */
    Pictures.Clean read(@Nullable MultipartFile picture, String name, String folder) throws IOException {
        Refused.Check check = new Refused.Check()
                .that(picture != null && !isNothing(picture), "picture", "picture.missing")
                .text(name, "name", 100)
                .that(folder.isEmpty() || PagePaths.isSafe(folder), "folder", "handbook.path.odd");
        check.orRefuse();
        if (picture == null) throw Refused.because("picture", "picture.missing");
        return Uploads.read(picture, pictures::clean);
    }

    /** A form without a chosen file sends one without a name. */
    private static boolean isNothing(MultipartFile file) {
        String name = file.getOriginalFilename();
        return file.isEmpty() && (name == null || name.isEmpty());
    }

    /** For a script: the mark that shows the picture, or why there is none. */
    static ResponseEntity<String> answer(Here here, Callable<String> mark) throws Exception {
        try {
            return text(HttpStatus.OK, mark.call());
        } catch (Refused refused) {
            Reason first = refused.problems().values().iterator().next();
            return text(HttpStatus.UNPROCESSABLE_CONTENT, here.shell().say(first));
        }
    }

    private static ResponseEntity<String> text(HttpStatus status, String text) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(text);
    }
}
