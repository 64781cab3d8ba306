package mainline.exchange;

import java.util.ArrayList;
import java.util.List;
import mainline.exchange.Piece.Look;
import org.commonmark.node.BulletList;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.jsoup.nodes.Element;

/** A list from elsewhere. Each item of a numbered one shows the number it had, counted on, begun anew or backwards. */
final class HtmlList {
    private static final int LARGEST = 999_999_999;

    private final HtmlBlocks blocks;
    private final Look look;
    private final int depth;
    private final int around;

    HtmlList(HtmlBlocks blocks, Look look, int depth, int around) {
        this.blocks = blocks;
        this.look = look;
        this.depth = depth;
        this.around = around;
    }

    void write(Element element, Node into) {
        gather(element, into);
        if (element.normalName().equals("ol")) numbered(element, into);
        else {
            BulletList list = new BulletList();
            list.setMarker(
                    into.getLastChild() instanceof BulletList before && "-".equals(before.getMarker()) ? "*" : "-");
            for (Element item : element.children()) add(list, item(item));
            put(list, into);
        }
    }

    private void numbered(Element element, Node into) {
        boolean back = element.hasAttr("reversed");
        int number = whole(element.attr("start"), back ? element.childrenSize() : 1);
        OrderedList list = null;
        int next = -1;
        for (Element item : element.children()) {
            number = whole(item.attr("value"), number);
            if (list == null || number != next) {
                if (list != null) put(list, into);
                list = begun(Math.clamp(number, 0, LARGEST), into);
            }
            add(list, item(item));
            next = number + 1;
            number += back ? -1 : 1;
        }
        if (list != null) put(list, into);
    }

    private static int whole(String text, int otherwise) {
        return text.strip().matches("-?\\d{1,9}") ? Integer.parseInt(text.strip()) : otherwise;
    }

    /** With another sign than the list before it, which it would else go on. */
    private static OrderedList begun(int number, Node into) {
        OrderedList list = new OrderedList();
        list.setMarkerStartNumber(number);
        boolean dots = into.getLastChild() instanceof OrderedList before && ".".equals(before.getMarkerDelimiter());
        list.setMarkerDelimiter(dots ? ")" : ".");
        return list;
    }

    /** What stands between the items belongs to the one before it, or before the list. */
    private void gather(Element list, Node into) {
        Element item = null;
        Element first = new Element("div");
        for (org.jsoup.nodes.Node node : List.copyOf(list.childNodes())) {
            if (node instanceof Element element && element.normalName().equals("li")) {
                item = element;
                continue;
            }
            Element wrapped = item == null ? first : item.appendElement("div");
            wrapped.appendChild(node);
        }
        blocks.write(first, into, look, depth + 1, around - 1);
    }

    private ListItem item(Element element) {
        ListItem item = new ListItem();
        blocks.write(element, item, look, depth + 1, around);
        return item;
    }

    /** An item that shows nothing is none, unless the numbers after it count it. */
    private static void add(ListBlock list, ListItem item) {
        if (item.getFirstChild() != null || list instanceof OrderedList) list.appendChild(item);
    }

    private static void put(ListBlock list, Node into) {
        if (list.getFirstChild() == null) return;
        list.setTight(isTight(list));
        into.appendChild(list);
    }

    private static boolean isTight(ListBlock list) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            List<Node> parts = new ArrayList<>();
            for (Node part = item.getFirstChild(); part != null; part = part.getNext()) parts.add(part);
            if (parts.stream().anyMatch(HtmlList::needsBlankLine)) return false;
            boolean simple = parts.stream().allMatch(part -> part instanceof Paragraph || part instanceof ListBlock)
                    && parts.stream().filter(Paragraph.class::isInstance).count() <= 1
                    && (parts.isEmpty() || parts.getFirst() instanceof Paragraph);
            if (!simple || parts.size() > 2) return false;
        }
        return true;
    }

    /** Markdown lets only a list that begins with 1, and not with nothing, follow a line of text. */
    private static boolean needsBlankLine(Node part) {
        boolean counted = part instanceof OrderedList list
                && list.getMarkerStartNumber() != null
                && list.getMarkerStartNumber() != 1;
        Node first = part instanceof ListBlock ? part.getFirstChild() : null;
        return counted || (first != null && first.getFirstChild() == null);
    }
}
