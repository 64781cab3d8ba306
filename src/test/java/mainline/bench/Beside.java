package mainline.bench;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import mainline.Mainline;
import mainline.people.Visitor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * The server with one page more, which does as little as any page of this stack can: Spring hands it who is signed in, it asks the
 * database one question by a key, and renders one small template.
 */
@Import(Beside.NothingPage.class)
final class Beside {
    static final String NOTHING = "/nothing";

    private Beside() {}

    /** @param arguments settings, such as {@code --server.port=8080} */
    public static void main(String[] arguments) {
        new SpringApplicationBuilder(Mainline.class, Beside.class).run(arguments);
    }

    @Controller
    static class NothingPage {
        private final JdbcClient sql;
        private final TemplateEngine templates;

        NothingPage(JdbcClient sql, TemplateEngine templates) {
            this.sql = sql;
            this.templates = templates;
        }

        @GetMapping(NOTHING)
        @ResponseBody
        String show(Visitor visitor) {
            String name = sql.sql("select name from community where slug = ?")
                    .param("harbour")
                    .query(String.class)
                    .single();
            StringOutput page = new StringOutput();
            templates.render("look/empty.jte", Map.<String, Object>of("shell", visitor.shell(), "title", name), page);
            return page.toString();
        }
    }
}
