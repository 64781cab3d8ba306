package mainline.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/**
 * Makes links of addresses that stand bare in a text. Between scripts that set no spaces, what ends an address is
 * punctuation that no address has: such signs are written with {@code %} in addresses.
 */
final class BareLinks implements PostProcessor {
    private static final LinkExtractor ADDRESSES = LinkExtractor.builder()
            .linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW, LinkType.EMAIL))
            .build();

    @Override
    public Node process(Node document) {
        List<Text> texts = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {}

            @Override
            public void visit(Text text) {
                texts.add(text);
            }
        });
        texts.forEach(BareLinks::link);
        return document;
    }

    private static void link(Text text) {
        String all = text.getLiteral();
        if (all.indexOf(':') < 0 && all.indexOf('@') < 0 && all.indexOf('.') < 0) return;
        Node last = text;
        int told = 0;
        for (int from = 0; from < all.length(); ) {
            int end = from;
            while (end < all.length() && !ends(all.codePointAt(end))) end += Character.charCount(all.codePointAt(end));
            for (LinkSpan span : ADDRESSES.extractLinks(all.substring(from, end))) {
                int start = from + span.getBeginIndex();
                if (start > told) last = after(last, new Text(all.substring(told, start)));
                told = from + span.getEndIndex();
                last = after(last, link(span.getType(), all.substring(start, told)));
            }
            from = end == all.length() ? end : end + Character.charCount(all.codePointAt(end));
        }
        if (told == 0) return;
        if (told < all.length()) after(last, new Text(all.substring(told)));
        text.unlink();
    }

    private static Node after(Node last, Node next) {
        last.insertAfter(next);
        return next;
    }

    private static Link link(LinkType type, String address) {
        String scheme = type == LinkType.EMAIL ? "mailto:" : type == LinkType.WWW ? "https://" : "";
        Link link = new Link(scheme + address, null);
        link.appendChild(new Text(address));
        return link;
    }

    private static boolean ends(int sign) {
        if (sign < 128 || sign == '·' || sign == '・') return false;
        if (Character.isSpaceChar(sign) || isInvisible(sign) || sign == '—' || sign == '―') return true;
        return switch (Character.getType(sign)) {
            case Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            case Character.MATH_SYMBOL -> sign >= 0xFF00 && sign <= 0xFFEF;
            default -> false;
        };
    }

    /** Marks of direction and the like; the joiners belong to words. */
    private static boolean isInvisible(int sign) {
        return Character.getType(sign) == Character.FORMAT && sign != 0x200C && sign != 0x200D;
    }
}
