package mainline.git;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import mainline.platform.Refusal;
import org.eclipse.jgit.errors.MissingBundlePrerequisiteException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.BundleWriter;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.TransportBundleStream;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/** A whole history in one file, as {@code git bundle} writes it; a repository's folder is written into such a file first. */
public final class Bundle implements AutoCloseable {
    static {
        SystemReader.setInstance(new WithoutGit(SystemReader.getInstance()));
    }

    private final Path file;
    private final boolean ours;
    /** The branch the repository's HEAD names; null when that is not known. */
    private final @Nullable String main;

    private Bundle(Path file, boolean ours, @Nullable String main) {
        this.file = file;
        this.ours = ours;
        this.main = main;
    }

    /** @param source a repository's folder, with or without a work tree, or a bundle */
    public static Bundle of(Path source) {
        if (Files.isDirectory(source)) return packed(source);
        if (!Files.isRegularFile(source)) throw new Refusal("There is no repository or bundle at " + source + ".");
        return new Bundle(source, false, null);
    }

    /** The branches and tags of a handbook that is here. */
    public static Bundle of(GitRepository git) {
        return written(git.repository());
    }

    private static Bundle packed(Path folder) {
        FileRepositoryBuilder builder = new FileRepositoryBuilder().setMustExist(true);
        boolean bare = Files.isDirectory(folder.resolve("objects"));
        if (bare) builder.setGitDir(folder.toFile()).setBare();
        else builder.setGitDir(folder.resolve(Constants.DOT_GIT).toFile());
        try (Repository repository = builder.build()) {
            if (!repository.getObjectDatabase().getShallowCommits().isEmpty())
                throw new Refusal("The repository at " + folder + " is a shallow clone, without its older commits. Run"
                        + " git fetch --unshallow in it and try again.");
            return written(repository);
        } catch (IOException e) {
            throw new Refusal("The repository at " + folder + " cannot be read: " + line(e), e);
        }
    }

    private static Bundle written(Repository repository) {
        Path file = null;
        try {
            file = Files.createTempFile("mainline-import-", ".bundle");
            BundleWriter writer = new BundleWriter(repository);
            for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS, Constants.R_TAGS))
                if (ref.getObjectId() != null) writer.include(ref.getName(), ref.getObjectId());
            ObjectId head = repository.resolve(Constants.HEAD);
            if (head == null) throw new Refusal("The repository has no commit yet.");
            writer.include(Constants.HEAD, head);
            try (var out = Files.newOutputStream(file)) {
                writer.writeBundle(NullProgressMonitor.INSTANCE, out);
            }
            return new Bundle(file, true, repository.getFullBranch());
        } catch (IOException | RuntimeException e) {
            remove(file);
            if (e instanceof Refusal refusal) throw refusal;
            if (isPartial(repository))
                throw new Refusal(
                        "The repository is a partial clone, without some of its files. Run"
                                + " git fetch --refetch --no-filter in it and try again.",
                        e);
            throw new Refusal("The repository cannot be read: " + line(e), e);
        }
    }

    private static boolean isPartial(Repository repository) {
        return repository.getConfig().getSubsections("remote").stream()
                .anyMatch(remote -> repository.getConfig().getBoolean("remote", remote, "promisor", false));
    }

    @Nullable
    public String main() {
        return main;
    }

    /**
     * Stores all objects of the bundle.
     *
     * @param told how much of the file was read, in steps of ten per cent
     * @return what its refs point to, by name
     */
    public Map<String, ObjectId> unpack(Repository into, Consumer<Integer> told) {
        try (InputStream in = new BufferedInputStream(new Counted(Files.newInputStream(file), Files.size(file), told));
                TransportBundleStream transport = new TransportBundleStream(into, new URIish("file://bundle"), in);
                FetchConnection connection = transport.openFetch()) {
            Collection<Ref> wanted = connection.getRefs();
            Map<String, ObjectId> refs = new LinkedHashMap<>();
            wanted.forEach(ref -> refs.put(ref.getName(), ref.getObjectId()));
            connection.fetch(NullProgressMonitor.INSTANCE, wanted, Set.of());
            return refs;
        } catch (TransportException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof MissingObjectException || e instanceof MissingBundlePrerequisiteException)
                throw notWhole(e);
            throw new Refusal("This is not a whole git bundle: " + line(cause), e);
        } catch (Exception e) {
            throw new Refusal("The bundle cannot be read: " + line(e), e);
        }
    }

    /** What somebody hears whose bundle or folder lacks a part of its history. */
    public static Refusal notWhole(Exception hole) {
        return new Refusal(
                "The history lacks something that its commits build on, as when it comes from a shallow or partial clone or"
                        + " from a part of a history. Where it comes from, run git fetch --unshallow (in a partial clone"
                        + " git fetch --refetch --no-filter) and, for a bundle, git bundle create FILE --all. "
                        + line(hole),
                hole);
    }

    private static String line(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no more is known");
    }

    @Override
    public void close() {
        if (ours) remove(file);
    }

    private static void remove(@Nullable Path file) {
        try {
            if (file != null) Files.deleteIfExists(file);
        } catch (IOException left) {
            file.toFile().deleteOnExit();
        }
    }

    /** Counts what was read. */
    private static final class Counted extends java.io.FilterInputStream {
        private final long size;
        private final Consumer<Integer> told;
        private long read;
        private int step;

        Counted(InputStream in, long size, Consumer<Integer> told) {
            super(in);
            this.size = Math.max(1, size);
            this.told = told;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            read += Math.max(0, count);
            int now = (int) (read * 10 / size);
            if (now > step) told.accept(10 * (step = now));
            return count;
        }
    }

    /** Reads no settings of git's own on this machine: the library would start a git process to find them. */
    private static final class WithoutGit extends SystemReader.Delegate {
        WithoutGit(SystemReader real) {
            super(real);
        }

        @Override
        public FileBasedConfig openSystemConfig(org.eclipse.jgit.lib.@Nullable Config parent, FS fs) {
            return new FileBasedConfig(parent, null, fs) {
                @Override
                public void load() {}

                @Override
                public boolean isOutdated() {
                    return false;
                }
            };
        }
    }
}
