package mainline.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lines of a file, counted from 1, and what they say instead; empty when they go. All other bytes stay as they are. */
public record Splice(int first, int last, String text) {

    /** The text with all of them; nothing when two are about the same line. */
    public static Optional<byte[]> all(Lines lines, List<Splice> splices) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int next = 1;
        for (Splice splice :
                splices.stream().sorted(Comparator.comparingInt(Splice::first)).toList()) {
            if (splice.first() < next) return Optional.empty();
            copy(lines, next, splice.first() - 1, out);
            splice.write(lines, out);
            next = splice.last() + 1;
        }
        copy(lines, next, lines.count(), out);
        return Optional.of(out.toByteArray());
    }

    /** Ends lines as the last replaced one ends. */
    private void write(Lines lines, ByteArrayOutputStream out) {
        if (text.isEmpty()) return;
        String replaced = lines.raw().getString(last - 1, last, false);
        String end = replaced.endsWith("\r\n") ? "\r\n" : "\n";
        boolean ended = replaced.endsWith("\n");
        out.writeBytes((text.replace("\n", end) + (ended ? end : "")).getBytes(StandardCharsets.UTF_8));
    }

    private static void copy(Lines lines, int first, int last, ByteArrayOutputStream out) {
        if (last < first) return;
        int start = start(lines, first);
        out.write(lines.bytes(), start, start(lines, last + 1) - start);
    }

    /** Where a line begins; the end of the file for the one after the last. */
    private static int start(Lines lines, int line) {
        byte[] bytes = lines.bytes();
        int at = 0;
        for (int n = 1; n < line && at < bytes.length; n++) {
            while (at < bytes.length && bytes[at] != '\n') at++;
            if (at < bytes.length) at++;
        }
        return at;
    }
}
