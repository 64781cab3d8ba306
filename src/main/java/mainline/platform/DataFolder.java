package mainline.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

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
            if (!Files.exists(folder.resolve(MARKER))) {
                allow(folder, Account.isRoot() ? "rwx--x--x" : "rwx------");
                Files.writeString(folder.resolve(MARKER), "Mainline data folder, layout 1\n");
            }
            return new DataFolder(folder);
        } catch (IOException e) {
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

    private static void checkWritable(Path folder) throws IOException {
        Files.delete(Files.createTempFile(folder, ".writable", null));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.allMatch(file -> file.getFileName().toString().equals("lost+found"));
        }
    }
}
