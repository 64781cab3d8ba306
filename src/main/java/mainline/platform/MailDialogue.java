package mainline.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said between us and a mail server, out of what Angus Mail traces of it: every line of the wire but those of the
 * sign-in, between remarks of its own. Credentials are masked wherever a server may repeat them.
 */
final class MailDialogue extends OutputStream {
    private static final int MOST_LINES = 200;
    private static final int LONGEST_LINE = 500;
    private static final Pattern ANSWER = Pattern.compile("[2-5]\\d\\d([ -].*)?");
    private static final Pattern SIGN_IN = Pattern.compile("DEBUG SMTP: AUTH (\\S+) command trace suppressed");

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final List<MailTalk.Line> lines = new ArrayList<>();
    private final Mask mask;
    private boolean inLetter;

    MailDialogue(Settings.Mail settings) {
        mask = Mask.of(settings);
    }

    @Override
    public synchronized void write(int sign) {
        if (sign == '\n') {
            heard(line.toString(UTF_8).stripTrailing());
            line.reset();
        } else if (line.size() < 10 * LONGEST_LINE) line.write(sign);
    }

    private void heard(String text) {
        Matcher signIn = SIGN_IN.matcher(text);
        if (inLetter) inLetter = !text.equals(".");
        else if (signIn.matches()) add(MailTalk.By.US, "AUTH " + signIn.group(1) + " " + Mask.SIGN);
        else if (text.startsWith("DEBUG") || text.isEmpty()) return;
        else if (ANSWER.matcher(text).matches()) answered(text);
        else add(MailTalk.By.US, text);
    }

    private void answered(String text) {
        add(MailTalk.By.SERVER, text);
        if (!text.startsWith("354")) return;
        inLetter = true;
        add(MailTalk.By.US, "…");
    }

    /** What the trace leaves out, such as the answer to a password. */
    synchronized void add(MailTalk.By by, String text) {
        if (lines.size() >= MOST_LINES) return;
        String masked = mask.over(text.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " "));
        lines.add(new MailTalk.Line(
                by, masked.length() <= LONGEST_LINE ? masked : masked.substring(0, LONGEST_LINE) + "…"));
    }

    synchronized List<MailTalk.Line> lines() {
        return List.copyOf(lines);
    }
}
