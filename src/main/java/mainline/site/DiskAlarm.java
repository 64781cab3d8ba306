package mainline.site;

import java.util.Locale;
import java.util.Optional;
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
    private final Settings settings;
    private final MessageSource messages;

    DiskAlarm(Operators operators, People people, Post post, Settings settings, MessageSource messages) {
        this.operators = operators;
        this.people = people;
        this.post = post;
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
            String subject = say("site.letter.full.subject");
            String text = say("site.letter.full.text");
            mail.ifPresent(to -> post.sendPastDatabase(new Letter(to, subject, text)));
        }
    }

    private String say(String key) {
        return messages.getMessage(key, new Object[] {settings.address("/admin")}, Locale.ENGLISH);
    }
}
