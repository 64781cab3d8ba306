package mainline.tally;

/** A file of ballots that cannot be counted; the message is one line: the file, the line in it, and what is wrong there. */
public final class Malformed extends RuntimeException {
    Malformed(String file, int line, String what) {
        super(clean(line > 0 ? file + ":" + line + ": " + what : file + ": " + what));
    }

    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
