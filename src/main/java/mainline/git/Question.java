package mainline.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * What a client asks git for. It is answered in memory, so it is looked at first: how many names it gives and how many
 * beginnings of names it asks for.
 */
final class Question {
    /** A history of many thousand commits is settled with sixteen thousand names at a time. */
    private static final int MOST_NAMES = 40_000;

    /** Each is a question to the database. */
    private static final int MOST_PREFIXES = 500;

    private static final byte[] PREFIX = "ref-prefix ".getBytes(StandardCharsets.ISO_8859_1);
    private static final int HEAD = 4;

    private Question() {}

    /** @throws SmartHttp.TooLong when it asks for more than an honest client would */
    static byte[] read(InputStream body, int longest) throws IOException {
        byte[] question = body.readNBytes(longest + 1);
        if (question.length > longest) throw new SmartHttp.TooLong();
        check(question);
        return question;
    }

    /** What is no line of the protocol is left to whoever answers it. */
    private static void check(byte[] question) throws IOException {
        int names = 0;
        int prefixes = 0;
        for (int at = 0; at + HEAD <= question.length; ) {
            int length = length(question, at);
            if (length < 0 || length > question.length - at) return;
            if (length > HEAD && isPrefix(question, at + HEAD)) prefixes++;
            else names++;
            if (names > MOST_NAMES || prefixes > MOST_PREFIXES) throw new SmartHttp.TooLong();
            if (hasZero(question, at, length)) throw new SmartHttp.Odd();
            at += Math.max(HEAD, length);
        }
    }

    private static int length(byte[] question, int at) {
        String digits = new String(question, at, HEAD, StandardCharsets.ISO_8859_1);
        return digits.chars().allMatch(HexFormat::isHexDigit) ? HexFormat.fromHexDigits(digits) : -1;
    }

    private static boolean isPrefix(byte[] question, int at) {
        if (question.length - at < PREFIX.length) return false;
        for (int i = 0; i < PREFIX.length; i++) if (question[at + i] != PREFIX[i]) return false;
        return true;
    }

    private static boolean hasZero(byte[] question, int at, int length) {
        for (int i = at; i < at + length; i++) if (question[i] == 0) return true;
        return false;
    }
}
