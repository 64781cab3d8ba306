package mainline.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;

/** Hides the password of the mail server, as it is and as it goes over the wire. */
record Mask(List<String> secrets) {
    static final String SIGN = "••••••";

    static Mask of(Settings.Mail settings) {
        String password = settings.password();
        if (password == null || password.isEmpty()) return new Mask(List.of());
        String user = String.valueOf(settings.username());
        return new Mask(List.of(
                password,
                base64(password),
                base64("\0" + user + "\0" + password),
                base64(user + "\0" + user + "\0" + password)));
    }

    String over(String text) {
        String masked = text;
        for (String secret : secrets) masked = masked.replace(secret, SIGN);
        return masked;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
