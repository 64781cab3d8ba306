package mainline.look;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.springframework.stereotype.Component;

/** The paper that every mail is written on, so that all of them look alike. */
@Component
public class Stationery {
    private final TemplateEngine engine;

    Stationery(TemplateEngine engine) {
        this.engine = engine;
    }

    /** A mail in both of its faces, which say the same. */
    public record Written(String text, String html) {}

    public Written write(MailBody body) {
        var html = new StringOutput();
        engine.render("look/mail.jte", body, html);
        return new Written(MailText.of(body), html.toString());
    }
}
