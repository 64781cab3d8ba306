package mainline.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** A witness's signature with its time under a checkpoint: C2SP tlog-cosignature, the Ed25519 kind. */
public final class Cosignature {
    private Cosignature() {}

    /** When that witness cosigned the note; empty when it did not, or its signature is not good. */
    public static Optional<Instant> time(Note note, VerifierKey witness) {
        if (witness.type() != VerifierKey.COSIGNATURE || !note.isSignedBy(witness)) return Optional.empty();
        return note.signatures().stream()
                .filter(witness::made)
                .map(signature ->
                        Instant.ofEpochSecond(ByteBuffer.wrap(signature.bytes()).getLong()))
                .max(Instant::compareTo);
    }

    static Note.Signature of(Signer signer, String body, long time) {
        byte[] signed = signer.sign(message(body, time));
        byte[] stamped =
                ByteBuffer.allocate(8 + signed.length).putLong(time).put(signed).array();
        VerifierKey key = signer.cosigningKey();
        return Note.Signature.of(key.name(), key.id(), stamped);
    }

    static boolean verifies(VerifierKey key, String body, Note.Signature signature) {
        byte[] stamped = signature.bytes();
        if (stamped.length < 8) return false;
        long time = ByteBuffer.wrap(stamped).getLong();
        // Above this no Instant can hold it.
        return time >= 0
                && time <= Instant.MAX.getEpochSecond()
                && key.verifies(message(body, time), Arrays.copyOfRange(stamped, 8, stamped.length));
    }

    private static byte[] message(String body, long time) {
        return ("cosignature/v1\ntime " + time + "\n" + body).getBytes(StandardCharsets.UTF_8);
    }
}
