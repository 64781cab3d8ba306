package mainline.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's own programs, unpacked once per version beside the data. */
record PostgresBinaries(Path home) {
    static final String VERSION = "18.6";

    static PostgresBinaries unpackInto(Path cache) throws IOException {
        var home = cache.resolve(VERSION);
        if (Files.notExists(home) || !isOpen(home)) {
            FileSystemUtils.deleteRecursively(home);
            var fresh = cache.resolve(".unpacking");
            FileSystemUtils.deleteRecursively(fresh);
            Files.createDirectories(fresh);
            DataFolder.allow(cache, "rwxr-xr-x");
            DataFolder.allow(fresh, "rwxr-xr-x");
            try (var archive = archive()) {
                unpack(archive, fresh);
            }
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresBinaries(home);
    }

    /** A copy made under a strict umask: the account the database runs under could not start it. */
    private static boolean isOpen(Path home) throws IOException {
        if (!DataFolder.POSIX) return true;
        for (var path : List.of(home.getParent(), home, home.resolve("bin"), home.resolve("bin/postgres")))
            if (Files.notExists(path)
                    || !Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_EXECUTE)) return false;
        return true;
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static InputStream archive() throws IOException {
        var name = "/postgres-" + system() + "-" + processor() + ".txz";
        var found = PostgresBinaries.class.getResourceAsStream(name);
        if (found == null)
            throw new Refusal("There is no embedded PostgreSQL for this machine (" + system() + ", " + processor()
                    + "); set MAINLINE_DATABASE_URL to a PostgreSQL 15 or newer.");
        return new XZCompressorInputStream(new BufferedInputStream(found));
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.startsWith("linux") ? "linux" : name.replace(' ', '_');
    }

    private static String processor() {
        var name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> name;
        };
    }

    private static void unpack(InputStream from, Path to) throws IOException {
        var tar = new TarArchiveInputStream(from);
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            var path = to.resolve(entry.getName()).normalize();
            if (!path.startsWith(to)) throw new IOException("An entry leaves the archive: " + entry.getName());
            if (entry.isDirectory()) {
                Files.createDirectories(path);
                continue;
            }
            Files.createDirectories(path.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else {
                Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
                DataFolder.allow(path, (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--");
            }
        }
    }
}
