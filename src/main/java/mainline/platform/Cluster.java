package mainline.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** The files of the database, below the data folder: they are there as a whole or not at all. */
final class Cluster {
    private final DataFolder folder;
    private final PostgresPrograms programs;

    Cluster(DataFolder folder, PostgresPrograms programs) {
        this.folder = folder;
        this.programs = programs;
    }

    Path path() {
        return folder.resolve("database");
    }

    /** @throws Refusal when another version of PostgreSQL has made them */
    void makeIfMissing(String password, EmbeddedPostgres.Durability durability) throws IOException {
        var version = path().resolve("PG_VERSION");
        if (Files.notExists(version)) make(password, durability);
        else check(Files.readString(version).strip());
    }

    private void check(String found) {
        var major = PostgresBinaries.VERSION.substring(0, PostgresBinaries.VERSION.indexOf('.'));
        if (!found.equals(major))
            throw new Refusal("The database in " + folder.path() + " was made by PostgreSQL " + found
                    + "; this is PostgreSQL " + major + ".");
    }

    private void make(String password, EmbeddedPostgres.Durability durability) throws IOException {
        var fresh = folder.resolve("database.new");
        FileSystemUtils.deleteRecursively(fresh);
        Files.createDirectory(fresh);
        var secret = folder.resolve("database.new.password");
        DataFolder.writeSecret(secret, password);
        programs.account().own(fresh);
        programs.account().own(secret);
        try {
            programs.run(
                    "initdb",
                    List.of(
                            "--pgdata=" + fresh,
                            "--username=postgres",
                            "--pwfile=" + secret,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--data-checksums",
                            durability == EmbeddedPostgres.Durability.DURABLE ? "--sync-method=fsync" : "--no-sync"));
            Files.move(fresh, path(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(secret);
        }
    }

    /** As it was when it was made, also in a copy: PostgreSQL takes no folder of somebody else, or one open to others. */
    void own() throws IOException {
        var real = path().toRealPath();
        programs.account().own(real);
        DataFolder.allow(real, "rwx------");
    }
}
