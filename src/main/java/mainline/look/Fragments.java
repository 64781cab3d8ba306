package mainline.look;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import org.springframework.stereotype.Component;

/** Parts of pages that one module gives to another's page. */
@Component
public class Fragments {
    private final TemplateEngine engine;

    Fragments(TemplateEngine engine) {
        this.engine = engine;
    }

    /** The template with its one record, written when the page around it is. */
    public Content of(String template, Object page) {
        return output -> engine.render(template + ".jte", page, output);
    }
}
