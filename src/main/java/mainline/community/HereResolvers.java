package mainline.community;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class HereResolvers implements WebMvcConfigurer {
    private final HereResolver hereResolver;
    private final IfMatchResolver ifMatch;
    private final IdempotencyKeys keys;

    HereResolvers(HereResolver hereResolver, IfMatchResolver ifMatch, IdempotencyKeys keys) {
        this.hereResolver = hereResolver;
        this.ifMatch = ifMatch;
        this.keys = keys;
    }

    /** Nothing else looks at a request before it is settled whether its community may be seen. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(hereResolver).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.addAll(List.of(hereResolver, ifMatch, keys));
    }
}
