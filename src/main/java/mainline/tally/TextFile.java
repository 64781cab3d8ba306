package mainline.tally;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A text file by lines, counted from 1: UTF-8 or UTF-16 as marked, UTF-8 unmarked, or else Latin-1 as Windows writes it; any end of line. A line
 * is decoded when it is asked for, so that a large file takes little more memory than its bytes.
 */
final class TextFile {
    private static final long MOST = 1L << 30;
    private static final int MOST_OPTIONS = 10_000;
    private static final int SHOWN = 40;
    /** Where every so many lines begin is kept; the lines between are counted from there. */
    private static final int STEP = 64;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");

    private final String name;
    private final byte[] bytes;
    private final byte[] text;
    private final Charset charset;
    private final int count;
    private int[] starts = new int[16];
    private int number = 1;
    private int at;

    TextFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
        refusePacked();
        text = unmarked(bytes);
        charset = isUtf8(text) ? StandardCharsets.UTF_8 : WINDOWS;
        count = index();
    }

    static TextFile of(Path file) {
        String name = file.toString();
        try {
            if (Files.isDirectory(file)) throw new Malformed(name, 0, "this is a folder, not a file of ballots");
            if (Files.size(file) > MOST) throw new Malformed(name, 0, "the file is larger than 1 GB");
            return new TextFile(name, Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new Malformed(name, 0, "there is no such file");
        } catch (IOException e) {
            throw new Malformed(name, 0, "the file cannot be read");
        }
    }

    private void refusePacked() {
        if (begins('P', 'K', 3))
            throw wrong(0, "this is a spreadsheet or an archive; save the ballots as text (CSV) first");
        if (begins(0x1f, 0x8b) || begins('B', 'Z', 'h') || begins(0xfd, '7', 'z') || begins(0x28, 0xb5, 0x2f))
            throw wrong(0, "this is compressed; unpack it first");
        if (begins('%', 'P', 'D', 'F')) throw wrong(0, "this is a PDF; the ballots are needed as text");
    }

    private boolean begins(int... with) {
        if (bytes.length < with.length) return false;
        for (int i = 0; i < with.length; i++) if ((bytes[i] & 0xff) != with[i]) return false;
        return true;
    }

    private byte[] unmarked(byte[] marked) {
        if (begins(0xff, 0xfe)) return inUtf8(marked, StandardCharsets.UTF_16LE);
        if (begins(0xfe, 0xff)) return inUtf8(marked, StandardCharsets.UTF_16BE);
        return begins(0xef, 0xbb, 0xbf) ? Arrays.copyOfRange(marked, 3, marked.length) : marked;
    }

    private static byte[] inUtf8(byte[] marked, Charset from) {
        return new String(marked, 2, marked.length - 2, from).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isUtf8(byte[] text) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var in = ByteBuffer.wrap(text);
        var out = CharBuffer.allocate(8192);
        while (true) {
            var result = decoder.decode(in, out.clear(), true);
            if (result.isError()) return false;
            if (result.isUnderflow()) return true;
        }
    }

    private int index() {
        int lines = 0;
        for (int from = 0; from < text.length; from = after(end(from))) {
            if (lines % STEP == 0) {
                if (lines / STEP == starts.length) starts = Arrays.copyOf(starts, starts.length * 2);
                starts[lines / STEP] = from;
            }
            lines++;
            for (int i = from, end = end(from); i < end; i++)
                if (text[i] == 0) throw wrong(lines, "there is a NUL byte; this is not text");
        }
        return lines;
    }

    private int end(int from) {
        int end = from;
        while (end < text.length && text[end] != '\n' && text[end] != '\r') end++;
        return end;
    }

    private int after(int end) {
        return end + 1 < text.length && text[end] == '\r' && text[end + 1] == '\n' ? end + 2 : end + 1;
    }

    String name() {
        return name;
    }

    byte[] bytes() {
        return bytes;
    }

    int count() {
        return count;
    }

    String get(int wanted) {
        if (wanted < 1 || wanted > count) throw new IndexOutOfBoundsException(wanted);
        if (wanted < number || wanted - number > STEP) {
            number = (wanted - 1) / STEP * STEP + 1;
            at = starts[(wanted - 1) / STEP];
        }
        for (; number < wanted; number++) at = after(end(at));
        return new String(text, at, end(at) - at, charset);
    }

    Malformed wrong(int line, String what) {
        return new Malformed(name, line, what);
    }

    static String quoted(String text) {
        return "“" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + "”";
    }

    /** A whole number from {@code least}. */
    long number(int line, String text, String what, long least) {
        String digits = text.strip();
        // Three noughts after a comma or a stop could be a thousand as well as one.
        digits = digits.replaceFirst("[.,](0{1,2}|0{4,})$", "");
        if (!WHOLE.matcher(digits).matches())
            throw wrong(line, what + " must be a whole number, not " + quoted(text.strip()));
        try {
            long number = Long.parseLong(digits);
            if (number < least) throw wrong(line, what + " must be at least " + least + ", not " + number);
            return number;
        } catch (NumberFormatException e) {
            throw wrong(line, what + " is too large: " + quoted(digits));
        }
    }

    int options(int line, String text) {
        long options = number(line, text, "the number of options", 1);
        if (options > MOST_OPTIONS)
            throw wrong(line, options + " options are more than can be counted (" + MOST_OPTIONS + ")");
        return (int) options;
    }

    int seats(int line, String text) {
        return (int) Math.min(Integer.MAX_VALUE, number(line, text, "the number of seats", 0));
    }
}
