package mainline.people;

import mainline.kernel.PersonId;
import mainline.platform.Channel;
import mainline.platform.Movement;
import org.springframework.stereotype.Component;

/** Tells every process of what became of a person or of their sessions, with the act that it became of. */
@Component
class PersonTold {
    private static final String CHANGED = "person";
    private static final String SIGNED_OUT = "session";

    /** What makes names and pictures old. */
    static boolean isOfPerson(Movement movement) {
        return movement.isOfKept(CHANGED);
    }

    /** What makes sessions old: they know their person, too. */
    static boolean isOfSession(Movement movement) {
        return isOfPerson(movement) || movement.isOfKept(SIGNED_OUT);
    }

    private final Channel channel;

    PersonTold(Channel channel) {
        this.channel = channel;
    }

    /** The name, the picture, or what they may do on this installation. */
    void changed(PersonId person) {
        channel.tell(Movement.ofKept(person, CHANGED));
    }

    void signedOut(PersonId person) {
        channel.tell(Movement.ofKept(person, SIGNED_OUT));
    }
}
