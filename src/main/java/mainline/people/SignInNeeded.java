package mainline.people;

import java.io.Serial;

/** Someone who is not signed in asked for what needs a sign-in: they are taken there and come back afterwards. */
public final class SignInNeeded extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;
}
