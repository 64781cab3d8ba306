package mainline.git;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A file read as a text.
 *
 * @param encoding in which it is taken to be written; empty for UTF-8
 * @param whole whether every byte of it could be read
 */
public record Written(String text, String encoding, boolean whole) {
    private static final Charset OLD = Charset.forName("windows-1252");
    private static final char UNREAD = '\ufffd';

    /** @param cut whether the bytes are only the beginning, which may end within a letter */
    static Written of(byte[] bytes, boolean cut) {
        if (begins(bytes, 0xFF, 0xFE)) return marked(bytes, StandardCharsets.UTF_16LE, "UTF-16");
        if (begins(bytes, 0xFE, 0xFF)) return marked(bytes, StandardCharsets.UTF_16BE, "UTF-16");
        int from = begins(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        String text = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
        if (cut && text.endsWith(String.valueOf(UNREAD))) text = text.substring(0, text.length() - 1);
        long unread = text.chars().filter(c -> c == UNREAD).count();
        if (unread == 0 || (!cut && isRight(bytes))) return new Written(text, "", true);
        long read = text.chars().filter(c -> c > 127 && c != UNREAD).count();
        if (read >= unread) return new Written(text, "", false);
        String old = new String(bytes, OLD);
        return new Written(old, OLD.name(), old.indexOf(UNREAD) < 0);
    }

    private static boolean begins(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (int n = 0; n < mark.length; n++) if ((bytes[n] & 0xFF) != mark[n]) return false;
        return true;
    }

    private static Written marked(byte[] bytes, Charset charset, String name) {
        String text = new String(bytes, 2, bytes.length - 2, charset);
        return new Written(text, name, text.indexOf(UNREAD) < 0);
    }

    /** It may say the sign for what could not be read itself. */
    private static boolean isRight(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException odd) {
            return false;
        }
    }
}
