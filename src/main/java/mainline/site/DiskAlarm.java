package mainline.site;

import java.util.Locale;
import java.util.Optional;
import mainline.look.MailBody;
import mainline.look.Stationery;
import mainline.people.Operators;
import mainline.people.People;
import mainline.people.Person;
import mainline.platform.Disk;
import mainline.platform.Letter;
import mainline.platform.Post;
import mainline.platform.Settings;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells those who run the installation that its disk is full: by mail past the database, which cannot store one. */
@Component
class DiskAlarm {
    private final Operators operators;
    private final People people;
    private final Post post;
    private final Stationery paper;
    private final Settings settings;
    private final MessageSource messages;

    DiskAlarm(
            Operators operators,
            People people,
            Post post,
            Stationery paper,
            Settings settings,
            MessageSource messages) {
        this.operators = operators;
        this.people = people;
        this.post = post;
        this.paper = paper;
        this.settings = settings;
        this.messages = messages;
    }

    @EventListener
    void tell(Disk.Full full) {
        Thread.ofVirtual().name("disk alarm").start(this::tellAll);
    }

    private void tellAll() {
        for (Person operator : operators.all()) {
            Optional<String> mail = people.mail(operator.id());
            mail.ifPresent(to -> post.sendPastDatabase(letter(to)));
        }
    }

    private Letter letter(String to) {
        String subject = say("site.letter.full.subject");
        Stationery.Written written = paper.write(MailBody.of(Locale.ENGLISH, "Mainline", subject)
                .says(say("site.letter.full.text"))
                .leads(say("look.admin"), settings.address("/admin"))
                .because(say("site.letter.full.why")));
        return new Letter(to, subject, written.text(), written.html());
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }
}
