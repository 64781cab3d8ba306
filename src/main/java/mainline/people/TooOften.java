package mainline.people;

import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import java.time.Duration;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.look.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The same was tried too often; it may be tried again after a while. */
public final class TooOften extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Duration pause;
    private final String kind;

    TooOften(Duration pause, String kind) {
        this.pause = pause;
        this.kind = kind;
    }

    /** When it may be tried again, and what to do instead. */
    public Reason reason() {
        return Reason.of(
                "people.too-often." + kind, Math.max(1, pause.plusSeconds(59).toMinutes()));
    }

    public Refused refused() {
        Reason reason = reason();
        return Refused.because("", reason.key(), reason.gaps().toArray());
    }

    /** The form again, with what was typed and with the time. */
    public ModelAndView answer(Object page, String template, HttpServletResponse response) {
        ModelAndView answer = Page.show(template, page);
        answer.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        tell(response);
        return answer;
    }

    /** When it may be tried again, for programs. */
    public void tell(HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, pause.toSeconds())));
    }
}
