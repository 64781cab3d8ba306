package mainline.look;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import mainline.text.Markdown;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.AbstractView;

/** Finds templates and messages beside their modules. */
@Configuration(proxyBeanMethods = false)
class Rendering {

    @Bean
    TemplateEngine templateEngine() {
        TemplateEngine engine = TemplateEngine.createPrecompiled(
                null, ContentType.Html, getClass().getClassLoader(), "mainline");
        engine.setTrimControlStructures(true);
        return engine;
    }

    @Bean
    ViewResolver pageResolver(TemplateEngine engine) {
        class Pages implements ViewResolver, Ordered {
            @Override
            public @Nullable View resolveViewName(String name, Locale locale) {
                return name.contains(":") ? null : new TemplateView(engine, name + ".jte");
            }

            @Override
            public int getOrder() {
                return HIGHEST_PRECEDENCE;
            }
        }
        return new Pages();
    }

    @Bean
    MessageSource messageSource() throws IOException {
        MessageSource messages = Bundles.load();
        Markdown.speakBy(
                reason -> messages.getMessage(reason.key(), reason.gaps().toArray(), LocaleContextHolder.getLocale()));
        return messages;
    }

    private static final class TemplateView extends AbstractView {
        private final TemplateEngine engine;
        private final String template;

        TemplateView(TemplateEngine engine, String template) {
            this.engine = engine;
            this.template = template;
        }

        @Override
        protected void renderMergedOutputModel(
                Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Utf8ByteOutput output = new Utf8ByteOutput();
            engine.render(template, model.get("page"), output);
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
