/**
 * Where everything comes together: the home page, set-up and administration, security wiring, error pages and the command line.
 * It may know every module; none knows it.
 */
@NullMarked
package mainline.site;

import org.jspecify.annotations.NullMarked;
