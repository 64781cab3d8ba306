package mainline.platform;

import jakarta.mail.MessagingException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Why a mail did not arrive, and what follows from it.
 *
 * @param reason in the mail server's words where it gave some
 */
record Undelivered(Course course, String reason) {
    enum Course {
        /** The server is away, busy, or has something against this installation: try again. */
        LATER,
        /** The server will never take this letter. */
        GIVE_UP,
        /** The server will never take anything for this address. */
        NEVER_AGAIN
    }

    /** Told to us and not about the address: out of order, no room for more recipients (RFC 5321, 4.5.3.1.10), not signed in. */
    private static final Set<Integer> ABOUT_US = Set.of(503, 530, 534, 535, 538, 552);

    private static final Pattern BAD_ADDRESS = Pattern.compile("5\\.1\\.[1236]|5\\.2\\.1");
    private static final int LONGEST = 400;

    static Undelivered because(Exception e) {
        if (find(e) instanceof SMTPAddressFailedException refused)
            return new Undelivered(
                    isFinal(refused.getReturnCode()) ? Course.NEVER_AGAIN : Course.LATER, said(refused.getMessage()));
        if (find(e) instanceof SMTPSendFailedException failed) return ofLetter(failed);
        return new Undelivered(Course.LATER, said(e.getMessage()));
    }

    /** Of the whole conversation only what follows the recipient is about the letter; what comes before is about us. */
    private static Undelivered ofLetter(SMTPSendFailedException failed) {
        String said = said(failed.getMessage());
        String command = String.valueOf(failed.getCommand()).strip();
        if (!isFinal(failed.getReturnCode()) || command.startsWith("MAIL")) return new Undelivered(Course.LATER, said);
        return new Undelivered(BAD_ADDRESS.matcher(said).find() ? Course.NEVER_AGAIN : Course.GIVE_UP, said);
    }

    private static boolean isFinal(int code) {
        return code >= 500 && code < 600 && !ABOUT_US.contains(code);
    }

    /** The answer about the recipient if there is one, else the one about the letter. */
    private static Throwable find(Exception e) {
        Throwable letter = e;
        for (Throwable each = e; each != null; each = next(each)) {
            if (each instanceof SMTPAddressFailedException) return each;
            if (each instanceof SMTPSendFailedException && !(letter instanceof SMTPSendFailedException)) letter = each;
        }
        return letter;
    }

    private static @Nullable Throwable next(Throwable each) {
        return each instanceof MessagingException mail && mail.getNextException() != null
                ? mail.getNextException()
                : each.getCause();
    }

    /** All lines of the answer as one, without what is no letter. */
    private static String said(@Nullable String message) {
        String said = String.valueOf(message)
                .lines()
                .map(line -> line.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip())
                .filter(line -> !line.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
        if (said.isEmpty() || said.equals("null")) return "no reason given";
        return said.length() <= LONGEST ? said : said.substring(0, LONGEST) + "…";
    }
}
