package mainline.people;

import java.util.Locale;
import mainline.kernel.Refused;

/** Mail addresses and names as people type them. */
final class Mails {
    private static final int LONGEST = 254;
    private static final int LONGEST_NAME = 100;

    private Mails() {}

    static String plain(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** Notes what is wrong with the fields {@code name} and {@code mail}. */
    static void check(Refused.Check check, String name, String mail) {
        checkName(check, name);
        checkMail(check, mail);
    }

    static void checkName(Refused.Check check, String name) {
        check.text(name.strip(), "name", LONGEST_NAME)
                .that(name.chars().noneMatch(Character::isISOControl), "name", "form.odd-character");
    }

    static void checkMail(Refused.Check check, String mail) {
        String plain = plain(mail);
        check.text(plain, "mail", LONGEST).that(isAddress(plain), "mail", "people.mail.odd");
    }

    /** Only what certainly cannot be delivered is no address; the mail itself is the proof. */
    static boolean isAddress(String plain) {
        return plain.length() <= LONGEST
                && plain.matches("[^\\s@<>\"(),:;\\\\\\[\\]\\p{Cntrl}]{1,64}@[^\\s@<>\"(),:;\\\\\\[\\]\\p{Cntrl}]+");
    }
}
