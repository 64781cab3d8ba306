package mainline.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What answering this address costs the house. Of each kind only so much is done at once, and only so much for any one
 * asker; whoever comes beyond it waits, and in the end is told to come back. An address without this is a {@link Kind#PAGE}.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Burden {
    Kind value();

    enum Kind {
        /** Answered from memory. */
        NOTHING,
        /** A page that says why something was refused before any page was asked for it. */
        REFUSING,
        /** A page or an act like most: some short questions to the database. */
        PAGE,
        /** A text of any length becomes a page, for whoever is writing it. */
        RENDERING,
        /** Differences, who wrote what, whole books for the printer. */
        COMPARING,
        SEARCHING,
        /** Git gives. */
        FETCHING,
        /** A push arrives, as fast as whoever pushes can send. */
        RECEIVING,
        /** Git takes it. */
        PUSHING,
        /** A picture is drawn anew. */
        PICTURE,
        /** Everything of one kind, sent as it is read from the database. */
        EXPORTING,
        /** Somebody stays and is told of what moves: it costs a page's work until they are let in, and then next to nothing. */
        LISTENING,
        /** A password is hashed, which is meant to take memory. */
        PASSWORD
    }
}
