package mainline.tally;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A text file by lines, counted from 1: UTF-8 or UTF-16 as marked, UTF-8 unmarked, or else Latin-1; any end of line. */
final class Lines {
    private static final long MOST = 1L << 30;
    private static final int MOST_OPTIONS = 10_000;
    private static final int SHOWN = 40;
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");

    private final String name;
    private final byte[] bytes;
    private final List<String> lines;

    Lines(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
        if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3)
            throw wrong(0, "this is a spreadsheet or an archive; save the ballots as text (CSV) first");
        lines = decode(bytes).lines().toList();
        for (int number = 1; number <= lines.size(); number++)
            if (lines.get(number - 1).indexOf('\0') >= 0) throw wrong(number, "there is a NUL byte; this is not text");
    }

    static Lines of(Path file) {
        String name = file.toString();
        try {
            if (Files.isDirectory(file)) throw new Malformed(name, 0, "this is a folder, not a file of ballots");
            if (Files.size(file) > MOST) throw new Malformed(name, 0, "the file is larger than 1 GB");
            return new Lines(name, Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new Malformed(name, 0, "there is no such file");
        } catch (IOException e) {
            throw new Malformed(name, 0, "the file cannot be read");
        }
    }

    private static String decode(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        if (bytes.length >= 2 && bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff)
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        String text = strictly(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    String name() {
        return name;
    }

    byte[] bytes() {
        return bytes;
    }

    int count() {
        return lines.size();
    }

    String get(int number) {
        return lines.get(number - 1);
    }

    Malformed wrong(int number, String what) {
        return new Malformed(name, number, what);
    }

    static String quoted(String text) {
        return "“" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + "”";
    }

    /** A whole number from {@code least}. */
    long number(int line, String text, String what, long least) {
        String digits = text.strip();
        if (digits.indexOf('.') >= 0) digits = digits.replaceFirst("\\.0+$", "");
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
