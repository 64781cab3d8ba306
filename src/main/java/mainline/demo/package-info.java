/**
 * The example community of {@code bin/mainline demo}: people and texts made up for it, at every stage of the loop.
 * It does everything through the front doors, as members would, with a clock that stands in the past.
 */
@NullMarked
package mainline.demo;

import org.jspecify.annotations.NullMarked;
