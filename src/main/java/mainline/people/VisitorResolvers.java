package mainline.people;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class VisitorResolvers implements WebMvcConfigurer {
    private final VisitorResolver visitorResolver;
    private final BegunForms begunForms;

    VisitorResolvers(VisitorResolver visitorResolver, BegunForms begunForms) {
        this.visitorResolver = visitorResolver;
        this.begunForms = begunForms;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(begunForms);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(visitorResolver);
    }
}
