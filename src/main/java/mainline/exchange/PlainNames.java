package mainline.exchange;

import mainline.kernel.Visible;

/** PlainNames and titles from elsewhere, as they were written: no sign in them means anything. */
final class PlainNames {
    static final String UNKNOWN = "Unknown";

    private PlainNames() {}

    /** In one line, without what cannot be seen at its ends; empty when nothing of it shows. */
    static String plain(String written) {
        String plain = written.replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ").strip();
        return Visible.in(plain) ? plain : "";
    }

    /** Its beginning, at a space where there is one, with a sign that it goes on. */
    static String cut(String written, int longest) {
        String plain = plain(written);
        if (plain.codePointCount(0, plain.length()) <= longest) return plain;
        String cut = plain.substring(0, plain.offsetByCodePoints(0, longest - 1));
        int space = cut.lastIndexOf(' ');
        return (space > longest / 2 ? cut.substring(0, space) : cut) + "…";
    }
}
