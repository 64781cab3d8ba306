package mainline.community;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Answers that nobody on the way may keep, whatever their controller says: those of communities for members only. */
@ControllerAdvice
public class Unkept implements ResponseBodyAdvice<Object> {
    private static final String MARK = Unkept.class.getName();

    public static void mark(HttpServletRequest request) {
        request.setAttribute(MARK, true);
    }

    public static boolean is(HttpServletRequest request) {
        return request.getAttribute(MARK) != null;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (request instanceof ServletServerHttpRequest servlet && is(servlet.getServletRequest()))
            response.getHeaders().setCacheControl(CacheControl.noStore());
        return body;
    }
}
