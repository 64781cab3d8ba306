package mainline.people;

import java.util.Optional;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.look.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person does with the own account. Whether an address is known shows in its mailbox only: the answers, and the
 * work done for them, are the same.
 */
@Component
class Accounts {
    /**
     * A wish to join, as typed.
     *
     * @param sure that the address is right though it was refused
     * @param community the part of the address of the community they came from
     * @param invitation the key of an invitation, if one brought them
     */
    record Wish(
            String name,
            String mail,
            boolean sure,
            @Nullable String community,
            Onward onward,
            Optional<Secret> invitation) {}

    /** An address as typed, which a letter is asked for, and the secret of the browser that waits for it. */
    record Ask(String mail, boolean sure, Secret waiter, Onward onward) {}

    /** Who has come in through a link, and where they were going. */
    record Arrival(PersonId person, Onward onward) {}

    private final People people;
    private final PersonStore store;
    private final SignInStore signIns;
    private final Passwords passwords;
    private final Links links;
    private final Letters letters;
    private final Mailboxes mailboxes;
    private final NewPasswords newPasswords;
    private final ObjectProvider<Welcome> welcome;

    Accounts(
            People people,
            PersonStore store,
            SignInStore signIns,
            Passwords passwords,
            Links links,
            Letters letters,
            Mailboxes mailboxes,
            NewPasswords newPasswords,
            ObjectProvider<Welcome> welcome) {
        this.people = people;
        this.store = store;
        this.signIns = signIns;
        this.passwords = passwords;
        this.links = links;
        this.letters = letters;
        this.mailboxes = mailboxes;
        this.newPasswords = newPasswords;
        this.welcome = welcome;
    }

    /**
     * Mails a link with which the account begins; to somebody who has one, a link with which they sign in and go on.
     *
     * @param browser a secret by which the browser is known in which it was asked for
     * @param waiter a secret by which it asks what became of the mail
     * @param shell in the community to which they want
     * @throws Refused for the fields {@code name} and {@code mail}
     */
    @Transactional
    public void askToJoin(Wish wish, Secret browser, Secret waiter, Shell shell) {
        Refused.Check check = new Refused.Check();
        Mails.checkName(check, wish.name());
        mailboxes.checkAsked(check, wish.mail(), wish.sure());
        check.orRefuse();
        String mail = Mails.plain(wish.mail());
        if (wish.sure()) mailboxes.confirm(mail);
        Letters.Desk desk = letters.desk(shell, mail, waiter);
        Optional<SignInStore.SignIn> known = signIns.byMail(mail);
        if (known.isPresent()) {
            Link.Reset link = new Link.Reset(mail, known.get().person(), known(wish));
            desk.alreadyJoined(links.make(link), wish.onward().begun());
        } else {
            byte[] invitation = wish.invitation().map(Secret::hash).orElse(null);
            String name = wish.name().strip();
            Link link = new Link.Join(mail, name, browser.hash(), wish.community(), wish.onward(), invitation);
            desk.join(name, links.make(link), wish.onward().begun());
        }
    }

    /** Somebody with an account is asked on the way whether they join. */
    private static Onward known(Wish wish) {
        Onward onward = wish.onward();
        return onward.begun() != null || wish.community() == null
                ? onward
                : new Onward(LocalPath.with("/" + wish.community() + "/join", onward.destination()), null);
    }

    /**
     * Makes the account.
     *
     * @param password empty for who wants none
     * @return nothing when the link is spent or too old
     * @throws Refused for the field {@code password}; the link stays
     */
    @Transactional
    public Optional<Arrival> join(Secret token, String password) {
        if (!(links.take(token).orElse(null) instanceof Link.Join join)) return Optional.empty();
        if (!password.isEmpty()) refuseWeak(password, join.name(), join.mail());
        String hash = password.isEmpty() ? null : passwords.hash(password);
        return people.enrol(join.name(), join.mail(), hash, join.community())
                .map(person -> new Arrival(person.id(), onward(join, person.id())));
    }

    private Onward onward(Link.Join join, PersonId person) {
        byte[] invitation = join.invitation();
        if (invitation != null) return new Onward(welcome.getObject().welcome(invitation, person), null);
        boolean home = join.onward().destination().equals("/") && join.community() != null;
        return home ? new Onward("/" + join.community(), join.onward().begun()) : join.onward();
    }

    boolean isSameBrowser(Link.Join join, Optional<Secret> browser) {
        return browser.map(secret -> java.security.MessageDigest.isEqual(secret.hash(), join.browser()))
                .orElse(false);
    }

    /** @return the person, if the password is theirs; it takes as long when there is nobody of that address */
    Optional<PersonId> check(String mail, String password) {
        Optional<SignInStore.SignIn> known = Mails.isAddress(mail) ? signIns.byMail(mail) : Optional.empty();
        boolean fits =
                passwords.fits(password, known.map(SignInStore.SignIn::password).orElse(null));
        return fits ? known.map(SignInStore.SignIn::person) : Optional.empty();
    }

