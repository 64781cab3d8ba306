package mainline.record;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import mainline.kernel.Takes;
import mainline.platform.RateLimit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where logs elsewhere ask for our cosignature: C2SP tlog-witness. */
@Controller
@RequestMapping("/witness")
class WitnessPages {
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=utf-8");
    private static final MediaType SIZE = MediaType.parseMediaType("text/x.tlog.size");
    private static final int A_MINUTE = 300;

    private final Witness witness;
    private final RateLimit limit;

    WitnessPages(Witness witness, RateLimit limit) {
        this.witness = witness;
        this.limit = limit;
    }

    @GetMapping("/key")
    ResponseEntity<String> key() {
        return answer(200, TEXT, witness.key().text() + "\n");
    }

    @Takes(type = "", most = Submission.LONGEST, ofStrangers = Submission.LONGEST)
    @PostMapping("/add-checkpoint")
    ResponseEntity<String> add(HttpServletRequest request) throws IOException {
        if (!limit.allow("witness", request.getRemoteAddr(), A_MINUTE, Duration.ofMinutes(1)))
            return answer(429, TEXT, "too often\n");
        byte[] body = request.getInputStream().readNBytes(Submission.LONGEST + 1);
        if (body.length > Submission.LONGEST) return answer(413, TEXT, "too long\n");
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            return answer(400, TEXT, "not UTF-8\n");
        }
        return switch (witness.look(text)) {
            case Witness.Reply.Cosigned cosigned -> answer(200, TEXT, cosigned.line());
            case Witness.Reply.Malformed malformed -> answer(400, TEXT, malformed.why() + "\n");
            case Witness.Reply.UnknownLog unknown -> answer(404, TEXT, "unknown log\n");
            case Witness.Reply.NotSigned unsigned -> answer(403, TEXT, "not signed by this log\n");
            case Witness.Reply.OtherSize other -> answer(409, SIZE, other.held() + "\n");
            case Witness.Reply.NotContinued broken -> answer(422, TEXT, "the proof does not hold\n");
        };
    }

    private static ResponseEntity<String> answer(int status, MediaType type, String text) {
        return ResponseEntity.status(status).contentType(type).body(text);
    }
}
