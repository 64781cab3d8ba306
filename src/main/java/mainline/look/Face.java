package mainline.look;

import org.jspecify.annotations.Nullable;

/**
 * What is shown of a person beside their name.
 *
 * @param picture the hash of theirs; null where they show none
 * @param signs that stand for them without one
 * @param colour the number of theirs in {@code face.css}
 */
public record Face(@Nullable String picture, String signs, int colour) {}
