package mainline.exchange;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import mainline.exchange.Piece.Kind;
import mainline.exchange.Piece.Mark;
import org.commonmark.text.Characters;

/** Running text in pieces: parted into paragraphs, with spaces as they show and emphasis where Markdown can write it. */
final class Running {
    private static final List<Mark> WRITTEN_AS_SIGNS = List.of(Mark.STRIKE, Mark.STRONG, Mark.EMPHASIS);

    private Running() {}

    /** The paragraphs; those that show nothing are left out. */
    static List<List<Piece>> paragraphs(List<Piece> run) {
        List<List<Piece>> all = new ArrayList<>();
        List<Piece> one = new ArrayList<>();
        for (int i = 0; i < run.size(); ) {
            if (!run.get(i).isEnd()) {
                one.add(run.get(i++));
                continue;
            }
            int after = i;
            while (after < run.size() && (run.get(after).isEnd() || isSpace(run.get(after)))) after++;
            if (parts(run.subList(i, after))) {
                all.add(one);
                one = new ArrayList<>();
            } else one.add(Piece.end(Kind.BREAK));
            i = after;
        }
        all.add(one);
        return all.stream()
                .filter(some -> some.stream().anyMatch(Piece::isShown))
                .map(Running::tidy)
                .toList();
    }

    private static boolean parts(List<Piece> ends) {
        long breaks = ends.stream().filter(end -> end.kind() == Kind.BREAK).count();
        return breaks > 1 || ends.stream().anyMatch(end -> end.kind() == Kind.PARTING);
    }

    private static boolean isSpace(Piece piece) {
        return piece.kind() == Kind.TEXT && piece.text().matches("[ \\t\\n\\f\\r]*");
    }

    /** All of it in one line, as in a heading. */
    static List<Piece> line(List<Piece> run) {
        return tidy(run.stream()
                .map(piece -> piece.isEnd() ? Piece.text(" ", Piece.Look.PLAIN) : piece)
                .toList());
    }

    /** The same with single breaks only, as in a cell. */
    static List<Piece> lines(List<Piece> run) {
        List<Piece> all = new ArrayList<>();
        for (List<Piece> paragraph : paragraphs(run)) {
            if (!all.isEmpty()) all.add(Piece.end(Kind.BREAK));
            all.addAll(paragraph);
        }
        return all;
    }

    /** Spaces as a browser shows them: one for many, none at the ends of lines. */
    private static List<Piece> tidy(List<Piece> run) {
        List<Piece> tidy = new ArrayList<>();
        boolean space = true;
        for (Piece piece : run) {
            if (piece.kind() == Kind.BREAK) {
                dropSpaceAtEnd(tidy);
                space = true;
                if (!tidy.isEmpty()) tidy.add(piece);
                continue;
            }
            String text = piece.text().replaceAll("[ \\t\\n\\f\\r]+", " ");
            if (piece.kind() == Kind.TEXT && space && text.startsWith(" ")) text = text.substring(1);
            if (text.isEmpty() && piece.kind() != Kind.PICTURE) continue;
            space = piece.kind() == Kind.TEXT && text.endsWith(" ");
            add(tidy, piece.saying(text));
        }
        while (!tidy.isEmpty() && (tidy.getLast().kind() == Kind.BREAK || isSpace(tidy.getLast()))) tidy.removeLast();
        dropSpaceAtEnd(tidy);
        return marked(tidy);
    }

    private static void dropSpaceAtEnd(List<Piece> tidy) {
        if (tidy.isEmpty() || tidy.getLast().kind() != Kind.TEXT) return;
        Piece last = tidy.removeLast();
        String text = last.text().replaceFirst(" +$", "");
        if (!text.isEmpty()) tidy.add(last.saying(text));
    }

