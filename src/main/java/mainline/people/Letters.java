package mainline.people;

import mainline.look.Shell;
import mainline.platform.Letter;
import mainline.platform.Post;
import org.springframework.stereotype.Component;

/** The mails about accounts, in the language of the page from which they were asked for. */
@Component
class Letters {
    private final Post post;

    Letters(Post post) {
        this.post = post;
    }

    void join(Shell shell, String mail, String name, String link) {
        send(shell, "join", mail, name, link);
    }

    void alreadyJoined(Shell shell, String mail, String resetLink) {
        send(shell, "already-joined", mail, mail, resetLink);
    }

    void reset(Shell shell, String mail, String link) {
        send(shell, "reset", mail, mail, link);
    }

    void nobodyToReset(Shell shell, String mail, String joinPage) {
        send(shell, "nobody", mail, mail, joinPage);
    }

    void mailChange(Shell shell, String mail, String name, String link) {
        send(shell, "mail-change", mail, name, link);
    }

    void mailTaken(Shell shell, String mail) {
        send(shell, "mail-taken", mail, mail, "");
    }

    void mailLeaves(Shell shell, String oldMail, String newMail) {
        send(shell, "mail-leaves", oldMail, newMail, "");
    }

    void passwordChanged(Shell shell, String mail) {
        send(shell, "password-changed", mail, mail, "");
    }

    private void send(Shell shell, String kind, String mail, String who, String link) {
        String subject = shell.say("people.letter." + kind + ".subject");
        post.send(new Letter(mail, subject, shell.say("people.letter." + kind + ".text", who, link)));
    }
}
