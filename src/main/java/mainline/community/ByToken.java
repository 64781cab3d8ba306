package mainline.community;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import mainline.people.AccessToken;

/**
 * The addresses of this controller are for programs: who asks is told by an access token of at least that scope, and a cookie
 * counts for nothing. Without a token it is nobody who asks, and nobody only reads. One address may need another scope.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface ByToken {
    AccessToken.Scope value();
}
