package mainline.people;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Hashes as the product does, with so little memory that a thousand tests need not wait for it. */
@TestConfiguration(proxyBeanMethods = false)
public class QuickPasswords {
    @Bean
    @Primary
    Passwords quickPasswords() {
        return new Passwords(new Argon2PasswordEncoder(16, 32, 1, 64, 1));
    }
}
