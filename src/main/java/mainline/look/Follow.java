package mainline.look;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * How much the reader hears of the thing whose page it is, and where they change that.
 *
 * @param address to which a choice is posted, and at which all of them are explained
 * @param what the thing, as that address knows it
 * @param level {@code all}, {@code asks} or {@code nothing}
 */
public record Follow(String address, String what, String level) {
    /** What one tap makes of it. */
    public String next() {
        return level.equals("all") ? "asks" : "all";
    }

    public String choices() {
        return address + "?what=" + URLEncoder.encode(what, StandardCharsets.UTF_8);
    }
}
