package mainline.people;

import mainline.look.Shell;
import mainline.platform.Letter;
import mainline.platform.Post;
import mainline.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The mails about accounts, in the language of the page from which they were asked for. */
@Component
class Letters {
    private final Post post;
    private final Settings settings;

    Letters(Post post, Settings settings) {
        this.post = post;
        this.settings = settings;
    }

    Desk desk(Shell shell, String mail) {
        return new Desk(post, settings, shell, mail, null);
    }

    /** @param waiter a secret of the browser in which somebody waits for the letter */
    Desk desk(Shell shell, String mail, Secret waiter) {
        return new Desk(post, settings, shell, mail, waiter);
    }

    /** Where letters to one address are written. */
    record Desk(
            Post post,
            Settings settings,
            Shell shell,
            String mail,
            @Nullable Secret waiter) {
        void join(String name, Links.Made link) {
            send("join", name, link);
        }

        void alreadyJoined(Links.Made resetLink) {
            send("already-joined", Mails.shown(mail), resetLink);
        }

        void reset(Links.Made link) {
            send("reset", Mails.shown(mail), link);
        }

        void nobodyToReset() {
            send("nobody", Mails.shown(mail), settings.address("/join"));
        }

        void mailChange(String name, Links.Made link) {
            send("mail-change", name, link);
        }

        void mailTaken() {
            send("mail-taken", Mails.shown(mail));
        }

        void mailLeaves(String newMail) {
            send("mail-leaves", newMail);
        }

        void passwordChanged() {
            send("password-changed", Mails.shown(mail));
        }

        private void send(String kind, String who, Links.Made link) {
            send(kind, who, link.address(), shell.exact(link.expires()));
        }

        private void send(String kind, Object... gaps) {
            String subject = shell.say("people.letter." + kind + ".subject");
            String text = shell.say("people.letter." + kind + ".text", gaps);
            post.send(new Letter(mail, subject, text), waiter == null ? null : waiter.hash());
        }
    }
}
