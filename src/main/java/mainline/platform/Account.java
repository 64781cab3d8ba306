package mainline.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The account the database runs under: ours, or an unprivileged one when we are root, since PostgreSQL refuses root. */
final class Account {
    private static final int NOBODY = 65534;
    private static final long CAP_DAC_OVERRIDE = 1L << 1;
    private static final long CAP_DAC_READ_SEARCH = 1L << 2;

    private final int uid;
    private final boolean reachesFolder;

    private Account(int uid, boolean reachesFolder) {
        this.uid = uid;
        this.reachesFolder = reachesFolder;
    }

    static boolean isRoot() {
        try {
            var self = Path.of("/proc/self");
            return Files.exists(self) && (int) Files.getAttribute(self, "unix:uid") == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** The owner of the folder when that is not root, else nobody. */
    static Account forDatabaseIn(Path folder) throws IOException {
        if (!isRoot()) return new Account(-1, true);
        int owner = (int) Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        return new Account(owner == 0 ? NOBODY : owner, owner != 0 || isOpenToAll(folder.toRealPath()));
    }

    /** The command as it must be run to act as this account. */
    List<String> run(String... command) throws IOException {
        if (uid < 0) return List.of(command);
        var all = new ArrayList<>(
                List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups", "--no-new-privs"));
        if (!reachesFolder) {
            // A folder below one that only root may enter, such as /root: let the database pass through it.
            var pass = capability();
            // Without this, access(2), by which PostgreSQL looks for its programs, would not honour it.
            all.add("--securebits=+no_setuid_fixup");
            all.add("--bounding-set=-all," + pass);
            all.add("--inh-caps=-all," + pass);
            all.add("--ambient-caps=" + pass);
        } else {
            all.add("--inh-caps=-all");
        }
        all.addAll(Arrays.asList(command));
        return all;
    }

    /** Hands a file or folder, with all it holds, to this account; what is its own already stays as it is. */
    void own(Path path) throws IOException {
        if (uid < 0) return;
        try (Stream<Path> all = Files.walk(path.toRealPath())) {
            for (var file : (Iterable<Path>) all::iterator) {
                if ((int) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS) == uid) continue;
                Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:gid", uid, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static boolean isOpenToAll(Path folder) throws IOException {
        for (Path at = folder; at != null; at = at.getParent())
            if (!Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) return false;
        return true;
    }

    private static String capability() throws IOException {
        var ours = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("CapEff:"))
                .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                .findFirst()
                .orElse(0);
        if ((ours & CAP_DAC_READ_SEARCH) != 0) return "+dac_read_search";
        if ((ours & CAP_DAC_OVERRIDE) != 0) return "+dac_override";
        throw new Refusal("The database does not run as root and cannot reach the data folder; choose one with --data"
                + " below a folder that is open to all, such as /var/lib.");
    }
}
