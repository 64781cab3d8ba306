package mainline.decisions;

import java.time.Instant;

/**
 * The days in which a question is talked about before its ballot opens.
 *
 * @param opens when the ballot does, or did
 */
public record Talk(int days, Instant opens) {}
