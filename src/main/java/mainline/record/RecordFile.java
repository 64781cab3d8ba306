package mainline.record;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import mainline.proof.CanonicalJson;
import mainline.proof.Malformed;
import mainline.proof.Tile;
import mainline.proof.VerifierKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** An export of a record: lines of JSON, the head first and then every row; may be packed with gzip. */
public final class RecordFile implements RecordCopy {
    static final String FORMAT = "mainline-record/1";
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    public RecordFile(Path file) {
        this.file = file;
    }

    /** The first line of an export, without its end. */
    static String headLine(Head head) {
        return CanonicalJson.of(Map.of(
                "checkpoint",
                head.checkpoint(),
                "format",
                FORMAT,
                "key",
                head.key(),
                "origin",
                VerifierKey.parse(head.key()).name()));
    }

    @Override
    public Head head() throws IOException {
        try (InputStream in = open()) {
            return read(new BoundedLines(in).next());
        }
    }

    private static Head read(String line) {
        try {
            Map<String, Object> fields = Objects.requireNonNullElse(JSON.readValue(line, OBJECT), Map.of());
            if (fields.get("checkpoint") instanceof String checkpoint && fields.get("key") instanceof String key) {
                Head head = new Head(checkpoint, key);
                if (headLine(head).equals(line)) return head;
                throw new Malformed("line 1 is not the head of an export as it should be");
            }
        } catch (JacksonException e) {
            // Said below.
        }
        throw new Malformed("line 1 is not the head of an export of a record");
    }

    /** The stream is closed when it is read to its end; of a file, that is no great harm. */
    @Override
    public Iterator<String> rows(long from, long to) throws IOException {
        BoundedLines lines = new BoundedLines(open());
        lines.next();
        for (long seq = 0; seq < from && lines.hasNext(); seq++) lines.next();
        return lines;
    }

    @Override
    public byte @Nullable [] tile(Tile tile) {
        return null;
    }

    private InputStream open() throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(2);
        boolean packed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        try {
            return packed ? new GZIPInputStream(in, 1 << 16) : in;
        } catch (ZipException e) {
            in.close();
            throw new Malformed("the packed file is damaged");
        }
    }
}
