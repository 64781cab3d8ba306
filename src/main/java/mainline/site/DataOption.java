package mainline.site;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which installation a command works on. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder (default: MAINLINE_DATA, or data in the current folder).")
    @Nullable
    Path data;
}
