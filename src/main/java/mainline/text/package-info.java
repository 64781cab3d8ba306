/**
 * Texts: what people write, read as Markdown and shown, and all about two of them.
 * {@link mainline.text.Markdown} is the only way from a person's text to a page. Nothing here knows a database, a person or a page.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package mainline.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
