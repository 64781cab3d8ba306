package mainline.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What may be sent to this address. One without this takes a form, or below {@code /api} JSON; whatever is sent where
 * nothing is taken is refused before it is read.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Takes {
    String FORM = "application/x-www-form-urlencoded";
    String FILES = "multipart/form-data";
    String JSON = "application/json";
    int LONGEST_FORM = 2 << 20;
    int LONGEST_JSON = 1 << 20;
    /** Room for a mail address of a hundred thousand letters, which is refused beside its field. */
    int LONGEST_FORM_OF_A_STRANGER = 128 << 10;

    /** The one type that is taken; empty when the controller says itself what is wrong with another. */
    String type() default FORM;

    /** How many bytes whoever is signed in may send. */
    long most() default LONGEST_FORM;

    /** How many bytes anybody may send. */
    long ofStrangers() default LONGEST_FORM_OF_A_STRANGER;

    /** Kept in a file while it arrives, not in memory. */
    boolean toFile() default false;
}
