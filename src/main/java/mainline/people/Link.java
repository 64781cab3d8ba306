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
     * @param browser the hash of a secret that the browser holds in which the join began
     * @param community the part of the address of the community they came from
     * @param invitation the hash of the key of the invitation they follow, so that it holds in any browser
     */
    record Join(
            String mail,
            String name,
            byte[] browser,
            @Nullable String community,
            Onward onward,
            byte @Nullable [] invitation)
            implements Link {}

    /** The person signs in, with a new password or without. */
    record Reset(String mail, PersonId person, Onward onward) implements Link {}

    /** A person's address becomes this one. */
    record MailChange(String mail, PersonId person) implements Link {}

    /** Where whoever opens it goes on. */
    default Onward onward() {
        return Onward.NOWHERE;
    }

    default Duration lasts() {
        return switch (this) {
            case Join join -> Duration.ofDays(2);
            case Reset reset -> Duration.ofHours(1);
            case MailChange change -> Duration.ofHours(24);
        };
    }
}
