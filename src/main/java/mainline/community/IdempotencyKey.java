package mainline.community;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * The key under which a program sends something, so that it is done once however often it is sent; none, and it is done each
 * time. Controllers take it as a parameter.
 *
 * @param address the method and the path of what is sent
 */
public record IdempotencyKey(@Nullable String text, String address, IdempotencyKeys keys) {

    /**
     * Acts and answers; or answers as the first time, when the same person has sent the same under this key before.
     *
     * @param sent what came in the body; null for nothing
     * @param type of what is answered
     * @throws mainline.kernel.Refused when it was something else that was sent
     */
    public <T> ResponseEntity<T> once(
            Member by, @Nullable Object sent, Class<T> type, Supplier<ResponseEntity<T>> act) {
        return keys.once(this, by, sent, type, act);
    }
}
