package mainline.people;

import java.time.Instant;

/**
 * A browser in which a person is signed in.
 *
 * @param operator whether the person runs this installation
 * @param agent what the browser calls itself, shortened
 * @param network the beginning of the address it came from
 */
record Session(
        long id, Person person, boolean operator, Instant created, Instant seen, Instant expires, String agent, String network) {}
