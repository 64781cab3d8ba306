package mainline.exchange;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A piece of running text from elsewhere, with all that is around it, so that a row of pieces can be cut anywhere.
 *
 * @param text what is read; of a picture its description
 * @param address of a picture
 */
record Piece(Kind kind, String text, String address, Look look) {
    enum Kind {
        TEXT,
        CODE,
        PICTURE,
        /** A line ends because the mark-up says so. */
        BREAK,
        /** A line ends in the source. */
        LINE,
        /** A paragraph ends. */
        PARTING
    }

    /** In the order in which they stand inside one another. */
    enum Mark {
        SUB,
        SUP,
        STRIKE,
        STRONG,
        EMPHASIS
    }

    /** @param link where it leads, if anywhere */
    record Look(@Nullable String link, Set<Mark> marks) {
        static final Look PLAIN = new Look(null, Set.of());

        Look to(@Nullable String address) {
            return address == null ? this : new Look(address, marks);
        }

        Look with(Mark mark) {
            Set<Mark> more = EnumSet.of(mark);
            more.addAll(marks);
            return new Look(link, more);
        }

        Look without(Mark mark) {
            if (!marks.contains(mark)) return this;
            Set<Mark> fewer = EnumSet.copyOf(marks);
            fewer.remove(mark);
            return new Look(link, fewer);
        }
    }

    static Piece text(String text, Look look) {
        return new Piece(Kind.TEXT, text, "", look);
    }

    static Piece code(String text, Look look) {
        return new Piece(Kind.CODE, text, "", look);
    }

    static Piece end(Kind kind) {
        return new Piece(kind, "", "", Look.PLAIN);
    }

    Piece saying(String other) {
        return new Piece(kind, other, address, look);
    }

    Piece looking(Look other) {
        return new Piece(kind, text, address, other);
    }

    /** A picture from elsewhere is shown as a link, which is text; one that lies here is none. */
    Piece unseen() {
        return kind == Kind.PICTURE ? new Piece(kind, text, "/", look) : this;
    }

    Piece without(Mark mark) {
        return looking(look.without(mark));
    }

    boolean has(Mark mark) {
        return look.marks().contains(mark);
    }

    boolean isEnd() {
        return kind == Kind.BREAK || kind == Kind.LINE || kind == Kind.PARTING;
    }

    boolean isShown() {
        return kind == Kind.PICTURE || (!isEnd() && !text.replace('\u00a0', ' ').isBlank());
    }
}
