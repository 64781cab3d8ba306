package mainline.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folder of one installation. It carries a marker, so that we never write into somebody else's folder. */
final class DataFolder {
    private static final String MARKER = "MAINLINE";
    static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path folder;

    private DataFolder(Path folder) {
        this.folder = folder;
    }

    /** Opens the folder, making it when it does not exist; refuses one that is not ours or cannot be written. */
    static DataFolder open(Path path) {
        var folder = path.toAbsolutePath().normalize();
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) throw new Refusal(folder + " is not a folder.");
            if (Files.exists(folder) && !Files.exists(folder.resolve(MARKER)) && !isEmpty(folder))
                throw new Refusal(folder + " is not empty and is not a Mainline data folder.");
            Files.createDirectories(folder);
            checkWritable(folder);
            if (Account.isRoot() && isOwnedByRoot(folder)) allow(folder, "rwx--x--x");
            else if (Files.notExists(folder.resolve(MARKER))) allow(folder, "rwx------");
            if (!Files.exists(folder.resolve(MARKER))) {
                Files.writeString(folder.resolve(MARKER), "Mainline data folder, layout 1\n");
            }
            var real = folder.toRealPath();
            checkOwn(real);
            return new DataFolder(real);
        } catch (IOException e) {
            if (e instanceof AccessDeniedException && Files.exists(folder.resolve(MARKER))) throw foreign(folder, e);
            throw new Refusal("The data folder " + folder + " cannot be written.", e);
        }
    }

    Path path() {
        return folder;
    }

    Path resolve(String name) {
        return folder.resolve(name);
    }

    /** A sub-folder that only this account can look into. */
    Path privateFolder(String name) {
        var path = folder.resolve(name);
        try {
            if (Files.notExists(path)) {
                Files.createDirectories(path);
                allow(path, "rwx------");
            }
            return path;
        } catch (IOException e) {
            throw new Refusal("The data folder " + folder + " cannot be written.", e);
        }
    }

    /** Writes a file that only this account can read. */
    static void writeSecret(Path file, String secret) throws IOException {
        Files.deleteIfExists(file);
        if (POSIX)
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, secret, UTF_8);
    }

    static void allow(Path path, String permissions) throws IOException {
        if (POSIX) Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    /** A copy made by another account cannot be worked on; the database would only say so in its own words. */
    private static void checkOwn(Path folder) {
        for (var name : List.of("database", "database.password", "server.lock", "database.lock", "postgres")) {
            var path = folder.resolve(name);
            if (Files.exists(path) && !Files.isReadable(path)) throw foreign(folder, null);
            if (POSIX && !Account.isRoot() && Files.exists(path) && name.equals("database") && !isOwn(folder, path))
                throw foreign(folder, null);
        }
    }

    private static boolean isOwn(Path folder, Path path) {
        try {
            var probe = Files.createTempFile(folder, ".owner", null);
            var own = Files.getOwner(probe).equals(Files.getOwner(path));
            Files.delete(probe);
            return own;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isOwnedByRoot(Path folder) throws IOException {
        return (int) Files.getAttribute(folder, "unix:uid") == 0;
    }

    private static Refusal foreign(Path folder, @Nullable Exception cause) {
        var message = "The data folder " + folder + " holds files of another account; give them to this one, as root,"
                + " with: chown -R " + System.getProperty("user.name") + " " + folder;
        return cause == null ? new Refusal(message) : new Refusal(message, cause);
    }

    private static void checkWritable(Path folder) throws IOException {
        Files.delete(Files.createTempFile(folder, ".writable", null));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.allMatch(file -> file.getFileName().toString().equals("lost+found"));
        }
    }
}
