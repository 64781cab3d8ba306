package mainline.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import mainline.platform.Settings;
import org.jspecify.annotations.Nullable;

/** Where the server of a data folder was last reached, so that links printed by other commands lead there. */
final class LastAddress {
    private static final String FILE = "address";

    private LastAddress() {}

    static void keep(Settings settings) throws IOException {
        Files.writeString(settings.data().resolve(FILE), settings.baseUrl().toString());
    }

    /** Null when it is not known, or when the environment says where people reach this installation. */
    static @Nullable String of(@Nullable Path folder, Map<String, String> environment) {
        if (environment.containsKey("MAINLINE_BASE_URL") || environment.containsKey("MAINLINE_BASEURL")) return null;
        var data = folder != null ? folder : Path.of(environment.getOrDefault("MAINLINE_DATA", "data"));
        try {
            return Files.readString(data.resolve(FILE)).strip();
        } catch (IOException neverServed) {
            return null;
        }
    }
}
