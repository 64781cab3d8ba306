package mainline.people;

import java.util.Optional;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.look.Form;
import mainline.platform.MailAddress;
import mainline.platform.Post;
import mainline.platform.RefusedAddress;
import mainline.platform.Unsent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether people's addresses can be written to: what is noted at every door, and what whoever waits for a letter is told. */
@Component
class Mailboxes {
    private static final String REFUSED = "people.mail.refused";

    /** @param reason a sentence; what the mail server said stands in it */
    record Trouble(String mail, Reason reason, boolean isFinal) {}

    private final Post post;

    Mailboxes(Post post) {
        this.post = post;
    }

    /** Notes under {@code mail} what is wrong with an address that somebody wants to use. */
    void check(Refused.Check check, String typed) {
        if (Mails.checkMail(check, typed))
            check.that(MailAddress.read(typed).filter(post::takes).isPresent(), "mail", "people.mail.server");
    }

    /**
     * The same for an address that a letter is about to go to. One that was refused is written to again when the person
     * says that it is right.
     */
    void checkAsked(Refused.Check check, String typed, boolean sure) {
        check(check, typed);
        if (sure || !Mails.isAddress(typed)) return;
        Optional<RefusedAddress> refused = post.refused(typed);
        check.that(
                refused.isEmpty(),
                "mail",
                REFUSED,
                refused.map(each -> why(each.address(), each.reason())).orElse(Reason.of("people.mail.unreached")));
    }

    /** Whether the form has to ask if the person is sure of the address. */
    static boolean asks(Form form) {
        Reason problem = form.problem("mail");
        return (problem != null && problem.key().equals(REFUSED))
                || form.value("sure").equals("yes");
    }

    /** Letters go to this address from now on, whatever was before. */
    @Transactional
    public void confirm(String mail) {
        post.confirm(mail);
    }

    /** What stands between a person and what is mailed to their address. */
    Optional<Trouble> ofAddress(String mail) {
        return post.refused(mail)
                .map(refused -> new Trouble(Mails.shown(mail), why(refused.address(), refused.reason()), true));
    }

    /** What became of the letter that this browser waits for; nothing as long as there is no reason to worry. */
    Optional<Trouble> ofLetter(Secret waiter) {
        return post.awaited(waiter.hash())
                .filter(unsent -> unsent.error() != null)
                .map(Mailboxes::trouble);
    }

    /** Whether the letter this browser waits for is still here. */
    boolean isUnderWay(Secret waiter) {
        return post.awaited(waiter.hash())
                .filter(unsent -> unsent.next() != null)
                .isPresent();
    }

    private static Trouble trouble(Unsent unsent) {
        String said = String.valueOf(unsent.error());
        return unsent.next() == null
                ? new Trouble(Mails.shown(unsent.to()), why(unsent.to(), said), true)
                : new Trouble(
                        Mails.shown(unsent.to()),
                        Reason.of("people.mail.later", inServersWords(said, "people.mail.unreached"), unsent.next()),
                        false);
    }

    private static Reason why(String mail, String said) {
        Optional<MailAddress> address = MailAddress.read(mail);
        if (address.isEmpty()) return inServersWords(said, "people.mail.odd");
        return inServersWords(said, address.get().needsUtf8() ? "people.mail.server" : "people.mail.unreached");
    }

    /** A server's own words begin with its code. What our side says of a connection is for those who run it. */
    private static Reason inServersWords(String said, String otherwise) {
        return said.matches("[2-5]\\d\\d\\b.*")
                ? Reason.of("people.mail.said", "\u2068" + said + "\u2069")
                : Reason.of(otherwise);
    }
}
