package mainline.handbook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Addresses as people write them, where a percent sign may begin a byte or just be one. */
final class Percents {
    private Percents() {}

    /** Every byte that is spelled out is read, as far as they make up letters; what begins none stays. */
    static String decoded(String written) {
        if (written.indexOf('%') < 0) return written;
        StringBuilder decoded = new StringBuilder();
        int at = 0;
        while (at < written.length()) {
            int begin = at;
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            while (isByte(written, at)) {
                bytes.write(Integer.parseInt(written, at + 1, at + 3, 16));
                at += 3;
            }
            String letters = bytes.toString(StandardCharsets.UTF_8);
            boolean odd = letters.indexOf('\ufffd') >= 0 || letters.indexOf('\0') >= 0;
            decoded.append(odd ? written.substring(begin, at) : letters);
            if (at < written.length() && !isByte(written, at)) decoded.append(written.charAt(at++));
        }
        return decoded.toString();
    }

    private static boolean isByte(String written, int at) {
        return at + 2 < written.length()
                && written.charAt(at) == '%'
                && Character.digit(written.charAt(at + 1), 16) >= 0
                && Character.digit(written.charAt(at + 2), 16) >= 0
                && written.charAt(at + 1) < 128
                && written.charAt(at + 2) < 128;
    }
}
