package mainline.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The git on this machine, without any settings of whoever runs the tests. */
public record GitClient(Path home) {
    public String run(Path in, String... words) throws IOException, InterruptedException {
        return run(0, in, words);
    }

    /** @return what it said, to both outputs */
    public String run(int code, Path in, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        ProcessBuilder start =
                new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true);
        start.environment()
                .putAll(Map.of(
                        "GIT_TERMINAL_PROMPT",
                        "0",
                        "GIT_CONFIG_NOSYSTEM",
                        "1",
                        "HOME",
                        home.toString(),
                        "LC_ALL",
                        "C.UTF-8"));
        Process process = start.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isEqualTo(code);
        return said;
    }
}