    private static void add(List<Piece> row, Piece piece) {
        boolean joins = !row.isEmpty()
                && (piece.kind() == Kind.TEXT || piece.kind() == Kind.CODE)
                && row.getLast().kind() == piece.kind()
                && row.getLast().look().equals(piece.look());
        if (joins) row.add(piece.saying(row.removeLast().text() + piece.text()));
        else row.add(piece);
    }

    /** Emphasis taken from spaces and signs at its ends, where Markdown would not read it as such. */
    private static List<Piece> marked(List<Piece> tidy) {
        List<Piece> row = new ArrayList<>();
        for (Piece piece : tidy) row.add(fitting(piece));
        for (Mark mark : WRITTEN_AS_SIGNS) {
            row = peeled(row, mark);
            row = backwards(peeled(backwards(row), mark));
        }
        List<Piece> joined = new ArrayList<>();
        row.forEach(piece -> add(joined, piece));
        return joined;
    }

    private static Piece fitting(Piece piece) {
        if (piece.kind() == Kind.BREAK || piece.kind() == Kind.PICTURE)
            return piece.looking(new Piece.Look(piece.look().link(), Set.of()));
        return piece.has(Mark.STRIKE) ? piece.without(Mark.STRONG).without(Mark.EMPHASIS) : piece;
    }

    /** Reads from one side: wherever this mark begins, whatever Markdown would not let it begin with is put outside. */
    private static List<Piece> peeled(List<Piece> row, Mark mark) {
        List<Piece> all = new ArrayList<>();
        boolean open = false;
        for (int i = 0; i < row.size(); i++) {
            Piece piece = row.get(i);
            if (!all.isEmpty() && !isSameAround(all.getLast(), piece, mark)) open = false;
            if (!piece.has(mark)) {
                open = false;
                all.add(piece);
                continue;
            }
            while (!open && !piece.text().isEmpty()) {
                if (canBegin(before(all, piece, mark), first(piece))) open = true;
                else if (piece.kind() != Kind.TEXT) {
                    all.add(piece.without(mark));
                    piece = piece.saying("");
                } else {
                    int length = Character.charCount(piece.text().codePointAt(0));
                    all.add(piece.without(mark).saying(piece.text().substring(0, length)));
                    piece = piece.saying(piece.text().substring(length));
                }
            }
            if (!piece.text().isEmpty()) all.add(piece);
        }
        return all;
    }

    private static boolean canBegin(int before, int first) {
        if (Characters.isWhitespaceCodePoint(first)) return false;
        return !Characters.isPunctuationCodePoint(first)
                || Characters.isWhitespaceCodePoint(before)
                || Characters.isPunctuationCodePoint(before);
    }

    private static int before(List<Piece> all, Piece next, Mark mark) {
        if (all.isEmpty() || all.getLast().kind() == Kind.BREAK) return ' ';
        Piece last = all.getLast();
        if (last.kind() != Kind.TEXT || !isSameAround(last, next, mark)) return '(';
        return last.text().codePointBefore(last.text().length());
    }

    private static int first(Piece piece) {
        return piece.kind() == Kind.TEXT ? piece.text().codePointAt(0) : '(';
    }

    /** Whether between the two nothing begins or ends that would stand outside of this mark. */
    private static boolean isSameAround(Piece one, Piece other, Mark mark) {
        return Objects.equals(one.look().link(), other.look().link())
                && outside(one, mark).equals(outside(other, mark));
    }

    private static Set<Mark> outside(Piece piece, Mark mark) {
        Set<Mark> outer = EnumSet.of(Mark.SUB, Mark.SUP, Mark.STRIKE);
        outer.remove(mark);
        outer.retainAll(piece.look().marks());
        return outer;
    }

    private static List<Piece> backwards(List<Piece> row) {
        List<Piece> all = new ArrayList<>();
        for (Piece piece : row.reversed())
            all.add(
                    piece.kind() == Kind.TEXT
                            ? piece.saying(
                                    new StringBuilder(piece.text()).reverse().toString())
                            : piece);
        return all;
    }
}
