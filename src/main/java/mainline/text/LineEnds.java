package mainline.text;

/** Keeps a file's way of ending lines, so that an edit in a browser does not turn every line into another. */
public final class LineEnds {
    private LineEnds() {}

    /** A text with line feeds only, with its lines ended as most of those are that stand there now. */
    public static String like(String present, String text) {
        long lines = present.chars().filter(c -> c == '\n').count();
        long pairs = 0;
        for (int at = present.indexOf("\r\n"); at >= 0; at = present.indexOf("\r\n", at + 2)) pairs++;
        return pairs > 0 && pairs * 2 > lines ? text.replace("\n", "\r\n") : text;
    }
}
