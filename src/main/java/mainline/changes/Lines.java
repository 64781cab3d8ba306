package mainline.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mainline.git.Book;
import mainline.handbook.PagePaths;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.lib.ObjectId;

/** A file of a handbook as lines of text, counted from 1. */
record Lines(byte[] bytes, RawText raw) {

    static Lines of(byte[] bytes) {
        return new Lines(bytes, new RawText(bytes));
    }

    /** Nothing for what is not there, too large to look at, or no text. */
    static Optional<Lines> of(Book book, ObjectId commit, String path) {
        return book.file(commit, path)
                .filter(file -> file.getSize() <= PagePaths.LONGEST_TEXT)
                .map(file -> Book.bytes(file, PagePaths.LONGEST_TEXT))
                .filter(Lines::isText)
                .map(Lines::of);
    }

    private static boolean isText(byte[] bytes) {
        for (byte one : bytes) if (one == 0) return false;
        return true;
    }

    int count() {
        return raw.size();
    }

    /** These lines, without the end of the last one. */
    String text(int first, int last) {
        return raw.getString(first - 1, last, true).replace("\r\n", "\n");
    }

    String text() {
        return raw.size() == 0 ? "" : raw.getString(0, raw.size(), false);
    }

    List<String> all() {
        List<String> all = new ArrayList<>();
        for (int line = 1; line <= count(); line++) all.add(text(line, line));
        return all;
    }
}
