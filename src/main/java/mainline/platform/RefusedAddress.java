package mainline.platform;

import java.time.Instant;

/**
 * An address that a mail server refused for good; nothing is written to it until that is mended.
 *
 * @param reason in the server's words
 * @param held how many letters were not written since
 */
public record RefusedAddress(String address, String reason, Instant at, int held) {}
