package mainline.people;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.concurrent.Semaphore;
import mainline.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id as OWASP advises: 19 MiB, two passes, one lane. */
@Component
class Passwords {
    static final int SHORTEST = 12;
    static final int LONGEST = 200;
    private static final int MEASURED = 72;
    private static final int EASILY_GUESSED = 1;

    private final PasswordEncoder argon;
    private final Zxcvbn guesser = new Zxcvbn();
    /** Each hash takes 19 MiB; a burst of them must wait, not fill the memory. */
    private final Semaphore turns = new Semaphore(4);

    private final String nobodys;

    Passwords() {
        this(new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2));
    }

    Passwords(PasswordEncoder argon) {
        this.argon = argon;
        nobodys = String.valueOf(argon.encode(Secret.random().text()));
    }

    /** Notes in {@code check} what is wrong with a new password; words about the person are easy to guess. */
    void check(Refused.Check check, String field, String password, String... about) {
        int length = password.codePointCount(0, password.length());
        check.that(!password.isEmpty(), field, "form.missing")
                .that(length >= SHORTEST, field, "people.password.short", SHORTEST)
                .that(length <= LONGEST, field, "people.password.long", LONGEST)
                .that(length > LONGEST || !isEasilyGuessed(password, about), field, "people.password.common");
    }

    private boolean isEasilyGuessed(String password, String... about) {
        String measured = password.substring(0, Math.min(MEASURED, password.length()));
        return password.chars().distinct().count() < 5
                || guesser.measure(measured, words(about)).getScore() <= EASILY_GUESSED;
    }

    private static List<String> words(String... about) {
        return List.of(
                String.join(" ", about).toLowerCase(java.util.Locale.ROOT).split("[\\s@._-]+"));
    }

    String hash(String password) {
        return inTurn(() -> String.valueOf(argon.encode(password)));
    }

    /** Takes the same time when there is nobody to compare with. */
    boolean fits(String password, @Nullable String hash) {
        if (password.length() > 2 * LONGEST) return false;
        boolean fits = inTurn(() -> argon.matches(password, hash == null ? nobodys : hash));
        return fits && hash != null;
    }

    private <T> T inTurn(java.util.function.Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
