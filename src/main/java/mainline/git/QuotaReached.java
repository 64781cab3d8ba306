package mainline.git;

import java.io.IOException;
import java.util.Locale;
import mainline.kernel.Refused;

/** What was to be stored does not fit into the handbook's quota; the message is for whoever pushes. */
final class QuotaReached extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Quota quota;

    QuotaReached(Quota quota) {
        super(String.format(
                Locale.ROOT,
                "no room left for this: the handbook takes %.1f of %d MB; ask who runs this installation for more",
                quota.usedMegabytes(),
                quota.megabytes()));
        this.quota = quota;
    }

    Refused asRefusal() {
        return Refused.because("", "handbook.no-room", quota.usedMegabytes(), quota.megabytes());
    }
}
