package mainline.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        return lines.size() < 8 || !lines.get(7).strip().equals("ready") ? null : Integer.valueOf(lines.get(3));
    }

    /**
     * Removes the file when its process number now belongs to somebody else, as after a restart of a container;
     * PostgreSQL would refuse to start. Not while any process of ours may still be writing to the folder.
     */
    void forgetStranger() throws IOException {
        var pid = pid();
        if (pid == null || !isRunning(pid)) return;
        var anyOfOurs = ProcessHandle.allProcesses().anyMatch(process -> isOurs(process.pid()));
        if (!anyOfOurs) Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    }

    private @Nullable Long pid() {
        var lines = lines();
        return lines.isEmpty() ? null : Long.valueOf(lines.getFirst().strip());
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(cluster.resolve("postmaster.pid"));
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
