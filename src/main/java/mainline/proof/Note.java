package mainline.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** A signed note of C2SP signed-note: a text that ends with a line, and signatures under it. */
public record Note(String text, List<Signature> signatures) {
    private static final int LONGEST = 1_000_000;
    private static final int MOST_SIGNATURES = 100;
    private static final String DASH = "\u2014 ";

    /** One line under a note. Its bytes begin with the four of the key's id. */
    public record Signature(String name, String base64) {
        static Signature of(String name, byte[] keyId, byte[] signature) {
            byte[] whole = Arrays.copyOf(keyId, keyId.length + signature.length);
            System.arraycopy(signature, 0, whole, keyId.length, signature.length);
            return new Signature(name, Base64.getEncoder().encodeToString(whole));
        }

        /** @throws Malformed when it is no line of a signature; a line end is not part of it */
        public static Signature parse(String line) {
            int space = line.indexOf(' ', DASH.length());
            if (!line.startsWith(DASH) || space < 0) throw new Malformed("not a signature: " + line);
            String name = line.substring(DASH.length(), space);
            VerifierKey.checkName(name);
            String base64 = line.substring(space + 1);
            if (Hash.base64(base64).length < 5) throw new Malformed("a signature too short: " + line);
            return new Signature(name, base64);
        }

        public String line() {
            return DASH + name + " " + base64;
        }

        byte[] keyId() {
            return Arrays.copyOf(Hash.base64(base64), 4);
        }

        byte[] bytes() {
            byte[] whole = Hash.base64(base64);
            return Arrays.copyOfRange(whole, 4, whole.length);
        }
    }

    public Note {
        if (!text.endsWith("\n")) throw new Malformed("a note whose text does not end with a line");
        signatures = List.copyOf(signatures);
    }

    /** @throws Malformed when it is not exactly a signed note */
    public static Note parse(String note) {
        if (note.length() > LONGEST) throw new Malformed("a note too long");
        if (note.chars().anyMatch(c -> c < 0x20 && c != '\n')) throw new Malformed("a note with control characters");
        int gap = note.lastIndexOf("\n\n");
        if (gap < 0 || !note.endsWith("\n") || gap + 2 == note.length())
            throw new Malformed("a note without signatures");
        String[] lines = note.substring(gap + 2, note.length() - 1).split("\n", -1);
        if (lines.length > MOST_SIGNATURES) throw new Malformed("a note with too many signatures");
        return new Note(
                note.substring(0, gap + 1),
                Arrays.stream(lines).map(Signature::parse).toList());
    }

    /** The note with more signatures; one that it has already is not added again. */
    public Note with(List<Signature> more) {
        List<Signature> all = new ArrayList<>(signatures);
        for (Signature signature : more) if (!all.contains(signature)) all.add(signature);
        return new Note(text, all);
    }

    /**
     * Whether the key has signed this note. Signatures of other keys do not matter.
     *
     * @return false as well when the key has one good signature and one bad
     */
    public boolean isSignedBy(VerifierKey key) {
        List<Signature> own = signatures.stream().filter(key::made).toList();
        return !own.isEmpty() && own.stream().allMatch(signature -> key.verifies(text, signature));
    }

    /** The note as it is written and served. */
    public String whole() {
        StringBuilder whole = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> whole.append(signature.line()).append('\n'));
        return whole.toString();
    }
}
