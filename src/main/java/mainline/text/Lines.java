package mainline.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.RawText;

/** A text as lines, counted from 1. */
public record Lines(byte[] bytes, RawText raw) {

    /** @param bytes of a text in UTF-8 */
    public static Lines of(byte[] bytes) {
        return new Lines(bytes, new RawText(bytes));
    }

    public static Lines of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public int count() {
        return raw.size();
    }

    /** These lines, without the end of the last one. */
    public String text(int first, int last) {
        return raw.getString(first - 1, last, true).replace("\r\n", "\n");
    }

    /** All of it, as it is. */
    public String text() {
        return raw.size() == 0 ? "" : raw.getString(0, raw.size(), false);
    }

    /** Each line without its end. */
    public List<String> all() {
        List<String> all = new ArrayList<>();
        for (int line = 1; line <= count(); line++) all.add(text(line, line));
        return all;
    }
}
