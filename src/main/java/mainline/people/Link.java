package mainline.people;

import java.time.Duration;
import mainline.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** What a link in a mail is for. It works once and for a limited time. */
sealed interface Link {
    /** The address it was sent to. */
    String mail();

    /**
     * An account waits for proof of its address.
     *
     * @param password hashed
     * @param browser the hash of a secret that the browser holds in which the join began
     * @param community the part of the address of the community they came from
     * @param destination the page they came from
     * @param invitation the hash of the key of the invitation they follow, so that it holds in any browser
     */
    record Join(
            String mail,
            String name,
            String password,
            byte[] browser,
            @Nullable String community,
            String destination,
            byte @Nullable [] invitation)
            implements Link {}

    /** A new password may be set. */
    record Reset(String mail, PersonId person) implements Link {}

    /** A person's address becomes this one. */
    record MailChange(String mail, PersonId person) implements Link {}

    default Duration lasts() {
        return switch (this) {
            case Join join -> Duration.ofDays(2);
            case Reset reset -> Duration.ofHours(1);
            case MailChange change -> Duration.ofHours(24);
        };
    }
}
