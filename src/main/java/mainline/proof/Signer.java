package mainline.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** Signs notes with an Ed25519 key under a name. */
public final class Signer {
    /** A private key: 32 secret bytes and the 32 public ones that belong to them. */
    public record Pair(byte[] seed, byte[] publicKey) {
        public static Pair generate() {
            try {
                KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
                byte[] encoded = pair.getPublic().getEncoded();
                return new Pair(seed, Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final VerifierKey key;
    private final PrivateKey secret;

    public Signer(String name, Pair pair) {
        this.key =
                new VerifierKey(name, VerifierKey.ED25519, Base64.getEncoder().encodeToString(pair.publicKey()));
        try {
            secret = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, pair.seed()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key by which its plain signatures are checked. */
    public VerifierKey key() {
        return key;
    }

    /** The key by which its cosignatures are checked. */
    public VerifierKey cosigningKey() {
        return key.as(VerifierKey.COSIGNATURE);
    }

    public Note sign(String text) {
        Note.Signature signature = Note.Signature.of(key.name(), key.id(), sign(text.getBytes(StandardCharsets.UTF_8)));
        return new Note(text, java.util.List.of(signature));
    }

    public Note sign(Checkpoint checkpoint) {
        return sign(checkpoint.body());
    }

    /** The line by which a witness says that it saw this checkpoint then and that it continues all it saw before. */
    public Note.Signature cosign(Checkpoint checkpoint, Instant at) {
        return Cosignature.of(this, checkpoint.body(), at.getEpochSecond());
    }

    byte[] sign(byte[] message) {
        try {
            java.security.Signature signing = java.security.Signature.getInstance("Ed25519");
            signing.initSign(secret);
            signing.update(message);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
