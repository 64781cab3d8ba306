package mainline.people;

import mainline.look.MailBody;
import mainline.look.Shell;
import mainline.look.Stationery;
import mainline.platform.Letter;
import mainline.platform.Post;
import mainline.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The mails about accounts, in the language of the page from which they were asked for. */
@Component
class Letters {
    private final Post post;
    private final Stationery paper;
    private final Settings settings;

    Letters(Post post, Stationery paper, Settings settings) {
        this.post = post;
        this.paper = paper;
        this.settings = settings;
    }

    Desk desk(Shell shell, String mail) {
        return new Desk(this, shell, mail, null);
    }

    /** @param waiter a secret of the browser in which somebody waits for the letter */
    Desk desk(Shell shell, String mail, Secret waiter) {
        return new Desk(this, shell, mail, waiter);
    }

    /** Where letters to one address are written. */
    record Desk(
            Letters office,
            Shell shell,
            String mail,
            @Nullable Secret waiter) {
        /** @param begun what is done as soon as the link is followed */
        void join(String name, Links.Made link, @Nullable Begun begun) {
            String kind = shell.bar() == null ? "join" : "take-part";
            send(kind, link.address(), begun, MailBody.own(name), until(link), community());
        }

        void alreadyJoined(Links.Made signIn, @Nullable Begun begun) {
            send("already-joined", signIn.address(), begun, shown(), until(signIn));
        }

        void reset(Links.Made link) {
            send("reset", link.address(), shown(), until(link));
        }

        void nobodyToReset() {
            send("nobody", office.settings.address("/join"), shown());
        }

        void mailChange(String name, Links.Made link) {
            send("mail-change", link.address(), MailBody.own(name), until(link));
        }

        void mailTaken() {
            send("mail-taken", null, shown());
        }

        void mailLeaves(String newMail) {
            send("mail-leaves", office.settings.address("/reset"), MailBody.own(newMail));
        }

        void passwordChanged() {
            send("password-changed", office.settings.address("/reset"), shown());
        }

        private String shown() {
            return MailBody.own(Mails.shown(mail));
        }

        private String until(Links.Made link) {
            return shell.exact(link.expires());
        }

        private String community() {
            return shell.bar() == null ? "Mainline" : shell.bar().name();
        }

        /** @param leads where the button leads, if there is one */
        private void send(String kind, @Nullable String leads, Object... gaps) {
            send(kind, leads, null, gaps);
        }

        private void send(String kind, @Nullable String leads, @Nullable Begun begun, Object... gaps) {
            String message = "people.letter." + kind;
            String subject = shell.say(message + ".subject", community());
            MailBody body = MailBody.of(shell.locale(), community(), subject);
            for (String sentence : shell.say(message + ".text", gaps).split("\n\n")) body = body.says(sentence);
            if (begun != null) body = body.says(shell.say(begun.sentence()));
            if (leads != null) body = body.leads(shell.say(message + ".do"), leads);
            Stationery.Written written = office.paper.write(body.because(shell.say(message + ".else")));
            Letter letter = new Letter(mail, subject, written.text(), written.html()).from(body.sender());
            office.post.send(letter, waiter == null ? null : waiter.hash());
        }
    }
}
