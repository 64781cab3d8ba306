package mainline.handbook;

import gg.jte.Content;
import mainline.community.Here;
import mainline.git.Room;
import mainline.git.Rooms;
import mainline.look.Fragments;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How much the handbook takes of what it may take, for its members. */
@Component
@Order(90)
class RoomOnContents implements ContentsPanel {
    record Show(Here here, Room room) {}

    private final Rooms rooms;
    private final Fragments fragments;

    RoomOnContents(Rooms rooms, Fragments fragments) {
        this.rooms = rooms;
        this.fragments = fragments;
    }

    @Override
    public @Nullable Content of(Here here) {
        return here.isMember() ? fragments.of("handbook/room", new Show(here, rooms.of(here.id()))) : null;
    }
}
