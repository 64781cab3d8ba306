package mainline.record;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.proof.LogRow;
import org.jspecify.annotations.Nullable;

/** How an entry is told in the tree: without anybody's name. */
final class Leaves {
    private Leaves() {}

    /** What the leaf's body hash is made of. */
    static LogRow.Opened opened(Entry entry, byte[] salt) {
        Act act = entry.act();
        String subject = isAboutPerson(act.subject()) ? act.subject().key() : null;
        Long person = act.by() == null ? null : act.by().value();
        return LogRow.Opened.of(salt, LogRow.body(act.facts(), person, subject));
    }

    /** @param target the seq of the entry that this one is about, if it is about one */
    static LogRow.Told told(Entry entry, @Nullable Long target) {
        Subject subject = entry.act().subject();
        String told =
                target != null ? Subject.Kind.ENTRY + "-" + target : isAboutPerson(subject) ? null : subject.key();
        return new LogRow.Told(entry.at().toString(), entry.act().verb(), told);
    }

    static String pseudonym(byte[] key, String origin) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(origin.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isAboutPerson(Subject subject) {
        return subject.kind() == Subject.Kind.MEMBER;
    }

    /** Whether this is the person who acted or the one it was done to. */
    static boolean concerns(Entry entry, PersonId person) {
        Act act = entry.act();
        return person.equals(act.by())
                || (isAboutPerson(act.subject()) && act.subject().number() == person.value());
    }
}
