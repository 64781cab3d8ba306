/**
 * Pictures: what people upload, made into pictures that can do nothing but be seen. {@link mainline.pictures.Pictures} is the one
 * room in which files from outside are decoded, within bounds and one at a time.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package mainline.pictures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
