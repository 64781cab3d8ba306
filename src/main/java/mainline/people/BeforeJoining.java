package mainline.people;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A form that a visitor may send before having an account: it is kept until they have one, then sent in their name. What it
 * does has to be harmless to whoever only confirms it from a mail.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface BeforeJoining {
    /** What is begun, such as {@code idea}: the sentence that says what becomes of it is {@code begun.idea}. */
    String value();
}
