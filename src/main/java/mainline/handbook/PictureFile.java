package mainline.handbook;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriUtils;

/** A picture's file as an answer: it may hold anything, is shown as a picture only, and can run nothing even when opened by itself. */
public final class PictureFile {
    private static final Map<String, MediaType> KINDS = Map.of(
            "png", MediaType.IMAGE_PNG,
            "jpg", MediaType.IMAGE_JPEG,
            "jpeg", MediaType.IMAGE_JPEG,
            "gif", MediaType.IMAGE_GIF,
            "webp", MediaType.parseMediaType("image/webp"),
            "svg", MediaType.parseMediaType("image/svg+xml"));
    /** Bigger ones are not shown. */
    public static final int BIGGEST = 10 * 1024 * 1024;

    private PictureFile() {}

    /** Told from the ending of its name. */
    public static boolean is(String path) {
        return KINDS.containsKey(ending(path));
    }

    /** @param path of a picture */
    public static ResponseEntity<byte[]> answer(String path, byte[] bytes, CacheControl kept) {
        return ResponseEntity.ok()
                .contentType(Objects.requireNonNull(KINDS.get(ending(path))))
                .cacheControl(kept)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .header(
                        "Content-Disposition",
                        "inline; filename*=UTF-8''" + UriUtils.encode(PagePaths.name(path), StandardCharsets.UTF_8))
                .body(bytes);
    }

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
