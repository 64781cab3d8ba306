package mainline.platform;

import java.util.List;

/**
 * What was said to a mail server, and what it said.
 *
 * @param lines our leave-taking after a failure included
 */
public record MailTalk(List<Line> lines, ProbeEnd end) {
    public enum By {
        US,
        SERVER
    }

    public record Line(By by, String text) {
        private boolean isRefusal() {
            return by == By.SERVER && text.matches("[45]\\d\\d.*");
        }
    }

    /** The line behind which it failed, else the last one; -1 when nothing was said. */
    public int failed() {
        for (int i = lines.size() - 1; i >= 0 && end != ProbeEnd.SENT; i--)
            if (lines.get(i).isRefusal()) return i;
        return lines.size() - 1;
    }

    public boolean isAtFault(int line) {
        return end != ProbeEnd.SENT && line == failed();
    }
}
