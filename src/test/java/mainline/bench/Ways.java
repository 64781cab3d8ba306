package mainline.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mainline.Mainline;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** What the ways through the product cost on a phone, in Chromium: pages, fields and taps. */
final class Ways {
    private Ways() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("mainline-bench");
        folder.toFile().setExecutable(true, false);
        boolean met = true;
        try (ConfigurableApplicationContext app = new SpringApplicationBuilder(Mainline.class)
                .run(
                        "--mainline.data=" + folder.resolve("one").toAbsolutePath(),
                        "--server.port=0",
                        // Whoever clears what waits does so when the time to look is over.
                        "--mainline.cooling=0s",
                        "--logging.level.root=error")) {
            // Mail stays where it can be read, as when operators pause it.
            app.getBean(JdbcClient.class)
                    .sql("insert into mail_pause (person_id, at) values (1, now())")
                    .update();
            int port = app.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            List<mainline.Ways.Walked> all = mainline.Ways.all(app, port);
            for (mainline.Ways.Walked way : all) {
                System.out.println(way);
                met &= way.met();
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        System.exit(met ? 0 : 1);
    }
}
