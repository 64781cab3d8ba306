package mainline.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainline.platform.Refusal;

/** The text of a file that should be an export. What it is instead, or where it cannot be read, is said in one sentence. */
final class ExportText {
    private static final String WHERE = "In WordPress, choose Tools, Export, and give the .xml file it makes";
    private static final Pattern ENCODING = Pattern.compile("<\\?xml[^>]*encoding=[\"']([A-Za-z0-9._:-]{1,40})[\"']");
    private static final Pattern BLANK = Pattern.compile("^(\\s+)<");
    private static final int BEGINNING = 512;

    private final Path file;
    private final String name;
    private final Charset charset;
    private final int mark;

    private ExportText(Path file, Charset charset, int mark) {
        this.file = file;
        this.name = name(file);
        this.charset = charset;
        this.mark = mark;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** @throws Refusal when this can be no export */
    static ExportText of(Path file) throws IOException {
        if (Files.isDirectory(file)) throw new Refusal(file + " is a folder. Name the export in it, an .xml file.");
        if (!Files.isRegularFile(file)) throw new Refusal("There is no file " + file + ".");
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(BEGINNING);
        }
        if (bytes.length == 0) throw new Refusal(name(file) + " is empty, so this is no export. " + WHERE + ".");
        String start = new String(bytes, StandardCharsets.ISO_8859_1);
        packed(name(file), start);
        Charset wide =
                start.startsWith("\u00fe\u00ff") || start.startsWith("\u00ff\u00fe") ? StandardCharsets.UTF_16 : null;
        int mark = start.startsWith("\u00ef\u00bb\u00bf") ? 3 : 0;
        String text = wide == null ? start.substring(mark) : new String(bytes, wide);
        other(name(file), text);
        return new ExportText(file, wide == null ? declared(name(file), text) : wide, mark);
    }

    private static void packed(String name, String start) {
        String how = start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")
                ? "a zip archive"
                : start.startsWith("\u001f\u008b")
                        ? "packed with gzip"
                        : start.startsWith("BZh")
                                ? "packed with bzip2"
                                : start.startsWith("\u00fd7zXZ")
                                        ? "packed with xz"
                                        : start.startsWith("7z\u00bc\u00af") || start.startsWith("Rar!")
                                                ? "an archive"
                                                : start.regionMatches(257, "ustar", 0, 5) ? "a tar archive" : "";
        if (!how.isEmpty())
            throw new Refusal(name + " is " + how + ". Unpack it first, and give the export in it, an .xml file.");
    }

    private static void other(String name, String text) {
        String begins = text.strip().toLowerCase(Locale.ROOT);
        if (begins.isEmpty())
            throw new Refusal(name + " begins with nothing but blank lines, so this is no export. " + WHERE + ".");
        if (begins.startsWith("<!doctype html") || begins.startsWith("<html"))
            throw new Refusal(name + " is a web page, not an export. " + WHERE + ".");
        Matcher blank = BLANK.matcher(text);
        if (blank.find() && begins.startsWith("<?xml"))
            throw new Refusal(name + " has " + (blank.group().contains("\n") ? "blank lines" : "spaces")
                    + " before its first line, <?xml …?>. Delete them, save the export and try again.");
        if (begins.charAt(0) != '<')
            throw new Refusal(name + ", line 1: this is no export, which begins with <?xml …?>. " + WHERE + ".");
    }

    private static Charset declared(String name, String text) {
        Matcher declared = ENCODING.matcher(text);
        if (!declared.find()) return StandardCharsets.UTF_8;
        try {
            return Charset.forName(declared.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new Refusal(
                    name + ", line 1: nobody here knows the encoding " + declared.group(1)
                            + ". Save the export as UTF-8, and say so in its first line.",
                    unknown);
        }
    }

    /** In its encoding; a byte that does not fit is an error. */
    Reader open() throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.skipNBytes(mark);
        return new InputStreamReader(in, charset.newDecoder());
    }

    /** The first place that no XML may hold, if there is one. */
    Optional<String> wrong() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(mark);
            return wrong(in);
        }
    }

    private Optional<String> wrong(InputStream in) throws IOException {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer text = CharBuffer.allocate(1 << 16);
        int line = 1;
        boolean end = false;
        while (!end) {
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            end = read < 0;
            if (!end) bytes.position(bytes.position() + read);
            bytes.flip();
            CoderResult result = decoder.decode(bytes, text, end);
            text.flip();
            while (text.hasRemaining()) {
                char c = text.get();
                if (c == '\n') line++;
                if ((c < ' ' && "\t\n\r".indexOf(c) < 0) || c == '\ufffe' || c == '\uffff')
                    return Optional.of(
                            "%s, line %d: there is a control character (U+%04X), which no export may hold. Delete it, save the export and try again."
                                    .formatted(name, line, (int) c));
            }
            text.clear();
            if (result.isError())
                return Optional.of(
                        "%s, line %d: the export is said to be %s, but a byte in this line is not. Save it as UTF-8, or name its true encoding in its first line."
                                .formatted(name, line, charset.name()));
            bytes.compact();
        }
        return Optional.empty();
    }
}
