package mainline.platform;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** How the talk with a mail server ended, told apart by what is to be done about it. */
public enum ProbeEnd {
    SENT,
    /** The settings name no mail server. */
    NO_SERVER,
    UNKNOWN_HOST,
    CONNECTION_REFUSED,
    UNREACHABLE,
    /** Taken, or not even refused, and then not a word. */
    SILENT,
    HUNG_UP,
    /** Before a word was said. */
    TURNED_AWAY,
    CERTIFICATE,
    NO_STARTTLS,
    /** One side speaks TLS, the other does not, or another kind of it. */
    TLS,
    WRONG_PASSWORD,
    NO_SIGN_IN,
    SIGN_IN_NEEDED,
    SENDER_REFUSED,
    RECIPIENT_REFUSED,
    RELAY_DENIED,
    /** Not now: greylisted, busy, or out of room. */
    LATER,
    TOO_LARGE,
    LETTER_REFUSED,
    /** The address has letters that this server does not take. */
    NO_UTF8,
    OTHER;

    private static final Pattern CODE = Pattern.compile("response: (-?\\d+)|^([2-5]\\d\\d)\\b");

    static ProbeEnd of(Exception e) {
        var chain = chain(e);
        return find(chain, SMTPAddressFailedException.class)
                .map(refused -> ofRecipient(refused.getReturnCode(), said(refused)))
                .or(() -> find(chain, SMTPSendFailedException.class).map(ProbeEnd::ofLetter))
                .or(() -> find(chain, AuthenticationFailedException.class).map(ProbeEnd::ofSignIn))
                .or(() -> ofConnection(chain))
                .orElseGet(() -> ofGreeting(said(e)));
    }

    private static ProbeEnd ofRecipient(int code, String said) {
        if (code == 530) return SIGN_IN_NEEDED;
        if (code < 500) return LATER;
        return said.toLowerCase(java.util.Locale.ROOT).contains("relay") ? RELAY_DENIED : RECIPIENT_REFUSED;
    }

    private static ProbeEnd ofLetter(SMTPSendFailedException failed) {
        int code = failed.getReturnCode();
        if (code == 530) return SIGN_IN_NEEDED;
        if (code == 552 || said(failed).contains("5.3.4")) return TOO_LARGE;
        if (code < 0) return HUNG_UP;
        if (code < 500) return LATER;
        return String.valueOf(failed.getCommand()).startsWith("MAIL") ? SENDER_REFUSED : LETTER_REFUSED;
    }

    private static ProbeEnd ofSignIn(AuthenticationFailedException failed) {
        if (said(failed).contains("No authentication mechanisms")) return NO_SIGN_IN;
        return said(failed).startsWith("4") ? LATER : WRONG_PASSWORD;
    }

    private static Optional<ProbeEnd> ofConnection(List<Throwable> chain) {
        if (has(chain, UnknownHostException.class)) return Optional.of(UNKNOWN_HOST);
        if (has(chain, CertificateException.class) || has(chain, SSLPeerUnverifiedException.class))
            return Optional.of(CERTIFICATE);
        if (has(chain, SSLException.class)) return Optional.of(TLS);
        if (has(chain, SocketTimeoutException.class)) return Optional.of(SILENT);
        if (has(chain, NoRouteToHostException.class)) return Optional.of(UNREACHABLE);
        return find(chain, ConnectException.class)
                .map(refused -> said(refused).contains("refused") ? CONNECTION_REFUSED : UNREACHABLE);
    }

    private static ProbeEnd ofGreeting(String said) {
        if (said.contains("STARTTLS is required")) return NO_STARTTLS;
        Matcher code = CODE.matcher(said);
        if (said.contains("[EOF]") || !code.find()) return said.contains("[EOF]") ? HUNG_UP : OTHER;
        String number = code.group(1) == null ? code.group(2) : code.group(1);
        if (number.startsWith("-")) return HUNG_UP;
        return number.startsWith("4") ? LATER : TURNED_AWAY;
    }

    private static boolean has(List<Throwable> chain, Class<? extends Throwable> type) {
        return chain.stream().anyMatch(type::isInstance);
    }

    private static <T extends Throwable> Optional<T> find(List<Throwable> chain, Class<T> type) {
        return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static List<Throwable> chain(Throwable first) {
        List<Throwable> chain = new ArrayList<>();
        add(first, chain);
        return chain;
    }

    /** What a mail exception goes on with stands beside its cause, not in it. */
    private static void add(Throwable each, List<Throwable> chain) {
        if (chain.size() > 20 || chain.contains(each)) return;
        chain.add(each);
        if (each instanceof MessagingException mail && mail.getNextException() != null)
            add(mail.getNextException(), chain);
        if (each.getCause() != null) add(each.getCause(), chain);
    }

    private static String said(Throwable e) {
        return String.valueOf(e.getMessage());
    }
}
