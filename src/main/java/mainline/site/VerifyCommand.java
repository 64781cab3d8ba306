package mainline.site;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.decisions.ServedDecisions;
import mainline.platform.Outbound;
import mainline.platform.Refusal;
import mainline.proof.CanonicalJson;
import mainline.proof.Checkpoint;
import mainline.proof.LogVerifier;
import mainline.proof.Malformed;
import mainline.proof.Note;
import mainline.proof.VerifierKey;
import mainline.record.RecordCheck;
import mainline.record.RecordCopies;
import mainline.record.RecordCopy;
import mainline.record.RecordFile;
import mainline.record.ServedRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        description =
                "Check a community's record from its first row to its last, and name the first that does not fit.")
final class VerifyCommand implements Callable<Integer> {
    private static final int LONGEST_NOTE = 1 << 20;
    private static final Duration A_MOMENT = Duration.ofSeconds(3);

    /** Where a record elsewhere is read from. */
    static final class Source {
        @Option(
                names = "--url",
                paramLabel = "BASE",
                description = "A community's address; its record is read from that server.")
        @Nullable
        String url;

        @Option(
                names = "--file",
                paramLabel = "EXPORT",
                description = "An export of a record; may be packed with gzip.")
        @Nullable
        Path file;
    }

    @ArgGroup
    private @Nullable Source elsewhere;

    @Mixin
    private DataOption folder = new DataOption();

    @Option(
            names = "--community",
            paramLabel = "SLUG",
            description = "Of this installation, only that community's record.")
    private @Nullable String community;

    @Option(
            names = "--from",
            paramLabel = "CHECKPOINT",
            description = "A checkpoint kept from earlier; the record must continue it.")
    private @Nullable Path from;

    @Option(
            names = "--key",
            paramLabel = "VKEY",
            description = "The log's key as known from elsewhere; without it, the key in the copy is taken on trust.")
    private @Nullable String key;

    @Option(
            names = "--witness",
            paramLabel = "VKEY",
            description = "The key of a witness, to check its cosignature by; may be given several times.")
    private List<String> witnesses = new ArrayList<>();

    @Option(names = "--json", description = "Tell the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        RecordCheck check = new RecordCheck(
                key == null ? null : read("--key", key, VerifierKey::parse),
                from == null ? null : read("--from", noteIn(from), VerifyCommand::checkpoint),
                witnesses.stream()
                        .map(each -> read("--witness", each, VerifierKey::parse))
                        .toList());
        if (elsewhere == null) return new Launch().data(folder.data).work(context -> verifyHere(context, check));
        if (elsewhere.file != null) return tell(checked(check, new RecordFile(elsewhere.file)), List.of());
        try (Outbound outbound = Outbound.anywhere()) {
            String base = String.valueOf(elsewhere.url);
            ServedDecisions copy = new ServedDecisions(new ServedRecord(outbound, base), outbound, base);
            RecordCheck.Result result = checked(check, copy);
            int found = tell(result, result.holds() ? copy.misfits() : List.of());
            if (found == 0 && !json) System.out.println("OK: ballots of " + copy.counted() + " decisions, as recorded");
            return found;
        }
    }

    private int verifyHere(ApplicationContext context, RecordCheck check) {
        Communities communities = context.getBean(Communities.class);
        List<Community> wanted = community == null
                ? communities.all()
                : communities.bySlug(community).stream().toList();
        if (wanted.isEmpty()) throw new Refusal("There is no such community.");
        RecordCopies copies = context.getBean(RecordCopies.class);
        int worst = 0;
        boolean met = false;
        for (Community each : wanted) {
            RecordCopy copy = copies.of(each.id()).orElse(null);
            if (copy == null) continue;
            RecordCheck.Result result = checked(only(check, copy), copy);
            met |= check.isAbout(result.origin());
            List<String> misfits = copies.misfits(each.id()).stream()
                    .map(misfit -> each.slug() + ", " + misfit.about().key() + ": " + misfit.problem())
                    .toList();
            worst = Math.max(worst, tell(result, misfits));
        }
        if (!met) throw new Refusal("No record here is the one that --key or --from is about.");
        return worst;
    }

    private static RecordCheck only(RecordCheck check, RecordCopy copy) {
        try {
            return check.only(copy);
        } catch (IOException e) {
            throw new Refusal("The record cannot be read: " + reason(e), e);
        }
    }

    /** An erasure takes effect some seconds before the tree tells of it, so that a hole is looked at twice. */
    private static RecordCheck.Result checked(RecordCheck check, RecordCopy copy) {
        try {
            RecordCheck.Result result = check.of(copy);
            if (!result.problem().endsWith(LogVerifier.UNTOLD) || copy instanceof RecordFile) return result;
            Thread.sleep(A_MOMENT);
            return check.of(copy);
        } catch (IOException e) {
            throw new Refusal("The record cannot be read: " + reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.", e);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.NoSuchFileException none -> "there is no file " + none.getFile();
            case java.nio.file.FileSystemException odd -> odd.getFile() + " cannot be read";
            default -> String.valueOf(e.getMessage());
        };
    }

    private static <T> T read(String option, String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (Malformed e) {
            throw new Refusal(option + " holds " + e.getMessage() + ".", e);
        }
    }

    private static String noteIn(Path file) {
        try {
            if (Files.size(file) > LONGEST_NOTE) throw new Refusal(file + " is too long for a checkpoint.");
            return Files.readString(file);
        } catch (IOException e) {
            throw new Refusal("The checkpoint cannot be read: " + reason(e), e);
        }
    }

    private static Note checkpoint(String text) {
        Note note = Note.parse(text);
        Checkpoint.parse(note.text());
        return note;
    }

    /** @param misfits what is stored otherwise than the record has it, a sentence each */
    private int tell(RecordCheck.Result result, List<String> misfits) {
        if (json) System.out.println(CanonicalJson.of(fields(result, misfits)));
        else if (result.holds()) System.out.println(sentence(result));
        if (!json && !result.holds())
            System.err.println("mainline: " + (elsewhere == null ? result.origin() + ", " : "") + result.problem());
        if (!json) misfits.forEach(misfit -> System.err.println("mainline: " + misfit));
        return result.holds() && misfits.isEmpty() ? 0 : 1;
    }

    private static String sentence(RecordCheck.Result result) {
        String seen = result.signers().stream()
                .map(signer -> signer.at() == null
                        ? ", said to be seen by " + signer.name() + " (not checked; see --witness)"
                        : ", seen by " + signer.name() + " at " + signer.at())
                .collect(joining());
        return "OK: " + result.size() + " rows of " + result.origin() + ", root " + result.root() + ", signed by "
                + result.key() + (result.onTrust() ? " (a key taken on trust; see --key)" : "") + seen;
    }

    private static Map<String, @Nullable Object> fields(RecordCheck.Result result, List<String> misfits) {
        Map<String, @Nullable Object> fields = new TreeMap<>();
        fields.put("ok", result.holds() && misfits.isEmpty());
        fields.put("origin", result.origin());
        fields.put("size", result.size());
        fields.put("root", result.root());
        fields.put("key", result.key());
        fields.put("onTrust", result.onTrust());
        fields.put(
                "signers",
                result.signers().stream()
                        .map(signer -> Map.of(
                                "name", signer.name(), "at", signer.at() == null ? "" : String.valueOf(signer.at())))
                        .toList());
        fields.put("row", result.row() < 0 ? null : result.row());
        fields.put("problem", result.problem());
        fields.put("misfits", misfits);
        return fields;
    }
}
