package mainline.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import mainline.Mainline;
import mainline.platform.DemoWorld;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Lighthouse says of ten pages of the example community, as a stranger sees them on a phone. It needs node and npm. */
final class Lighthouse {
    private static final List<String> PAGES = List.of(
            "",
            "/mission",
            "/ideas",
            "/ideas/1",
            "/projects",
            "/handbook",
            "/decisions",
            "/decisions/1",
            "/results",
            "/people");
    private static final List<Goal> GOALS =
            List.of(new Goal("performance", 95), new Goal("accessibility", 100), new Goal("best-practices", 100));
    private static final long PATIENCE_MINUTES = 3;

    private Lighthouse() {}

    private record Goal(String category, int least) {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("mainline-bench");
        folder.toFile().setExecutable(true, false);
        boolean met = true;
        try (ConfigurableApplicationContext app = new SpringApplicationBuilder(Mainline.class)
                .run(
                        "--mainline.data=" + folder.resolve("one").toAbsolutePath(),
                        "--mainline.demo=true",
                        "--server.port=0",
                        "--logging.level.root=error")) {
            app.getBean(DemoWorld.class).load();
            String address =
                    "http://localhost:" + app.getEnvironment().getRequiredProperty("local.server.port") + "/harbour";
            for (String page : PAGES) met &= judge(page, landing(address + page), folder.resolve("report.json"));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        System.exit(met ? 0 : 1);
    }

    /** Where an address leads, as links do from the first. */
    private static String landing(String address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding())
                    .uri()
                    .toString();
        }
    }

    private static boolean judge(String page, String address, Path report) throws IOException, InterruptedException {
        Process running = new ProcessBuilder(
                        "npx",
                        "--yes",
                        "lighthouse",
                        address,
                        "--quiet",
                        "--output=json",
                        "--output-path=" + report,
                        "--only-categories=performance,accessibility,best-practices",
                        "--chrome-flags=--headless --no-sandbox")
                .inheritIO()
                .start();
        if (!running.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || running.exitValue() != 0) {
            running.destroyForcibly();
            throw new IllegalStateException("Lighthouse did not look at " + address);
        }
        JsonNode found = JsonMapper.shared().readTree(report);
        boolean met = true;
        for (Goal goal : GOALS) {
            double score =
                    100 * found.at("/categories/" + goal.category() + "/score").asDouble();
            System.out.printf(
                    Locale.ROOT,
                    "%s of %s: %.0f (goal ≥ %d)%n",
                    goal.category(),
                    page.isEmpty() ? "home" : page,
                    score,
                    goal.least());
            met &= score >= goal.least();
        }
        return met;
    }
}
