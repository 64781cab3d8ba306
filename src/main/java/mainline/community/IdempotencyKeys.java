package mainline.community;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import mainline.kernel.Refused;
import mainline.kernel.Sha256;
import mainline.platform.SentForms;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps for a day what programs were answered under the keys that they chose, after the draft of the IETF on the header
 * {@code Idempotency-Key}. The key is taken in the transaction of the act: with it, the answer is kept, or neither is. So what
 * was refused leaves no key.
 */
@Component
public class IdempotencyKeys implements HandlerMethodArgumentResolver {
    public static final String HEADER = "Idempotency-Key";

    /** As the draft writes it, or without its quotes. */
    private static final Pattern KEY =
            Pattern.compile("\"([\\x20-\\x7e&&[^\"\\\\]]{1,200})\"|([\\x21-\\x7e&&[^\"\\\\]]{1,200})");

    private final SentForms forms;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    IdempotencyKeys(SentForms forms, JsonMapper json, PlatformTransactionManager transactions) {
        this.forms = forms;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IdempotencyKey.class;
    }

    @Override
    public IdempotencyKey resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        String address = servlet.getMethod() + " " + servlet.getRequestURI();
        return new IdempotencyKey(read(servlet.getHeader(HEADER)), address, this);
    }

    private static @Nullable String read(@Nullable String header) {
        if (header == null) return null;
        var key = KEY.matcher(header.strip());
        if (!key.matches()) throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        return key.group(1) == null ? key.group(2) : key.group(1);
    }

    <T> ResponseEntity<T> once(
            IdempotencyKey chosen, Member by, @Nullable Object sent, Class<T> type, Supplier<ResponseEntity<T>> act) {
        if (chosen.text() == null) return act.get();
        byte[] key = Sha256.of("key " + by.person().value() + " " + chosen.text());
        byte[] print = Sha256.of(chosen.address() + "\n" + json.writeValueAsString(sent));
        try {
            return Objects.requireNonNull(transaction.execute(begun -> once(key, print, type, act)));
        } catch (SentForms.StillWorking first) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, null, first);
        }
    }

    private <T> ResponseEntity<T> once(byte[] key, byte[] print, Class<T> type, Supplier<ResponseEntity<T>> act) {
        Optional<SentForms.Answer> before = forms.takeOrRepeat(key, print);
        if (before.isPresent()) return again(before.get(), print, type);
        ResponseEntity<T> first = act.get();
        URI leadsTo = first.getHeaders().getLocation();
        forms.answered(
                key,
                new SentForms.Answer(
                        print,
                        first.getStatusCode().value(),
                        leadsTo == null ? "" : leadsTo.toString(),
                        Objects.requireNonNullElse(first.getHeaders().getETag(), ""),
                        json.writeValueAsString(first.getBody())));
        return first;
    }

    private <T> ResponseEntity<T> again(SentForms.Answer answer, byte[] print, Class<T> type) {
        if (!Arrays.equals(answer.print(), print)) throw Refused.because("", "community.key-used");
        ResponseEntity.BodyBuilder again = ResponseEntity.status(answer.status());
        if (!answer.leadsTo().isEmpty()) again.location(URI.create(answer.leadsTo()));
        if (!answer.tag().isEmpty()) again.eTag(answer.tag());
        return again.body(json.readValue(answer.body(), type));
    }
}
