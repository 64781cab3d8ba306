package mainline.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The database's main process, as the file {@code postmaster.pid} of its folder tells of it. */
record Postmaster(Path cluster, Path programs) {
    boolean isAlive() {
        var pid = pid();
        return pid != null && isRunning(pid) && isOurs(pid);
    }

    @Nullable
    Integer port() {
        var lines = lines();
        return lines.size() < 8 || !lines.get(7).strip().equals("ready") || !isNumber(lines.get(3))
                ? null
                : Integer.valueOf(lines.get(3).strip());
    }

    /** Whether the file names a process that cannot be told to stop by it: none at all, or somebody else's. */
    boolean isStranger() {
        if (Files.notExists(file())) return false;
        var pid = pid();
        return pid == null || (isRunning(pid) && !isOurs(pid));
    }

    /**
     * Removes the file when it is torn, or when its process number now belongs to somebody else, as after a restart of a
     * container or in a copy of the folder; PostgreSQL would refuse to start. Processes of ours that still write to the
     * folder are ended first: as long as the file says nothing of them, nobody can ask them to stop.
     */
    void forgetStranger() throws IOException {
        if (!isStranger()) return;
        var ours = ours().toList();
        ours.forEach(ProcessHandle::destroyForcibly);
        for (var process : ours)
            process.onExit()
                    .orTimeout(10, TimeUnit.SECONDS)
                    .exceptionally(e -> process)
                    .join();
        Files.deleteIfExists(file());
    }

    /** Whether a process of ours is there whose file does not tell of it yet. */
    boolean isBeginning() {
        return ours().findAny().isPresent();
    }

    private Stream<ProcessHandle> ours() {
        return ProcessHandle.allProcesses().filter(process -> isOurs(process.pid()) && isRunning(process.pid()));
    }

    private Path file() {
        return cluster.resolve("postmaster.pid");
    }

    private @Nullable Long pid() {
        var lines = lines();
        return lines.isEmpty() || !isNumber(lines.getFirst())
                ? null
                : Long.valueOf(lines.getFirst().strip());
    }

    private static boolean isNumber(String line) {
        return line.strip().matches("-?\\d{1,9}");
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file());
        } catch (IOException e) {
            return List.of();
        }
    }

    private boolean isOurs(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .map(command -> Path.of(command).startsWith(realPath(programs)))
                .orElse(false);
    }

    private static Path realPath(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }

    private static boolean isRunning(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false) && !isZombie(pid);
    }

    // Where no process collects the dead, as in many containers, a killed database stays in the table.
    private static boolean isZombie(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
        } catch (IOException e) {
            return false;
        }
    }
}
