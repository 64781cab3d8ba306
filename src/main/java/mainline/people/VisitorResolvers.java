package mainline.people;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class VisitorResolvers implements WebMvcConfigurer {
    private final VisitorResolver visitorResolver;
    private final Beginnings beginnings;

    VisitorResolvers(VisitorResolver visitorResolver, Beginnings beginnings) {
        this.visitorResolver = visitorResolver;
        this.beginnings = beginnings;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(beginnings);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(visitorResolver);
    }
}
