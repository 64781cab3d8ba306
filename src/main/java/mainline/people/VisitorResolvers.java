package mainline.people;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class VisitorResolvers implements WebMvcConfigurer {
    private final VisitorResolver visitorResolver;

    VisitorResolvers(VisitorResolver visitorResolver) {
        this.visitorResolver = visitorResolver;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(visitorResolver);
    }
}
