package mainline.people;

import java.util.Locale;
import java.util.stream.Stream;
import mainline.kernel.Refused;
import mainline.platform.MailAddress;

/** Mail addresses and names as people type them. */
final class Mails {
    private static final int LONGEST = 254;
    private static final int LONGEST_NAME = 100;

    private Mails() {}

    /** However it is spelled, one mailbox is one text. */
    static String plain(String typed) {
        return MailAddress.read(typed).map(MailAddress::text).orElseGet(() -> asTyped(typed));
    }

    /** The texts under which an account of this address may be kept: as typed, as it is kept now, as it once was. */
    static String[] spellings(String typed) {
        Stream<String> read = MailAddress.read(typed).stream().flatMap(MailAddress::spellings);
        return Stream.concat(Stream.of(asTyped(typed)), read).distinct().toArray(String[]::new);
    }

    /** As its owner would write it. */
    static String shown(String mail) {
        return MailAddress.read(mail).map(MailAddress::shown).orElse(mail);
    }

    private static String asTyped(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    static void checkName(Refused.Check check, String name) {
        check.text(name.strip(), "name", LONGEST_NAME)
                .that(name.chars().noneMatch(Character::isISOControl), "name", "form.odd-character");
    }

    /** @return whether mail can be sent to what was typed */
    static boolean checkMail(Refused.Check check, String typed) {
        boolean fine = MailAddress.read(typed).isPresent();
        check.text(typed.strip(), "mail", LONGEST).that(fine, "mail", "people.mail.odd");
        return fine;
    }

    static boolean isAddress(String typed) {
        return MailAddress.read(typed).isPresent();
    }
}
