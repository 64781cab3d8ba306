package mainline.people;

import org.jspecify.annotations.Nullable;

/**
 * Where whoever opens a link from a mail goes on.
 *
 * @param destination a path of this installation
 * @param begun what is sent in their name on the way
 */
record Onward(String destination, @Nullable Begun begun) {
    static final Onward NOWHERE = new Onward("/", null);
}
