package mainline.platform;

/** A reason not to start or go on, said in one line to the person at the terminal; no stack trace is wanted. */
public final class Refusal extends RuntimeException {
    public Refusal(String message) {
        super(message);
    }

    public Refusal(String message, Throwable cause) {
        super(message, cause);
    }
}
