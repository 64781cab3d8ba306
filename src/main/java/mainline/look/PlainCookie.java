package mainline.look;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;

/** A cookie for every page that says nothing about anyone. */
public final class PlainCookie {
    /** For as long as the browser is open. */
    private static final int SESSION = -1;

    private PlainCookie() {}

    public static Cookie of(String name, String value, HttpServletRequest request) {
        return of(name, value, SESSION, request);
    }

    /** @param lasts how long the browser keeps it; zero to forget it now */
    public static Cookie of(String name, String value, Duration lasts, HttpServletRequest request) {
        return of(name, value, (int) lasts.toSeconds(), request);
    }

    private static Cookie of(String name, String value, int seconds, HttpServletRequest request) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(seconds);
        return cookie;
    }
}
