package mainline.community;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class HereResolvers implements WebMvcConfigurer {
    private final HereResolver hereResolver;

    HereResolvers(HereResolver hereResolver) {
        this.hereResolver = hereResolver;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(hereResolver);
    }
}
