package mainline.platform;

/** What an errand needs is away for now, for a known reason: no fault to look for, only a wait. */
public final class NotYet extends RuntimeException {
    public NotYet(String reason) {
        super(reason, null, false, false);
    }
}
