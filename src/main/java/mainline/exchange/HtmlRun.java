package mainline.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainline.exchange.Piece.Kind;
import mainline.exchange.Piece.Look;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The running text between two blocks, as it comes together piece by piece. */
final class HtmlRun {
    private static final Pattern LINE_ENDS = Pattern.compile("\\n(\\s*\\n)?[ \\t\\n]*");

    private final Addresses addresses;
    private final boolean linesEnd;
    private final Told told;
    private final List<Piece> pieces = new ArrayList<>();

    /** @param linesEnd whether line ends in the source are line ends for the reader */
    HtmlRun(Addresses addresses, boolean linesEnd, Told told) {
        this.addresses = addresses;
        this.linesEnd = linesEnd;
        this.told = told;
    }

    List<Piece> pieces() {
        return pieces;
    }

    void add(Piece piece) {
        pieces.add(piece);
    }

    void clear() {
        pieces.clear();
    }

    /** A text as the source has it. */
    void source(String text, Look look) {
        if (!linesEnd) {
            add(Piece.text(text, look));
            return;
        }
        int from = 0;
        Matcher ends = LINE_ENDS.matcher(text);
        while (ends.find()) {
            add(Piece.text(text.substring(from, ends.start()), look));
            add(Piece.end(ends.group(1) == null ? Kind.LINE : Kind.PARTING));
            from = ends.end();
        }
        add(Piece.text(text.substring(from), look));
    }

    Look link(Element element, Look look) {
        if (!element.hasAttr("href")) return look;
        String address = addresses.link(element, "href");
        if (address == null && !element.attr("href").strip().startsWith("#"))
            told.changed("link that cannot lead anywhere here", "links that cannot lead anywhere here");
        else if (address == null) told.changed("link to a place in its own text", "links to places in their own text");
        return look.to(address);
    }

    void picture(Element element, Look look) {
        String address = addresses.picture(element);
        if (address == null) told.leftOut("picture without an address", "pictures without an address");
        else add(new Piece(Kind.PICTURE, element.attr("alt").replaceAll("\\s+", " "), address, look));
    }

    /** The spaces at its ends outside, where they show. */
    void code(String line, Look look) {
        add(Piece.text(line.replaceFirst("(?s)^(\\s*).*$", "$1"), look));
        if (line.isBlank()) return;
        add(Piece.code(line.strip(), look));
        add(Piece.text(line.replaceFirst("(?s)^.*?(\\s*)$", "$1"), look));
    }

    /** Where what plays or shows another page leads; null when that is nowhere. */
    @Nullable
    String player(Element element) {
        Element source = element.hasAttr("src") ? element : element.selectFirst("source[src]");
        String address = source != null
                ? addresses.link(source, "src")
                : element.hasAttr("data") ? addresses.link(element, "data") : null;
        if (address == null) {
            told.leftOut("player or frame in a text", "players and frames in texts");
            return null;
        }
        told.changed("player or frame that is a link now", "players and frames that are links now");
        return address;
    }
}
