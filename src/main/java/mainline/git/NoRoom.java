package mainline.git;

import java.io.IOException;
import java.util.Locale;
import mainline.kernel.Refused;

/** What was to be stored does not fit into the handbook's quota; the message is for whoever pushes. */
final class NoRoom extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Room room;

    NoRoom(Room room) {
        super(String.format(
                Locale.ROOT,
                "no room left for this: the handbook takes %.1f of %d MB; ask who runs this installation for more",
                room.usedMegabytes(),
                room.quotaMegabytes()));
        this.room = room;
    }

    Refused asRefusal() {
        return Refused.because("", "handbook.no-room", room.usedMegabytes(), room.quotaMegabytes());
    }
}
