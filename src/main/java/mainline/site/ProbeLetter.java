package mainline.site;

import mainline.look.MailBody;
import mainline.look.Shell;
import mainline.look.Stationery;
import mainline.platform.Letter;
import mainline.platform.MailAddress;
import mainline.platform.Settings;
import org.springframework.stereotype.Component;

/** What an operator sends to see whether mail arrives. */
@Component
class ProbeLetter {
    private final Stationery paper;
    private final Settings settings;

    ProbeLetter(Stationery paper, Settings settings) {
        this.paper = paper;
        this.settings = settings;
    }

    Letter to(MailAddress address, Shell shell) {
        String subject = shell.say("site.probe.letter.subject");
        MailBody body = MailBody.of(shell.locale(), "Mainline", subject)
                .says(shell.say("site.probe.letter.text"))
                .leads(shell.say("look.admin"), settings.address("/admin/mail"))
                .because(shell.say("site.probe.letter.why"));
        Stationery.Written written = paper.write(body);
        return new Letter(address.text(), subject, written.text(), written.html());
    }
}
