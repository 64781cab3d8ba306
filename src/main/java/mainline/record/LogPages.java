package mainline.record;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mainline.community.Here;
import mainline.kernel.Missing;
import mainline.proof.CanonicalJson;
import mainline.proof.Checkpoint;
import mainline.proof.LogRow;
import mainline.proof.Malformed;
import mainline.proof.Note;
import mainline.proof.Tile;
import mainline.proof.VerifierKey;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log as machines read it: C2SP tlog-tiles, and rows as lines of JSON for whoever checks them. */
@Controller
@RequestMapping("/{community}/record")
class LogPages {
    private static final int MOST_ROWS = 5_000;
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=utf-8");
    private static final MediaType LINES = MediaType.parseMediaType("application/jsonl;charset=utf-8");
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Log log;

    LogPages(Log log) {
        this.log = log;
    }

    @GetMapping("/checkpoint")
    ResponseEntity<String> checkpoint(Here here) {
        Note note = log.checkpoint(here.id()).orElseThrow(() -> new Missing("checkpoint"));
        return text(TEXT, note.whole());
    }

    /** Every checkpoint that was signed, with which a wrong row is named more exactly. */
    @GetMapping("/checkpoints")
    ResponseEntity<String> checkpoints(
            Here here, @RequestParam(defaultValue = "0") long from, @RequestParam(defaultValue = "1000") int most) {
        List<Note> notes = log.checkpoints(here.id(), from, bounded(most));
        return text(
                LINES,
                notes.stream()
                        .map(note -> CanonicalJson.of(Map.of(
                                        "size", Checkpoint.parse(note.text()).size(), "note", note.whole()))
                                + "\n")
                        .collect(Collectors.joining()));
    }

    @GetMapping("/key")
    ResponseEntity<String> key(Here here) {
        VerifierKey key = log.key(here.id()).orElseThrow(() -> new Missing("key"));
        return text(TEXT, key.text() + "\n");
    }

    @GetMapping("/tile/{*path}")
    ResponseEntity<byte[]> tile(Here here, @PathVariable String path) {
        Tile tile;
        try {
            tile = Tile.parse("tile" + path);
        } catch (Malformed e) {
            throw new Missing("tile" + path);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(FOR_EVER)
                .body(log.tile(here.id(), tile).orElseThrow(() -> new Missing("tile" + path)));
    }

    /** Empty beyond the end. */
    @GetMapping("/rows")
    ResponseEntity<String> rows(
            Here here, @RequestParam(defaultValue = "0") long from, @RequestParam(defaultValue = "1000") int most) {
        List<LogRow> rows = log.rows(here.id(), Math.max(from, 0), bounded(most));
        return text(LINES, rows.stream().map(row -> row.line() + "\n").collect(Collectors.joining()));
    }

    private static int bounded(int most) {
        return Math.clamp(most, 1, MOST_ROWS);
    }

    private static ResponseEntity<String> text(MediaType type, String text) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .body(text);
    }
}
