package mainline.record;

import mainline.kernel.Refused;
import mainline.proof.Malformed;
import mainline.proof.VerifierKey;

/** Keys as operators paste them. */
final class Keys {
    private static final int LONGEST = 700;

    private Keys() {}

    /** @throws Refused for that field unless it is a key of that type */
    static VerifierKey read(String field, String text, int type) {
        new Refused.Check().text(text, field, LONGEST).orRefuse();
        try {
            VerifierKey key = VerifierKey.parse(text);
            if (key.type() == type && key.isUsable()) return key;
        } catch (Malformed e) {
            // Said below.
        }
        throw Refused.because(
                field, type == VerifierKey.ED25519 ? "record.witness.no-log-key" : "record.witness.no-witness-key");
    }
}
