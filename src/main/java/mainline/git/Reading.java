package mainline.git;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Turns the checked exceptions of git into ones that end the act. */
interface Reading<T> {
    T read() throws IOException;

    static <T> T of(Reading<T> act) {
        try {
            return act.read();
        } catch (QuotaReached full) {
            throw full.asRefusal();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
