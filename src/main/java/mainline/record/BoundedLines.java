package mainline.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.ZipException;
import mainline.proof.Malformed;

/** BoundedLines of a file that somebody else made: each of bounded length, in UTF-8, and each with its end. */
final class BoundedLines implements Iterator<String> {
    private static final int LONGEST = 4 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int at;
    private int filled;
    private long number;

    BoundedLines(InputStream in) {
        this.in = in;
    }

    @Override
    public boolean hasNext() {
        try {
            if (at == filled) fill();
            return filled > 0;
        } catch (ZipException | java.io.EOFException e) {
            throw new Malformed("after line " + number + " the packed file is broken off or damaged");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String next() {
        line.reset();
        number++;
        while (hasNext()) {
            int end = at;
            while (end < filled && buffer[end] != '\n') end++;
            line.write(buffer, at, end - at);
            if (line.size() > LONGEST) throw new Malformed("line " + number + " is longer than any row");
            boolean whole = end < filled;
            at = whole ? end + 1 : end;
            if (whole) return text();
        }
        if (line.size() == 0 && number > 1) throw new NoSuchElementException();
        throw new Malformed("line " + number + " is broken off");
    }

    private void fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer));
    }

    private String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("line " + number + " is not text in UTF-8");
        }
    }
}