    /** @throws Refused for the field {@code mail} */
    @Transactional
    public void askToReset(Ask ask, Shell shell) {
        Refused.Check check = new Refused.Check();
        mailboxes.checkAsked(check, ask.mail(), ask.sure());
        check.orRefuse();
        String mail = Mails.plain(ask.mail());
        if (ask.sure()) mailboxes.confirm(mail);
        Letters.Desk desk = letters.desk(shell, mail, ask.waiter());
        Optional<SignInStore.SignIn> known = signIns.byMail(mail);
        if (known.isPresent())
            desk.reset(links.make(new Link.Reset(mail, known.get().person(), ask.onward())));
        else desk.nobodyToReset();
    }

    /**
     * @return nothing when the link is spent or too old
     * @throws Refused for the field {@code password}; the link stays
     */
    @Transactional
    public Optional<Arrival> reset(Secret token, String password, Shell shell) {
        if (!(links.take(token).orElse(null) instanceof Link.Reset reset)) return Optional.empty();
        refuseWeak(password, people.get(reset.person()).name(), reset.mail());
        newPasswords.replace(reset.person(), password, 0);
        letters.desk(shell, reset.mail()).passwordChanged();
        return Optional.of(new Arrival(reset.person(), reset.onward()));
    }

    /**
     * By the same link, with the password staying as it is.
     *
     * @return nothing when the link is spent or too old, or the person was only imported yet
     */
    @Transactional
    public Optional<Arrival> enter(Secret token) {
        return links.take(token)
                .filter(Link.Reset.class::isInstance)
                .map(link -> new Arrival(((Link.Reset) link).person(), link.onward()))
                .filter(arrival -> canSignIn(arrival.person()));
    }

    boolean canSignIn(PersonId person) {
        return signIns.of(person).isPresent();
    }

    /** @throws Refused for the fields {@code password} (the present one) and {@code password-new} */
    @Transactional
    public void changePassword(Session session, String present, String wanted, Shell shell) {
        SignInStore.SignIn own = own(session, present);
        Refused.Check check = new Refused.Check();
        passwords.check(check, "password-new", wanted, session.person().name(), own.mail());
        check.orRefuse();
        newPasswords.replace(own.person(), wanted, session.id());
        letters.desk(shell, own.mail()).passwordChanged();
    }

    /** @throws Refused for the fields {@code mail} and {@code password} */
    @Transactional
    public void askToChangeMail(Session session, Ask ask, String present, Shell shell) {
        Refused.Check check = new Refused.Check();
        mailboxes.checkAsked(check, ask.mail(), ask.sure());
        check.orRefuse();
        SignInStore.SignIn own = own(session, present);
        String mail = Mails.plain(ask.mail());
        check.that(!mail.equals(Mails.plain(own.mail())), "mail", "people.mail.same")
                .orRefuse();
        if (ask.sure()) mailboxes.confirm(mail);
        Letters.Desk desk = letters.desk(shell, mail, ask.waiter());
        boolean free = store.byMail(mail).isEmpty();
        Links.Made link = links.make(new Link.MailChange(mail, own.person()));
        if (free) desk.mailChange(session.person().name(), link);
        else desk.mailTaken();
        letters.desk(shell, own.mail()).mailLeaves(Mails.shown(mail));
    }

    /** The person says that mail to their own address arrives again. */
    @Transactional
    public void confirmMail(PersonId person) {
        mailboxes.confirm(mail(person));
    }

    /** @return false when the link is spent or too old, or the address was taken in the meantime */
    @Transactional
    public boolean changeMail(Secret token) {
        if (!(links.take(token).orElse(null) instanceof Link.MailChange change)) return false;
        String before = mail(change.person());
        if (!store.mail(change.person(), change.mail())) return false;
        // Nobody here is written to at the old address any more, so whether it is refused is nobody's trouble.
        mailboxes.confirm(before);
        links.dropAll(change.person());
        return true;
    }

    /** Whether the person has a password, and does not sign in by links alone. */
    boolean hasPassword(PersonId person) {
        return signIns.of(person).map(SignInStore.SignIn::password).isPresent();
    }

    String mail(PersonId person) {
        return signIns.of(person).map(SignInStore.SignIn::mail).orElse("");
    }

    /** Why nothing is mailed to this person, if so. */
    Mailboxes.@Nullable Trouble mailTrouble(PersonId person) {
        return mailboxes.ofAddress(mail(person)).orElse(null);
    }

    private SignInStore.SignIn own(Session session, String present) {
        return signIns.of(session.person().id())
                .filter(own -> passwords.fits(present, own.password()))
                .orElseThrow(() -> Refused.because("password", "people.password.other"));
    }

    private void refuseWeak(String password, String name, String mail) {
        Refused.Check check = new Refused.Check();
        passwords.check(check, "password", password, name, mail);
        check.orRefuse();
    }
}
