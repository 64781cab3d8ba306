package mainline.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {
    private static final String PASSWORD = "seven quiet lanterns";

    private final Passwords passwords = new Passwords();

    @Test
    void a_password_is_hashed_with_the_memory_and_the_passes_that_owasp_advises() {
        String hash = passwords.hash(PASSWORD);
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.fits(PASSWORD, hash)).isTrue();
        assertThat(passwords.fits("seven quiet lantern", hash)).isFalse();
    }

    @Test
    void no_password_fits_where_there_is_nobody() {
        assertThat(passwords.fits(PASSWORD, null)).isFalse();
    }
}
