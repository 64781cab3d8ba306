package mainline.site;

import java.io.IOException;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "version", description = "Print the version.")
final class VersionCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException {
        var build = new Properties();
        try (var in = VersionCommand.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (in != null) build.load(in);
        }
        System.out.println("Mainline " + build.getProperty("build.version", "(unknown)") + ", Java "
                + Runtime.version().feature());
        return 0;
    }
}
